package dev.gatehouse.cli.output;

import dev.gatehouse.cli.output.page.Page;
import dev.gatehouse.cli.output.page.PathDrawing;
import dev.gatehouse.cli.output.page.Terminal;
import dev.gatehouse.cli.output.report.Wording;
import dev.gatehouse.document.Count;
import dev.gatehouse.facts.Blast;
import java.util.Comparator;
import java.util.stream.Collectors;

/// Who is hurt when something fails, for people.
public final class BlastText {
    private static final int TIER = 10;

    private final Terminal terminal;

    public BlastText(Terminal terminal) {
        this.terminal = terminal;
    }

    /// The whole text, ending in a line break.
    public String write(Blast blast) {
        Page page = new Page(terminal);
        String name = Wording.name(blast.ref());
        if (blast.affected() == 0) {
            return page.paragraph(0, "Nobody needs " + name + ".", Page.Style.BOLD)
                    .toString();
        }
        page.paragraph(
                0,
                Count.of(blast.affected(), "component") + (blast.affected() == 1 ? " needs " : " need ") + name
                        + ", directly or through others.",
                Page.Style.BOLD);
        page.paragraph(0, failing(blast.affected(), blast.failing()), Page.Style.PLAIN);
        page.paragraph(
                0,
                blast.byTier().entrySet().stream()
                        .sorted(Comparator.comparingInt(tier -> tier.getKey() == 0 ? Integer.MAX_VALUE : tier.getKey()))
                        .map(tier -> tier(tier.getKey()) + ": " + tier.getValue())
                        .collect(Collectors.joining(", ")),
                Page.Style.PLAIN);
        blast.nearest().forEach(affected -> affected(page, affected));
        int others = blast.affected() - blast.nearest().size();
        if (others > 0 && !blast.nearest().isEmpty()) {
            page.blank().line(0, "and " + others + " more", Page.Style.DIM);
        }
        return page.toString();
    }

    private static String failing(int affected, int failing) {
        if (affected == 1) {
            return failing == 1 ? "It cannot do without it." : "It degrades without it.";
        }
        if (failing == 0) {
            return "All of them degrade without it.";
        }
        return failing == affected
                ? "None of them can do without it."
                : failing + " of them cannot do without it, the others degrade.";
    }

    private static void affected(Page page, Blast.Affected affected) {
        Integer tier = affected.tier();
        page.blank()
                .entry(
                        "",
                        tier(tier == null ? 0 : tier),
                        tier != null && tier == 1 ? Page.Style.BAD : Page.Style.PLAIN,
                        TIER,
                        Wording.name(affected.component()) + ", " + Count.of(affected.distance(), "step") + " away");
        new PathDrawing(page.width() - TIER)
                .draw(affected.path())
                .forEach(line -> page.line(TIER, line, Page.Style.PLAIN));
    }

    private static String tier(int tier) {
        return tier == 0 ? "no tier" : "tier " + tier;
    }
}
