package dev.gatehouse.graph;

import dev.gatehouse.model.component.Dependency;
import java.util.Locale;
import java.util.Set;

/// Who waits for an answer, and who fails without one.
final class Waiting {
    private static final Set<String> ASYNCHRONOUS = Set.of(
            "amqp",
            "amqps",
            "async",
            "event",
            "events",
            "eventbridge",
            "jms",
            "kafka",
            "kinesis",
            "mqtt",
            "mqtts",
            "nats",
            "pubsub",
            "pulsar",
            "queue",
            "sns",
            "sqs",
            "stomp");

    private Waiting() {}

    static boolean isFor(Dependency dependency) {
        String protocol = dependency.protocol();
        return dependency.observedAt() == null
                && (protocol == null || !ASYNCHRONOUS.contains(protocol.toLowerCase(Locale.ROOT)));
    }

    static boolean failsWith(Dependency dependency) {
        return switch (Need.of(dependency)) {
            case HARD, UNKNOWN -> isFor(dependency) && !Boolean.TRUE.equals(dependency.fallback());
            case ALTERNATIVE, SOFT, OBSERVED -> false;
        };
    }

    static int retries(Dependency dependency) {
        Integer retries = dependency.retries();
        return retries == null ? -1 : retries;
    }
}
