package pe.comanda.command.invoicing.sunat;

import org.w3c.dom.Document;
import org.w3c.dom.Element;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;

/** Checks enveloped signatures. */
public final class XmlSignatures {
    private static final Set<String> PLAIN_TRANSFORMS =
            Set.of(
                    Transform.ENVELOPED,
                    CanonicalizationMethod.INCLUSIVE,
                    CanonicalizationMethod.INCLUSIVE_WITH_COMMENTS,
                    CanonicalizationMethod.EXCLUSIVE,
                    CanonicalizationMethod.EXCLUSIVE_WITH_COMMENTS);

    private static final List<String> REMARKS =
            List.of("Proposito", "Revocacion", "TSL", "Expiracion");

    private XmlSignatures() {}

    /**
     * The certificate whose key signed the whole document as it stands, or empty. Whose it is, is
     * the caller's question.
     */
    public static Optional<X509Certificate> signer(Document document) {
        try {
            var places =
                    Xml.anywhere(document, "Signature").stream()
                            .filter(it -> XMLSignature.XMLNS.equals(it.getNamespaceURI()))
                            .toList();
            if (places.size() != 1) {
                return Optional.empty();
            }
            var certificate = certificate(document);
            withoutRemarks(places.getFirst());
            var context =
                    new DOMValidateContext(
                            KeySelector.singletonKeySelector(certificate.getPublicKey()),
                            places.getFirst());
            // SUNAT has signed with SHA-1, which the JDK's strict mode refuses. What else that mode
            // forbids is
            // forbidden below: references elsewhere and transforms that run code.
            context.setProperty("org.jcp.xml.dsig.secureValidation", false);
            var signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
            return coversTheDocument(signature) && signature.validate(context)
                    ? Optional.of(certificate)
                    : Optional.empty();
        } catch (GeneralSecurityException
                | MarshalException
                | XMLSignatureException
                | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * SUNAT writes what it found out about a certificate ("Proposito", "Revocacion", "TSL",
     * "Expiracion") into the signature itself, after the fact and against the schema, which the JDK
     * refuses to read. Nothing of it is signed, and nobody asks it.
     */
    private static void withoutRemarks(Element signature) {
        for (var remark : REMARKS) {
            Xml.all(signature, remark).forEach(signature::removeChild);
        }
    }

    private static boolean coversTheDocument(XMLSignature signature) {
        var references = signature.getSignedInfo().getReferences();
        if (references.size() != 1 || !signature.getObjects().isEmpty()) {
            return false;
        }
        Reference reference = references.getFirst();
        return "".equals(reference.getURI())
                && reference.getTransforms().stream()
                        .allMatch(it -> PLAIN_TRANSFORMS.contains(it.getAlgorithm()));
    }

    private static X509Certificate certificate(Document document) throws GeneralSecurityException {
        var texts = Xml.anywhere(document, "X509Certificate");
        if (texts.isEmpty()) {
            throw new GeneralSecurityException("No certificate");
        }
        var bytes = Base64.getMimeDecoder().decode(texts.getFirst().getTextContent());
        return (X509Certificate)
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(bytes));
    }
}
