package dev.gatehouse.client;

import dev.gatehouse.document.InvalidInputException;
import dev.gatehouse.document.files.FileTrouble;
import dev.gatehouse.document.files.WholeFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// Which servers are believed.
final class Trust {
    private Trust() {}

    /// Believes servers with a certificate of that authority.
    ///
    /// @param authority PEM file; null takes the authorities that Java trusts
    /// @return null for those that Java trusts
    /// @throws InvalidInputException when the file holds no certificates
    static @Nullable SSLSocketFactory of(@Nullable Path authority) {
        return authority == null ? null : context(authority).getSocketFactory();
    }

    private static SSLContext context(Path authority) {
        try {
            KeyStore known = KeyStore.getInstance("PKCS12");
            known.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates(authority)) {
                known.setCertificateEntry("authority-" + number++, certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(known);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Java lacks what TLS needs", e);
        }
    }

    private static Collection<? extends Certificate> certificates(Path authority) {
        try (InputStream file = new ByteArrayInputStream(WholeFile.read(authority, WholeFile.LARGEST))) {
            Collection<? extends Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(file);
            if (!certificates.isEmpty()) {
                return certificates;
            }
            throw unreadable(authority, "it holds no certificate");
        } catch (IOException | CertificateException e) {
            throw unreadable(authority, FileTrouble.why(e));
        }
    }

    private static InvalidInputException unreadable(Path authority, String why) {
        return new InvalidInputException(
                "The authority " + authority + " cannot be read: " + why, "name a PEM file with its certificates");
    }
}
