package pe.comanda.command.invoicing.sunat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

/** An issuer's private key and the certificate that SUNAT knows it by. */
public record SigningKey(PrivateKey key, X509Certificate certificate) {
    /** Of files of our own, which are sealed as a whole. */
    private static final char[] OWN = "comanda".toCharArray();

    /** As issuers get it: PKCS#12 (.p12, .pfx) or PEM. */
    public static SigningKey fromFile(byte[] file, char[] password)
            throws IOException, GeneralSecurityException {
        return PemFile.isOne(file)
                ? PemFile.read(file, password)
                : fromPkcs12(new ByteArrayInputStream(file), password);
    }

    /** The first key of a PKCS#12 file. */
    public static SigningKey fromPkcs12(InputStream file, char[] password)
            throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(file, password);
        for (var aliases = store.aliases(); aliases.hasMoreElements(); ) {
            var alias = aliases.nextElement();
            if (store.getKey(alias, password) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return new SigningKey(key, certificate);
            }
        }
        throw new GeneralSecurityException("No private key with a certificate in this file");
    }

    /** What {@link #toPkcs12} wrote. */
    public static SigningKey fromPkcs12(byte[] own) {
        try {
            return fromPkcs12(new ByteArrayInputStream(own), OWN);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("A key that was kept cannot be read", e);
        }
    }

    /** As a file of our own. It guards nothing by itself: whoever keeps it seals it. */
    public byte[] toPkcs12() {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, OWN);
            store.setKeyEntry("comanda", key, OWN, new Certificate[] {certificate});
            var bytes = new ByteArrayOutputStream();
            store.store(bytes, OWN);
            return bytes.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("A key cannot be kept", e);
        }
    }

    /**
     * Whether no authority vouches for the holder: SUNAT's beta takes such a one, production not.
     */
    public boolean isSelfSigned() {
        if (!certificate.getIssuerX500Principal().equals(certificate.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /** Without the key, so that no log has it. */
    @Override
    public String toString() {
        return "SigningKey[" + certificate.getSubjectX500Principal() + "]";
    }
}
