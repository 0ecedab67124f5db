package dev.gatehouse.rest;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.files.FileTrouble;
import dev.gatehouse.document.files.WholeFile;
import dev.gatehouse.graph.StoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Where and how the server listens.
///
/// @param host name or address to bind; `127.0.0.1` is reached from this machine only
/// @param port 0 takes a free one
/// @param allowedHosts names that it is asked under beside `host` and, on loopback, `localhost`
/// @param tokenForReads whether reading takes a token too; off loopback it always does
/// @param tls null speaks plain HTTP, which is for loopback only
public record RestConfig(
        String host,
        int port,
        Set<String> allowedHosts,
        boolean tokenForReads,
        @Nullable Tls tls) {
    private static final int HIGHEST_PORT = 65_535;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    public RestConfig {
        allowedHosts = Set.copyOf(allowedHosts);
    }

    /// Certificate and key.
    ///
    /// @param keyStore a PKCS #12 file
    public record Tls(Path keyStore, String password) {
        private void check() {
            try (InputStream file = new ByteArrayInputStream(WholeFile.read(keyStore, WholeFile.LARGEST))) {
                KeyStore.getInstance("PKCS12").load(file, password.toCharArray());
            } catch (IOException | GeneralSecurityException e) {
                throw new InvalidInputException(
                        "The key store " + keyStore + " cannot be read: " + FileTrouble.why(e),
                        "name a PKCS #12 file, and give its password in GATEHOUSE_TLS_PASSWORD");
            }
        }

        /// Without the password.
        @Override
        public String toString() {
            return "Tls[" + keyStore + "]";
        }
    }

    /// The same on another port.
    public RestConfig on(int other) {
        return new RestConfig(host, other, allowedHosts, tokenForReads, tls);
    }

    /// Where it answers, once it listens on that port.
    public String url(int listening) {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return (tls == null ? "http" : "https") + "://" + name + ":" + listening;
    }

    /// Whether it could listen so now.
    ///
    /// @throws InvalidInputException when there is no such port or host, when it would talk to a network in the
    ///     clear, or when the certificate cannot be read
    /// @throws StoreException when somebody else listens there
    public void check() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new InvalidInputException(
                    "There is no port " + port,
                    "give one from 1 to " + HIGHEST_PORT + ", or 0 to take any that is free");
        }
        if (!loopback() && tls == null) {
            throw new InvalidInputException(
                    "Off loopback TLS is demanded, and '" + host + "' has none",
                    "configure a certificate, or bind to 127.0.0.1 behind a proxy that speaks TLS");
        }
        if (tls != null) {
            tls.check();
        }
        tryPort();
    }

    private void tryPort() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw taken(e);
        }
    }

    StoreException taken(Exception e) {
        return new StoreException(
                "Cannot listen on " + host + ":" + port + " (" + e.getMessage()
                        + "); is another server running there? Give another port with --port",
                e);
    }

    boolean loopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new InvalidInputException(
                    "There is no host '" + host + "' to bind to", "give an address of this machine");
        }
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(allowedHosts);
        names.add(host);
        if (loopback()) {
            names.addAll(LOOPBACK);
        }
        return names;
    }
}
