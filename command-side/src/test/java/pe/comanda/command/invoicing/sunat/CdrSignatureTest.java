package pe.comanda.command.invoicing.sunat;

import static org.assertj.core.api.Assertions.assertThat;

import static javax.xml.crypto.dsig.CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import pe.comanda.command.invoicing.standin.StandInKey;
import pe.comanda.domain.invoicing.GatewayAnswer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;

/**
 * Signatures in the shape that SUNAT gives them, and the names its certificates are made out to.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CdrSignatureTest {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");
    private static final String REMARKS =
            "<Proposito>Cumple proposito</Proposito><Revocacion>Cumple revocacion</Revocacion>"
                    + "<TSL>Cumple tsl</TSL><Expiracion>No ha expirado</Expiracion>";
    private static final String CDR =
            """
            <ar:ApplicationResponse xmlns:ar="urn:oasis:names:specification:ubl:schema:xsd:ApplicationResponse-2"\
             xmlns:ext="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"\
             xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"\
             xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">\
            <ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent/></ext:UBLExtension></ext:UBLExtensions>\
            <cac:ReceiverParty><cac:PartyIdentification><cbc:ID>20100066603</cbc:ID></cac:PartyIdentification></cac:ReceiverParty>\
            <cac:DocumentResponse><cac:Response><cbc:ReferenceID>F001-1</cbc:ReferenceID><cbc:ResponseCode>0</cbc:ResponseCode>\
            <cbc:Description><![CDATA[La Factura numero F001-1, ha sido aceptada]]></cbc:Description></cac:Response></cac:DocumentResponse>\
            </ar:ApplicationResponse>
            """
                    .strip();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CN=Agente, OU=20131312955, C=PE|true",
                "CN=SUNAT 20131312955, C=PE|true",
                "CN=Agente, SERIALNUMBER=RUC-20131312955, C=PE|true",
                "CN=Agente, OU=AGENTE AUTOMATIZADO, O=SUPERINTENDENCIA NACIONAL DE ADUANAS Y DE ADMINISTRACION TRIBUTARIA - SUNAT, C=PE|true",
                "CN=*.sunat.gob.pe, O=SUPERINTENDENCIA NACIONAL DE ADUANAS Y ADMINISTRACION TRIBUTARIA, C=PE|true",
                "CN=Agente, OU=120131312955, C=PE|false",
                "CN=SUPERINTENDENCIA NACIONAL DE ADUANAS Y DE ADMINISTRACION TRIBUTARIA, O=Otra, C=PE|false",
                "CN=Otra, OU=20100066603, O=No SUNAT, C=PE|false"
            })
    void a_certificate_is_sunats_where_it_bears_its_number_or_its_name(
            String holder, boolean sunats) {
        var zip = signedAsSunatDoes(holder, "");
        assertThat(read(zip) instanceof GatewayAnswer.Cdr).isEqualTo(sunats);
    }

    @Test
    void what_sunat_notes_inside_the_signature_does_not_break_it() {
        var zip = signedAsSunatDoes("CN=SUNAT, OU=20131312955", REMARKS);
        assertThat(read(zip)).isInstanceOf(GatewayAnswer.Cdr.class);
    }

    @Test
    void but_what_says_something_else_than_what_was_signed_does() {
        var zip = signedAsSunatDoes("CN=SUNAT, OU=20131312955", REMARKS, "F001-2", "F001-1");
        assertThat(read(zip)).isInstanceOf(GatewayAnswer.Unreadable.class);
    }

    private static GatewayAnswer read(byte[] zip) {
        return new CdrReader(CdrSigner.of(CdrSigner.SUNAT, Set.of()))
                .read(zip, Bills.factura(1).key());
    }

    private static byte[] signedAsSunatDoes(String holder, String remarks) {
        return signedAsSunatDoes(holder, remarks, "F001-1", "F001-1");
    }

    /** RSA with SHA-512 over a SHA-1 digest, exclusive with comments, no prefix. */
    private static byte[] signedAsSunatDoes(
            String holder, String remarks, String signed, String shown) {
        try {
            var key = StandInKey.named(holder, NOW);
            var document =
                    SafeXml.parse(CDR.replace("F001-1", signed).getBytes(StandardCharsets.UTF_8));
            var factory = XMLSignatureFactory.getInstance("DOM");
            var info =
                    factory.newSignedInfo(
                            factory.newCanonicalizationMethod(
                                    EXCLUSIVE_WITH_COMMENTS, (C14NMethodParameterSpec) null),
                            factory.newSignatureMethod(
                                    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", null),
                            List.of(
                                    factory.newReference(
                                            "",
                                            factory.newDigestMethod(DigestMethod.SHA1, null),
                                            List.of(
                                                    factory.newTransform(
                                                            Transform.ENVELOPED,
                                                            (TransformParameterSpec) null),
                                                    factory.newTransform(
                                                            EXCLUSIVE_WITH_COMMENTS,
                                                            (TransformParameterSpec) null)),
                                            null,
                                            null)));
            var keys = factory.getKeyInfoFactory();
            var context =
                    new DOMSignContext(
                            key.key(), Xml.anywhere(document, "ExtensionContent").getFirst());
            context.setProperty("org.jcp.xml.dsig.secureValidation", false);
            factory.newXMLSignature(
                            info,
                            keys.newKeyInfo(List.of(keys.newX509Data(List.of(key.certificate())))))
                    .sign(context);
            var xml =
                    new String(SafeXml.write(document), StandardCharsets.UTF_8)
                            .replace("</KeyInfo>", "</KeyInfo>" + remarks)
                            .replace(signed, shown);
            return ZipFiles.zip("R-cdr.xml", xml.getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
