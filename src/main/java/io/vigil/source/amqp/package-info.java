/** Event Hubs by AMQP: a Flink source on the Event Hubs client. */
package io.vigil.source.amqp;
