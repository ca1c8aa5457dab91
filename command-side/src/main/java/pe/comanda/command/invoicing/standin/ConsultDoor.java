package pe.comanda.command.invoicing.standin;

import com.sun.net.httpserver.HttpExchange;

import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

import pe.comanda.command.invoicing.standin.TaxOffice.Refused;
import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.Ruc;

import java.io.IOException;
import java.util.Base64;

/** SUNAT's consultation: what became of a document. */
final class ConsultDoor {
    private final StandInRegistry registry;
    private final Journal journal;

    ConsultDoor(StandInRegistry registry, Journal journal) {
        this.registry = registry;
        this.journal = journal;
    }

    void open(HttpExchange http) throws IOException {
        try (http) {
            var soap = SoapExchange.of(http);
            var subject =
                    soap.parameter("rucComprobante")
                            + "-"
                            + soap.parameter("tipoComprobante")
                            + "-"
                            + soap.parameter("serieComprobante")
                            + "-"
                            + soap.parameter("numeroComprobante");
            try {
                StandIn.mustSignIn(soap);
                var found = known(soap);
                var withCdr = soap.operation().equals("getStatusCdr");
                var code =
                        found == null
                                ? "0011"
                                : withCdr
                                        ? "0004"
                                        : found.voided()
                                                ? "0003"
                                                : found.accepted() ? "0001" : "0002";
                journal.note(soap, subject, code);
                soap.answer(
                        soap.operation(),
                        status(code, found != null && withCdr ? found.cdr() : new byte[0]));
            } catch (Refused e) {
                journal.note(soap, subject, e.fault().code());
                soap.fault(e.fault());
            }
        } catch (SAXException e) {
            http.sendResponseHeaders(400, -1);
        }
    }

    /** SUNAT's consultation knows the F series only. */
    private @Nullable StandInDocument known(SoapExchange soap) {
        try {
            var key =
                    new DocumentKey(
                            new Ruc(soap.parameter("rucComprobante")),
                            DocumentType.withCode(soap.parameter("tipoComprobante")),
                            DocumentNumber.of(
                                    soap.parameter("serieComprobante"),
                                    Integer.parseInt(soap.parameter("numeroComprobante"))));
            return key.number().series().isOfFacturas() ? registry.find(key).orElse(null) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String status(String code, byte[] cdr) {
        var text =
                switch (code) {
                    case "0001" -> "El comprobante existe y está aceptado.";
                    case "0002" -> "El comprobante existe pero está rechazado.";
                    case "0003" -> "El comprobante existe pero está de baja.";
                    case "0004" -> "La constancia existe";
                    default -> "El comprobante de pago electrónico no existe.";
                };
        var content =
                cdr.length == 0
                        ? ""
                        : "<content>" + Base64.getEncoder().encodeToString(cdr) + "</content>";
        return "<statusCdr>"
                + content
                + "<statusCode>"
                + code
                + "</statusCode><statusMessage>"
                + text
                + "</statusMessage></statusCdr>";
    }
}
