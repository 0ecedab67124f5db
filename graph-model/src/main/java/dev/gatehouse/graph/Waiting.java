package dev.gatehouse.graph;

import dev.gatehouse.model.component.Dependency;
import java.util.Locale;
import java.util.Set;

/// Whether somebody waits for an answer, by the protocol.
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
}
