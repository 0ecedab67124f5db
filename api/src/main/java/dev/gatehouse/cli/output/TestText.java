package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Page;
import dev.gatehouse.cli.output.page.Terminal;
import java.io.PrintWriter;

/// The tests of rules and policies for people, one after the other as they are told.
public final class TestText {
    private static final int WORD = 5;
    private static final int BODY = 7;

    private final Terminal terminal;
    private final PrintWriter out;

    public TestText(Terminal terminal, PrintWriter out) {
        this.terminal = terminal;
        this.out = out;
    }

    public void passed(String name) {
        print(page().entry("  ", "ok", Page.Style.GOOD, WORD, name));
    }

    /// @param place where the test stands: a file, with or without a line
    public void failed(String name, String place) {
        print(page().entry("  ", "FAIL", Page.Style.BAD, WORD, name + "  (" + place + ")"));
    }

    /// More about the test told last.
    public void why(String why) {
        print(page().paragraph(BODY, why, Page.Style.PLAIN));
    }

    public void end(String summary) {
        print(page().paragraph(0, summary, Page.Style.BOLD));
    }

    private Page page() {
        return new Page(terminal);
    }

    private void print(Page page) {
        out.print(page);
        out.flush();
    }
}
