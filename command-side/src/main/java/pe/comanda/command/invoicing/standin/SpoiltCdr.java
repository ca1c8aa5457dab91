package pe.comanda.command.invoicing.standin;

import pe.comanda.command.invoicing.standin.TaxOffice.Verdict;
import pe.comanda.command.invoicing.sunat.SigningKey;
import pe.comanda.command.invoicing.sunat.XmlSigner;
import pe.comanda.command.invoicing.sunat.ZipFiles;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.ZipException;

/** A CDR that nobody may believe, made of one that is right. */
final class SpoiltCdr {
    private SpoiltCdr() {}

    static Verdict of(FaultMode mode, Verdict right) {
        return right instanceof Verdict.Answer(var code, byte[] cdr)
                ? new Verdict.Answer(code, of(mode, cdr))
                : right;
    }

    static byte[] of(FaultMode mode, byte[] zip) {
        try {
            var file = ZipFiles.unzip(zip).entrySet().iterator().next();
            var xml = new String(file.getValue(), StandardCharsets.UTF_8);
            return ZipFiles.zip(
                    file.getKey(),
                    switch (mode) {
                        case UNSIGNED_CDR -> bytes(unsigned(xml));
                        case ALTERED_CDR ->
                                bytes(xml.replace("</cbc:Description>", ".</cbc:Description>"));
                        case CDR_BY_ANOTHER_SIGNER ->
                                XmlSigner.sign(bytes(unsigned(xml)), another()).xml();
                        default -> throw new IllegalArgumentException(mode.name());
                    });
        } catch (ZipException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned(String xml) {
        return xml.replaceAll("(?s)<ds:Signature .*</ds:Signature>", "");
    }

    private static SigningKey another() {
        return StandInKey.named("CN=Otra, OU=20100066603, C=PE", Instant.now());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
