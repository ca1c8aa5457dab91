package pe.comanda.command.invoicing.sunat;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** An issuer's private key and the certificate that SUNAT knows it by. */
public record SigningKey(PrivateKey key, X509Certificate certificate) {

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

    /** Without the key, so that no log has it. */
    @Override
    public String toString() {
        return "SigningKey[" + certificate.getSubjectX500Principal() + "]";
    }
}
