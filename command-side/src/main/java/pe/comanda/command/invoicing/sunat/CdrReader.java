package pe.comanda.command.invoicing.sunat;

import org.w3c.dom.Document;
import org.xml.sax.SAXException;

import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.GatewayAnswer;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.SummaryName;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.ZipException;

/**
 * Reads SUNAT's signed word. What cannot be read, is not signed by whom we trust or speaks of
 * another document is no answer at all.
 */
public final class CdrReader {
    private final CdrSigner signer;

    /**
     * @param signer whose signature is to stand under every CDR
     */
    public CdrReader(CdrSigner signer) {
        this.signer = signer;
    }

    public GatewayAnswer read(byte[] zip, DocumentKey expected) {
        return read(zip, expected.ruc(), reference -> isOurs(reference, expected));
    }

    /** The word on a file about documents. */
    public GatewayAnswer read(byte[] zip, SummaryName expected) {
        return read(zip, expected.ruc(), expected.id()::equals);
    }

    private GatewayAnswer read(byte[] zip, Ruc ruc, Predicate<String> isOurs) {
        try {
            // A folder may come first; the CDR is the file that begins with R.
            for (var file : ZipFiles.unzip(zip).entrySet()) {
                var name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
                if (name.startsWith("R-") && name.toLowerCase(Locale.ROOT).endsWith(".xml")) {
                    return read(SafeXml.parse(file.getValue()), ruc, isOurs);
                }
            }
            return new GatewayAnswer.Unreadable("No hay constancia en el ZIP");
        } catch (ZipException | SAXException e) {
            return new GatewayAnswer.Unreadable("Constancia ilegible: " + e.getMessage());
        }
    }

    private GatewayAnswer read(Document document, Ruc ruc, Predicate<String> isOurs) {
        var root = document.getDocumentElement();
        if (!"ApplicationResponse".equals(root.getLocalName())) {
            return new GatewayAnswer.Unreadable("No es una constancia: " + root.getLocalName());
        }
        var reference = Xml.text(root, "DocumentResponse/Response/ReferenceID");
        if (!isOurs.test(reference)) {
            return new GatewayAnswer.Unreadable("La constancia es de otro documento: " + reference);
        }
        var receiver = Xml.text(root, "ReceiverParty/PartyIdentification/ID");
        if (!receiver.isEmpty() && !receiver.contains(ruc.value())) {
            return new GatewayAnswer.Unreadable("La constancia es de otro emisor");
        }
        var signed = XmlSignatures.signer(document);
        if (signed.isEmpty()) {
            return new GatewayAnswer.Unreadable("La firma de la constancia falta o no es válida");
        }
        if (!signer.isTrusted(signed.get())) {
            return new GatewayAnswer.Unreadable(
                    "La constancia está firmada por otro: "
                            + signed.get().getSubjectX500Principal().getName());
        }
        var code = Xml.text(root, "DocumentResponse/Response/ResponseCode");
        if (code.isEmpty()) {
            return new GatewayAnswer.Unreadable("La constancia no trae código");
        }
        return new GatewayAnswer.Cdr(
                code,
                Xml.text(root, "DocumentResponse/Response/Description"),
                Xml.all(root, "Note").stream()
                        .map(it -> it.getTextContent().strip())
                        .filter(it -> !it.isEmpty())
                        .toList());
    }

    /** {@code F001-4}; some answers pad the number with zeros. */
    private static boolean isOurs(String reference, DocumentKey expected) {
        var cut = reference.lastIndexOf('-');
        return cut > 0
                && reference.substring(0, cut).endsWith(expected.number().series().value())
                && reference.substring(cut + 1).matches("0*" + expected.number().number());
    }
}
