package dev.gatehouse.policies.opa;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.policies.Dialect;
import dev.gatehouse.policies.PolicySet;
import dev.gatehouse.policies.opa.OpaFailure.Kind;
import dev.gatehouse.policies.opa.program.OpaBinary;
import dev.gatehouse.policies.opa.program.Workspace;
import dev.gatehouse.process.ChildProcess;
import dev.gatehouse.process.Command;
import dev.gatehouse.process.ProcessException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A child of ours on loopback that answers nobody without our token. It is started when first asked, once again
/// for a request that finds it gone, and anew for the next request where it hangs.
final class OpaChild implements Opa {
    private static final Duration START = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;

    private final OpaBinary binary;
    private final PolicySet set;
    private final HttpClient http;
    private final Duration deadline;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Running running;
    private boolean closed;

    OpaChild(OpaBinary binary, PolicySet set, HttpClient http, Duration deadline) {
        this.binary = binary;
        this.set = set;
        this.http = http;
        this.deadline = deadline;
    }

    @Override
    public List<SortedMap<String, JsonNode>> judge(List<Ask> asks) throws OpaFailure {
        return EntryModules.read(ask(client -> client.data(EntryModules.ENTRY, EntryModules.request(asks))), asks);
    }

    @Override
    public JsonNode data(String path, JsonNode input) throws OpaFailure {
        return ask(client -> client.data(path, input));
    }

    @Override
    public List<JsonNode> yaml(List<String> documents) throws OpaFailure {
        return ask(client -> Yaml.read(client, documents));
    }

    @Override
    public String version() {
        return binary.version();
    }

    private <T> T ask(Request<T> request) throws OpaFailure {
        Running first = current(null);
        try {
            return request.to(first.client);
        } catch (OpaFailure failure) {
            return switch (failure.kind()) {
                case GONE -> request.to(current(first).client);
                case UNUSABLE -> {
                    discard(first);
                    throw new OpaFailure(Kind.UNUSABLE, failure.reason() + "; it was ended, so ask again");
                }
                case REFUSED, SLOW, NONSENSE -> throw failure;
            };
        }
    }

    /// Ends a child that hangs; the next question starts another.
    private void discard(Running hung) {
        lock.lock();
        try {
            if (hung.equals(running)) {
                ProcessHandle.of(hung.child.pid()).ifPresent(ProcessHandle::destroyForcibly);
                hung.child.close();
                running = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /// The child that runs, a new one where none does or only the one that is known to be gone.
    private Running current(@Nullable Running gone) throws OpaFailure {
        lock.lock();
        try {
            if (closed) {
                throw new OpaFailure(Kind.UNUSABLE, "OPA was closed");
            }
            if (running != null && running.equals(gone)) {
                running.child.close();
                running = null;
            }
            if (running == null) {
                running = start();
            }
            return running;
        } finally {
            lock.unlock();
        }
    }

    private Running start() throws OpaFailure {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String token = HexFormat.of().formatHex(secret);
        String last = "";
        // Somebody else may take the port between our look and its start.
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try (Workspace workspace = Workspace.of(set.texts())) {
                workspace.write(EntryModules.FOLDER + "lock.rego", EntryModules.LOCK);
                return open(workspace, token);
            } catch (ProcessException | OpaFailure | UncheckedIOException e) {
                last = String.valueOf(e.getMessage());
            }
        }
        throw new OpaFailure(Kind.UNUSABLE, "OPA does not start: " + last);
    }

    private Running open(Workspace workspace, String token) throws OpaFailure {
        int port = freePort();
        ChildProcess child = ChildProcess.start(
                new Command("OPA", words(port), Map.of(EntryModules.TOKEN, token), workspace.folder()));
        try {
            OpaClient client = new OpaClient(http, URI.create("http://127.0.0.1:" + port), token, deadline);
            child.awaitReady(client::healthy, START);
            client.put(
                    EntryModules.FOLDER + "answers.rego",
                    EntryModules.entry(set.policies(), EntryModules.sets(client.modules())));
            return new Running(child, client);
        } catch (OpaFailure | ProcessException e) {
            child.close();
            throw e;
        }
    }

    private List<String> words(int port) {
        List<String> words = new ArrayList<>(List.of(binary.path().toString(), "run", "--server", "."));
        words.addAll(List.of("--addr", "127.0.0.1:" + port, "--authentication=token", "--authorization=basic"));
        words.addAll(List.of("--log-level", "error", "--skip-version-check", "--shutdown-grace-period", "1"));
        if (set.source().dialect() == Dialect.V0) {
            words.add("--v0-compatible");
        }
        return words;
    }

    private static int freePort() throws OpaFailure {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new OpaFailure(Kind.GONE, "No port is free on loopback: " + e.getMessage());
        }
    }

    /// The process id of the child that runs now, or -1.
    long pid() {
        lock.lock();
        try {
            return running == null ? -1 : running.child.pid();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (running != null) {
                running.child.close();
                running = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private record Running(ChildProcess child, OpaClient client) {}

    private interface Request<T> {
        T to(OpaClient client) throws OpaFailure;
    }
}
