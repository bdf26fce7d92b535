/** Event Hubs by its Kafka endpoint. */
package io.vigil.source.kafka;
