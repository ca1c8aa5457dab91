package pe.comanda.command.invoicing.sunat;

import java.io.ByteArrayOutputStream;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes UBL: elements named with their usual prefix, {@code cbc:ID}, nested by blocks of code. */
public final class UblXml {
    private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String SUNAT = "urn:sunat:names:specification:ubl:peru:schema:xsd:";

    private static final Map<String, String> NAMESPACES =
            Map.of(
                    "cac", UBL + "CommonAggregateComponents-2",
                    "cbc", UBL + "CommonBasicComponents-2",
                    "ext", UBL + "CommonExtensionComponents-2",
                    "sac", SUNAT + "SunatAggregateComponents-1");
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";

    private final XMLStreamWriter out;

    private UblXml(XMLStreamWriter out) {
        this.out = out;
    }

    /** A whole document, UTF-8, with an empty place for the signature as its first element. */
    public static byte[] document(String root, Body body) {
        return document(root, UBL + root + "-2", body);
    }

    /** A file of SUNAT's own kind, whose elements {@code sac} come beside those of UBL. */
    public static byte[] sunatDocument(String root, Body body) {
        return document(root, SUNAT + root + "-1", body);
    }

    private static byte[] document(String root, String namespace, Body body) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            out.writeStartElement("", root, namespace);
            out.writeDefaultNamespace(namespace);
            for (var prefix : new String[] {"cac", "cbc", "ext"}) {
                out.writeNamespace(prefix, NAMESPACES.get(prefix));
            }
            if (namespace.startsWith(SUNAT)) {
                out.writeNamespace("sac", NAMESPACES.get("sac"));
            }
            out.writeNamespace("ds", DSIG);
            var xml = new UblXml(out);
            xml.element(
                    "ext:UBLExtensions",
                    () ->
                            xml.element(
                                    "ext:UBLExtension",
                                    () -> xml.text("ext:ExtensionContent", "")));
            body.write(xml);
            out.writeEndElement();
            out.writeEndDocument();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a document or a part of it consists of. */
    public interface Body {
        void write(UblXml xml);
    }

    public void element(String name, Runnable content) {
        try {
            start(name);
            content.run();
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element with a text. Attributes come as name, value, name, value. */
    public void text(String name, Object value, String... attributes) {
        try {
            start(name);
            for (int i = 0; i < attributes.length; i += 2) {
                out.writeAttribute(attributes[i], attributes[i + 1]);
            }
            out.writeCharacters(legal(value.toString()));
            out.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same, where there is something to say. */
    public void optional(String name, String value, String... attributes) {
        if (!value.isBlank()) {
            text(name, value, attributes);
        }
    }

    private void start(String name) throws XMLStreamException {
        var cut = name.indexOf(':');
        var prefix = name.substring(0, cut);
        out.writeStartElement(prefix, name.substring(cut + 1), NAMESPACES.get(prefix));
    }

    /** Without the control characters that XML 1.0 cannot carry. */
    private static String legal(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
    }
}
