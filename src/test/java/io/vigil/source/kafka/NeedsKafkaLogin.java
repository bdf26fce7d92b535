package io.vigil.source.kafka;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledForJreRange;

/** A test in which the Kafka client logs in; skipped where Java does not let it. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledForJreRange(
    maxVersion = JavaForKafka.NEWEST,
    disabledReason = "The Kafka client 3.8.1 cannot log in on Java 24 and later")
public @interface NeedsKafkaLogin {}
