package pe.comanda.command.invoicing.standin;

import com.sun.net.httpserver.HttpExchange;

import org.w3c.dom.Document;
import org.xml.sax.SAXException;

import pe.comanda.command.invoicing.sunat.SafeXml;
import pe.comanda.command.invoicing.sunat.Xml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** One SOAP call to the stand-in: what was asked, and how it is answered. */
final class SoapExchange {
    private static final int MOST_BYTES = 8_000_000;

    private final HttpExchange http;
    private final Document request;

    private SoapExchange(HttpExchange http, Document request) {
        this.http = http;
        this.request = request;
    }

    /**
     * @throws SAXException where the request is no XML
     */
    static SoapExchange of(HttpExchange http) throws IOException, SAXException {
        return new SoapExchange(http, SafeXml.parse(http.getRequestBody().readNBytes(MOST_BYTES)));
    }

    String operation() {
        var body = Xml.all(request.getDocumentElement(), "Body").getFirst();
        for (var child = body.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getLocalName() != null) {
                return child.getLocalName();
            }
        }
        return "";
    }

    /** First text of this name anywhere; empty where there is none. */
    String parameter(String name) {
        var found = Xml.anywhere(request, name);
        return found.isEmpty() ? "" : found.getFirst().getTextContent().strip();
    }

    void answer(String operation, String content) throws IOException {
        send(
                http,
                200,
                "text/xml;charset=UTF-8",
                envelope(
                        "<br:%sResponse xmlns:br=\"http://service.sunat.gob.pe\">%s</br:%sResponse>"
                                .formatted(operation, content, operation)));
    }

    void fault(TaxOffice.Verdict.Fault fault) throws IOException {
        var side =
                fault.code().startsWith("01") && fault.code().compareTo("0130") >= 0
                        ? "Server"
                        : "Client";
        send(
                http,
                500,
                "text/xml;charset=UTF-8",
                envelope(
                        "<soap-env:Fault><faultcode>soap-env:%s.%s</faultcode><faultstring>%s</faultstring></soap-env:Fault>"
                                .formatted(side, fault.code(), escaped(fault.text()))));
    }

    /**
     * The other way in which SUNAT tells a code: as the fault string, the text in the detail, and
     * HTTP 200.
     */
    void faultInString(TaxOffice.Verdict.Fault fault) throws IOException {
        send(
                http,
                200,
                "text/xml;charset=UTF-8",
                envelope(
                        "<soap-env:Fault><faultcode>soap-env:Client</faultcode><faultstring>%s</faultstring><detail><message>%s</message></detail></soap-env:Fault>"
                                .formatted(fault.code(), escaped(fault.text()))));
    }

    void unavailable() throws IOException {
        send(
                http,
                503,
                "text/html",
                "<html><head><title>503 Service Unavailable</title></head><body><h1>Service Unavailable</h1></body></html>");
    }

    /** A page for people where SOAP was asked for. */
    void page() throws IOException {
        send(http, 200, "text/html", "<html><body><h1>Mantenimiento</h1><p>Vuelva luego</body>");
    }

    /** Entities within entities. */
    void bomb() throws IOException {
        send(
                http,
                200,
                "text/xml;charset=UTF-8",
                "<?xml version=\"1.0\"?><!DOCTYPE bomb [<!ENTITY a \"aaaaaaaaaa\">"
                        + "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
                        + "<bomb><applicationResponse>&c;</applicationResponse></bomb>");
    }

    /** An entity that points to a file. */
    void externalEntity() throws IOException {
        send(
                http,
                200,
                "text/xml;charset=UTF-8",
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY file SYSTEM \"file:///etc/passwd\">]>"
                        + "<x><applicationResponse>&file;</applicationResponse></x>");
    }

    static void send(HttpExchange http, int status, String type, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", type);
        http.sendResponseHeaders(status, bytes.length);
        try (var body = http.getResponseBody()) {
            body.write(bytes);
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String envelope(String body) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<soap-env:Envelope xmlns:soap-env=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap-env:Header/>"
                + "<soap-env:Body>"
                + body
                + "</soap-env:Body></soap-env:Envelope>";
    }
}
