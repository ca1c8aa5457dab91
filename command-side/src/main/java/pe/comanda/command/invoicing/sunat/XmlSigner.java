package pe.comanda.command.invoicing.sunat;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

import java.security.GeneralSecurityException;
import java.util.List;

import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;

/**
 * Signs a document in its first extension: enveloped, SHA-256, inclusive C14N, RSA, the certificate
 * alone as key info.
 */
public final class XmlSigner {
    private XmlSigner() {}

    /**
     * What came of it.
     *
     * @param digest {@code ds:DigestValue}, which goes on paper as the "hash"
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only stored
    public record Signed(byte[] xml, String digest) {}

    public static Signed sign(byte[] xml, SigningKey key) {
        try {
            var document = SafeXml.parse(xml);
            var place = Xml.anywhere(document, "ExtensionContent").getFirst();
            sign(document, place, key);
            return new Signed(
                    SafeXml.write(document),
                    Xml.anywhere(document, "DigestValue").getFirst().getTextContent());
        } catch (SAXException
                | GeneralSecurityException
                | MarshalException
                | XMLSignatureException e) {
            throw new IllegalStateException("Cannot sign", e);
        }
    }

    private static void sign(Document document, Element place, SigningKey key)
            throws GeneralSecurityException, MarshalException, XMLSignatureException {
        var factory = XMLSignatureFactory.getInstance("DOM");
        var reference =
                factory.newReference(
                        "",
                        factory.newDigestMethod(DigestMethod.SHA256, null),
                        List.of(
                                factory.newTransform(
                                        Transform.ENVELOPED, (TransformParameterSpec) null)),
                        null,
                        null);
        var signedInfo =
                factory.newSignedInfo(
                        factory.newCanonicalizationMethod(
                                CanonicalizationMethod.INCLUSIVE, (C14NMethodParameterSpec) null),
                        factory.newSignatureMethod(SignatureMethod.RSA_SHA256, null),
                        List.of(reference));
        var keys = factory.getKeyInfoFactory();
        var keyInfo = keys.newKeyInfo(List.of(keys.newX509Data(List.of(key.certificate()))));
        var context = new DOMSignContext(key.key(), place);
        context.setDefaultNamespacePrefix("ds");
        factory.newXMLSignature(signedInfo, keyInfo, null, UblParties.SIGNATURE_ID, null)
                .sign(context);
        // The JDK breaks base64 into lines with carriage returns; neither text is under the
        // signature.
        unbroken(document, "SignatureValue");
        unbroken(document, "X509Certificate");
    }

    private static void unbroken(Document document, String name) {
        for (var element : Xml.anywhere(document, name)) {
            element.setTextContent(element.getTextContent().replaceAll("\\s", ""));
        }
    }
}
