package dev.gatehouse.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Supplier;

/// Ids that sort by the time at which they were made: 12 hexadecimal digits of milliseconds, 10 of chance.
final class Ids implements Supplier<String> {
    private static final int CHANCE = 5;
    private static final int TIME_DIGITS = 12;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Ids(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String get() {
        byte[] chance = new byte[CHANCE];
        random.nextBytes(chance);
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(clock.millis(), TIME_DIGITS) + hex.formatHex(chance);
    }
}
