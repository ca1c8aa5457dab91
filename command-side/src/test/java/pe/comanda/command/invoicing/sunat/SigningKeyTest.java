package pe.comanda.command.invoicing.sunat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import pe.comanda.command.invoicing.standin.StandInKey;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;

import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** The files in which certificate authorities hand out keys. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SigningKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");
    private static final SigningKey OURS = StandInKey.named("CN=La Huaca", NOW);
    private static final SigningKey OTHER = StandInKey.named("CN=Autoridad", NOW);
    private static final char[] NONE = {};

    /** How many bytes PKCS#8 has before the key of 2048 bits itself. */
    private static final int PKCS8 = 26;

    private static final byte[] PBES2 = HexFormat.of().parseHex("06092a864886f70d01050d");

    @Test
    void a_pkcs12_file_opens_with_its_password_only() throws Exception {
        var file = pkcs12("clave".toCharArray());
        assertThat(SigningKey.fromFile(file, "clave".toCharArray())).isEqualTo(OURS);
        assertThatThrownBy(() -> SigningKey.fromFile(file, "otra".toCharArray()))
                .isInstanceOf(java.io.IOException.class);
    }

    @Test
    void nobody_vouches_for_a_certificate_that_keytool_made(@TempDir Path folder) throws Exception {
        var file = folder.resolve("huaca.p12");
        var made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "huaca",
                                "-keyalg",
                                "RSA",
                                "-dname",
                                "CN=La Huaca, C=PE",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                "clave-larga",
                                "-keystore",
                                file.toString())
                        .start();
        assertThat(made.waitFor()).isZero();
        var key = SigningKey.fromFile(Files.readAllBytes(file), "clave-larga".toCharArray());
        assertThat(key.isSelfSigned()).isTrue();
    }

    @Test
    void an_authority_vouches_for_another() throws Exception {
        var pair = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        assertThat(issued(pair, "CN=Autoridad").isSelfSigned()).isFalse();
        assertThat(issued(pair, "CN=La Huaca").isSelfSigned())
                .as("of the same name, by another key")
                .isFalse();
    }

    /** For La Huaca, signed by the authority's key under a name. */
    private static SigningKey issued(KeyPair pair, String issuer) throws Exception {
        var certificate =
                new JcaX509v3CertificateBuilder(
                                new X500Name(issuer),
                                BigInteger.TWO,
                                Date.from(NOW),
                                Date.from(NOW.plusSeconds(60)),
                                new X500Name("CN=La Huaca"),
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withRSA").build(OTHER.key()));
        return new SigningKey(
                pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(certificate));
    }

    @Test
    void a_pem_file_may_bring_the_chain_in_any_order() throws Exception {
        var file =
                pem("CERTIFICATE", OTHER.certificate().getEncoded())
                        + pem("PRIVATE KEY", OURS.key().getEncoded())
                        + pem("CERTIFICATE", OURS.certificate().getEncoded());
        assertThat(read(file, NONE)).isEqualTo(OURS);
    }

    @Test
    void a_pem_file_may_hold_the_key_as_openssl_wrote_it_long_ago() throws Exception {
        var pkcs8 = OURS.key().getEncoded();
        var file =
                pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, PKCS8, pkcs8.length))
                        + pem("CERTIFICATE", OURS.certificate().getEncoded());
        assertThat(read(file, NONE)).isEqualTo(OURS);
    }

    @Test
    void a_pem_file_may_hold_the_key_under_a_password() throws Exception {
        var file =
                pem("ENCRYPTED PRIVATE KEY", encrypted("clave".toCharArray()))
                        + pem("CERTIFICATE", OURS.certificate().getEncoded());
        assertThat(read(file, "clave".toCharArray())).isEqualTo(OURS);
        assertThatThrownBy(() -> read(file, "otra".toCharArray()))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_key_without_its_own_certificate_is_no_use() {
        var foreign =
                pem("PRIVATE KEY", OURS.key().getEncoded())
                        + pem("CERTIFICATE", encoded(OTHER.certificate()));
        assertThatThrownBy(() -> read(foreign, NONE)).isInstanceOf(GeneralSecurityException.class);
        var bare = pem("CERTIFICATE", encoded(OURS.certificate()));
        assertThatThrownBy(() -> read(bare, NONE)).isInstanceOf(GeneralSecurityException.class);
    }

    private static SigningKey read(String file, char[] password) throws Exception {
        return SigningKey.fromFile(file.getBytes(StandardCharsets.US_ASCII), password);
    }

    private static byte[] encoded(Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String what, byte[] content) {
        var text = Base64.getMimeEncoder(64, new byte[] {10}).encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }

    private static byte[] pkcs12(char[] password) throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry("huaca", OURS.key(), password, new Certificate[] {OURS.certificate()});
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        return bytes.toByteArray();
    }

    private static byte[] encrypted(char[] password) throws Exception {
        var algorithm = "PBEWithHmacSHA256AndAES_256";
        var cipher = Cipher.getInstance(algorithm);
        cipher.init(
                Cipher.ENCRYPT_MODE,
                SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password)));
        var scheme = der(0x30, join(PBES2, cipher.getParameters().getEncoded()));
        return der(0x30, join(scheme, der(0x04, cipher.doFinal(OURS.key().getEncoded()))));
    }

    private static byte[] join(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] der(int tag, byte[] content) {
        byte[] head =
                content.length < 128
                        ? new byte[] {(byte) tag, (byte) content.length}
                        : new byte[] {
                            (byte) tag,
                            (byte) 0x82,
                            (byte) (content.length >> 8),
                            (byte) content.length
                        };
        return join(head, content);
    }
}
