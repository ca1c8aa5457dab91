package pe.comanda.command.invoicing.standin;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

import pe.comanda.command.invoicing.sunat.SigningKey;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * Throw-away keys with certificates that nobody vouches for: enough for beta and for the stand-in,
 * never for more.
 */
public final class StandInKey {
    private StandInKey() {}

    /**
     * A new one.
     *
     * @param name of the holder, as in {@code CN=…}
     */
    public static SigningKey named(String name, Instant now) {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            var holder = new X500Name(name);
            var certificate =
                    new JcaX509v3CertificateBuilder(
                                    holder,
                                    BigInteger.valueOf(now.toEpochMilli()),
                                    Date.from(now.minus(Duration.ofDays(1))),
                                    Date.from(now.plus(Duration.ofDays(730))),
                                    holder,
                                    pair.getPublic())
                            .build(
                                    new JcaContentSignerBuilder("SHA256withRSA")
                                            .build(pair.getPrivate()));
            return new SigningKey(
                    pair.getPrivate(),
                    new JcaX509CertificateConverter().getCertificate(certificate));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }
}
