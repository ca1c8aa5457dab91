package pe.comanda.command.invoicing.sunat;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

/**
 * Holds documents against the schemas of UBL 2.1 as OASIS publishes them. What is inside an
 * extension is anybody's own: there the signature is not looked at.
 */
final class UblSchemas {
    private static final String UBL = "/external/schemas/ubl21/";
    private static final String EXTENSION = "UBL-ExtensionContentDataType-2.1.xsd";
    private static final String ANYTHING =
            """
            <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
                targetNamespace="urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2">
              <xsd:complexType name="ExtensionContentType">
                <xsd:sequence><xsd:any processContents="skip" minOccurs="0"/></xsd:sequence>
              </xsd:complexType>
            </xsd:schema>""";
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private UblSchemas() {}

    /** What is wrong with an Invoice, CreditNote or DebitNote; nothing where it obeys. */
    static List<String> faults(String root, byte[] xml) throws IOException, SAXException {
        var faults = new ArrayList<String>();
        var validator = SCHEMAS.computeIfAbsent(root, UblSchemas::schema).newValidator();
        validator.setErrorHandler(
                new DefaultHandler() {
                    @Override
                    public void error(SAXParseException fault) {
                        faults.add(fault.getMessage());
                    }
                });
        validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
        return faults;
    }

    private static Schema schema(String root) {
        try {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            var load =
                    (DOMImplementationLS)
                            DocumentBuilderFactory.newDefaultInstance()
                                    .newDocumentBuilder()
                                    .getDOMImplementation()
                                    .getFeature("LS", "3.0");
            factory.setResourceResolver(
                    (_, namespace, _, system, _) -> input(load.createLSInput(), namespace, system));
            var main = UBL + "maindoc/UBL-" + root + "-2.1.xsd";
            return factory.newSchema(new StreamSource(resource(main), main));
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static LSInput input(LSInput input, String namespace, @Nullable String system) {
        var name = system == null ? namespace : system.substring(system.lastIndexOf('/') + 1);
        input.setSystemId(name);
        if (name.equals(EXTENSION)) {
            input.setCharacterStream(new StringReader(ANYTHING));
        } else if (system == null) {
            input.setByteStream(resource("/schemas/CCTS_CCT_SchemaModule.xsd"));
        } else {
            input.setByteStream(resource(UBL + "common/" + name));
        }
        return input;
    }

    private static InputStream resource(String path) {
        var found = UblSchemas.class.getResourceAsStream(path);
        if (found == null) {
            throw new IllegalStateException("Not on the classpath: " + path);
        }
        return found;
    }
}
