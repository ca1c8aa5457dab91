package pe.comanda.command.invoicing.sunat;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** An RSA key with its certificate as texts between dashes (RFC 7468), in any order. */
final class PemFile {
    private static final Pattern PART =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    /** Before a key as PKCS#1 writes it, to make PKCS#8 of it: version 0, rsaEncryption. */
    private static final byte[] RSA =
            HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;

    private PemFile() {}

    static boolean isOne(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
    }

    /**
     * The key, with that of the certificates which is its own: files often bring whole chains.
     *
     * @param password of the key, where it has one
     */
    static SigningKey read(byte[] file, char[] password)
            throws IOException, GeneralSecurityException {
        @Nullable PrivateKey key = null;
        var certificates = new ArrayList<X509Certificate>();
        var parts = PART.matcher(new String(file, StandardCharsets.ISO_8859_1));
        while (parts.find()) {
            var bytes = Base64.getMimeDecoder().decode(parts.group(2));
            switch (parts.group(1)) {
                case "CERTIFICATE" -> certificates.add(certificate(bytes));
                case "PRIVATE KEY" -> key = rsa(new PKCS8EncodedKeySpec(bytes));
                case "RSA PRIVATE KEY" -> key = rsa(new PKCS8EncodedKeySpec(asPkcs8(bytes)));
                case "ENCRYPTED PRIVATE KEY" -> key = rsa(opened(bytes, password));
                default -> {}
            }
        }
        if (key == null) {
            throw new GeneralSecurityException("No private key in this file");
        }
        return new SigningKey(key, own(key, certificates));
    }

    private static X509Certificate certificate(byte[] bytes) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(bytes));
    }

    private static PrivateKey rsa(PKCS8EncodedKeySpec key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(key);
    }

    private static PKCS8EncodedKeySpec opened(byte[] bytes, char[] password)
            throws IOException, GeneralSecurityException {
        var sealed = new EncryptedPrivateKeyInfo(bytes);
        var parameters = sealed.getAlgParameters();
        // PBES2 names the cipher among its parameters.
        var algorithm =
                sealed.getAlgName().equals("PBES2") && parameters != null
                        ? parameters.toString()
                        : sealed.getAlgName();
        var cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.DECRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password)),
                parameters);
        return sealed.getKeySpec(cipher);
    }

    private static X509Certificate own(PrivateKey key, List<X509Certificate> certificates)
            throws GeneralSecurityException {
        return certificates.stream()
                .filter(
                        it ->
                                key instanceof RSAPrivateKey mine
                                        && it.getPublicKey() instanceof RSAPublicKey known
                                        && known.getModulus().equals(mine.getModulus()))
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("No certificate of the key's own"));
    }

    private static byte[] asPkcs8(byte[] pkcs1) {
        var inner = new ByteArrayOutputStream();
        inner.writeBytes(RSA);
        inner.writeBytes(der(OCTETS, pkcs1));
        return der(SEQUENCE, inner.toByteArray());
    }

    /** A value as DER writes it, with its length in two bytes: keys are longer than 255 bytes. */
    private static byte[] der(int tag, byte[] content) {
        var all = new ByteArrayOutputStream();
        all.write(tag);
        all.write(0x82);
        all.write(content.length >> 8);
        all.write(content.length);
        all.writeBytes(content);
        return all.toByteArray();
    }
}
