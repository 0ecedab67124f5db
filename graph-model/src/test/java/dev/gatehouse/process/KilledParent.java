package dev.gatehouse.process;

import java.util.List;

/// Starts a program that knows nothing of us, says its process id, and waits to be killed.
final class KilledParent {
    private KilledParent() {}

    public static void main(String[] arguments) throws InterruptedException {
        ChildProcess child = ChildProcess.start(new Command("sleep", List.of("sleep", "600")));
        System.out.println(child.pid());
        Thread.sleep(600_000);
    }
}
