package dev.gatehouse.usecase.inprocess.decision;

import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/// Milliseconds by stage.
final class Stopwatch {
    private final InstantSource clock;
    private final Map<String, Long> laps = new TreeMap<>();
    private long last;

    Stopwatch(InstantSource clock) {
        this.clock = clock;
        this.last = clock.millis();
    }

    void lap(String stage) {
        long now = clock.millis();
        laps.put(stage, now - last);
        last = now;
    }

    Map<String, Long> laps() {
        return laps;
    }
}
