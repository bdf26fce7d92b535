/**
 * The whole of Vigil as it runs in earnest: a job manager, two task managers, a Kafka broker and
 * ZooKeeper in processes of their own, Cosmos DB behind a door that can be shut, and faults at
 * random moments. {@code rig} starts and breaks processes, {@code kind} has a class a fault, {@code
 * promise} a class a promise. {@link io.vigil.fault.FaultRun} puts them together.
 */
package io.vigil.fault;
