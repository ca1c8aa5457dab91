package pe.comanda.command.invoicing.sunat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

import pe.comanda.command.invoicing.standin.StandInKey;
import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.GatewayAnswer;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SunatXmlTest {
    private static final SigningKey KEY =
            StandInKey.named("CN=La Huaca", Instant.parse("2026-11-01T00:00:00Z"));
    private static final DocumentKey FACTURA =
            new DocumentKey(Bills.RUC, DocumentType.FACTURA, DocumentNumber.of("F001", 4));

    @Test
    void a_signed_document_verifies_with_the_certificate_in_it() throws Exception {
        var signed = XmlSigner.sign(UblWriter.write(Bills.factura(4)), KEY);
        assertThat(XmlSignatures.signer(SafeXml.parse(signed.xml()))).contains(KEY.certificate());
        assertThat(signed.digest()).hasSize(44);
    }

    @Test
    void a_cent_changed_after_signing_breaks_the_signature() throws Exception {
        var signed = XmlSigner.sign(UblWriter.write(Bills.factura(4)), KEY);
        var forged =
                new String(signed.xml(), StandardCharsets.UTF_8).replace(">121.70<", ">121.71<");
        assertThat(XmlSignatures.signer(SafeXml.parse(forged.getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void signatures_carry_no_line_breaks() {
        var xml =
                new String(
                        XmlSigner.sign(UblWriter.write(Bills.factura(4)), KEY).xml(),
                        StandardCharsets.UTF_8);
        assertThat(xml).doesNotContain("&#13;").doesNotContain("\r");
    }

    @Test
    void a_factura_says_how_it_is_paid_and_a_boleta_does_not() {
        assertThat(text(UblWriter.write(Bills.factura(4)))).contains("FormaPago", "Contado");
        assertThat(text(UblWriter.write(Bills.boleta(4)))).doesNotContain("FormaPago");
    }

    @Test
    void names_are_escaped_and_control_characters_left_out() throws Exception {
        var xml = UblWriter.write(Bills.boleta(4));
        assertThat(text(xml)).contains("La Huaca &amp; Hijos");
        assertThat(UblXml.document("Invoice", out -> out.text("cbc:Note", "a\u0000b\u0007c")))
                .satisfies(
                        it ->
                                assertThat(Xml.text(SafeXml.parse(it).getDocumentElement(), "Note"))
                                        .isEqualTo("abc"));
    }

    @Test
    void a_document_type_is_refused_because_it_could_reach_for_files() {
        var xml = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        assertThatThrownBy(() -> SafeXml.parse(xml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void a_zip_that_unfolds_beyond_reason_is_refused() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("R-bomb.xml"));
            zip.write(new byte[50_000_000]);
            zip.closeEntry();
        }
        assertThat(bytes.size()).isLessThan(100_000);
        assertThatThrownBy(() -> ZipFiles.unzip(bytes.toByteArray()))
                .isInstanceOf(ZipException.class);
        assertThat(
                        new CdrReader(CdrSigner.of(CdrSigner.SUNAT, Set.of()))
                                .read(bytes.toByteArray(), FACTURA))
                .isInstanceOf(GatewayAnswer.Unreadable.class);
    }

    @Test
    void the_same_document_is_packed_into_the_same_bytes() {
        var xml = UblWriter.write(Bills.factura(4));
        assertThat(ZipFiles.zip("a.xml", xml)).isEqualTo(ZipFiles.zip("a.xml", xml));
    }

    private static String text(byte[] xml) {
        return new String(xml, StandardCharsets.UTF_8);
    }
}
