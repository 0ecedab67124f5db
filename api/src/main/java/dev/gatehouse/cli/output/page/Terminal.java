package dev.gatehouse.cli.output.page;

/// Where text for people is shown.
///
/// @param width in columns; at least 40, since less cannot be read
/// @param colour whether escape sequences may be written
public record Terminal(int width, boolean colour) {
    /// What is assumed where nothing is known: 80 columns, no colour.
    public static final Terminal PLAIN = new Terminal(80, false);

    private static final int NARROWEST = 40;

    public Terminal {
        width = Math.max(NARROWEST, width);
    }
}
