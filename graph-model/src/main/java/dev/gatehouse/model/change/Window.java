package dev.gatehouse.model.change;

import java.time.Instant;

/// From `start` until before `end`.
public record Window(Instant start, Instant end) {
    public boolean overlaps(Window other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
