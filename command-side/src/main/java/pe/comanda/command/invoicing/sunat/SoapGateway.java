package pe.comanda.command.invoicing.sunat;

import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

import pe.comanda.command.invoicing.FiscalGateway;
import pe.comanda.command.invoicing.GatewayReply;
import pe.comanda.command.invoicing.Inquiry;
import pe.comanda.command.invoicing.SignedFile;
import pe.comanda.command.invoicing.SunatAccount;
import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.GatewayAnswer;
import pe.comanda.domain.invoicing.SummaryName;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * SUNAT by SOAP: documents in, CDRs out. The same for an OSE and for our stand-in; only the
 * addresses differ.
 */
public final class SoapGateway implements FiscalGateway {
    private final SunatEndpoints endpoints;
    private final CdrReader cdrs;
    private final HttpCalls calls;
    private final @Nullable ValidityService validity;

    public SoapGateway(SunatEndpoints endpoints, CdrReader cdrs) {
        this.endpoints = endpoints;
        this.cdrs = cdrs;
        this.calls = new HttpCalls(endpoints.connect(), endpoints.answer());
        this.validity =
                endpoints.validity() == null || endpoints.tokens() == null
                        ? null
                        : new ValidityService(calls, endpoints.validity(), endpoints.tokens());
    }

    @Override
    public GatewayReply send(SignedFile file, SunatAccount account) {
        var name = file.key().fileName();
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("fileName", name + ".zip");
        parameters.put(
                "contentFile",
                Base64.getEncoder().encodeToString(ZipFiles.zip(name + ".xml", file.xml())));
        return timed(
                () ->
                        call(
                                endpoints.billService(),
                                "sendBill",
                                parameters,
                                account,
                                answer -> {
                                    var content = Xml.anywhere(answer, "applicationResponse");
                                    return content.isEmpty()
                                            ? Read.of(
                                                    new GatewayAnswer.Unreadable(
                                                            "La respuesta no trae constancia"))
                                            : cdr(content.getFirst().getTextContent(), file.key());
                                }));
    }

    @Override
    public GatewayReply sendSummary(SummaryName name, byte[] xml, SunatAccount account) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("fileName", name.fileName() + ".zip");
        parameters.put(
                "contentFile",
                Base64.getEncoder().encodeToString(ZipFiles.zip(name.fileName() + ".xml", xml)));
        return timed(
                () ->
                        call(
                                endpoints.billService(),
                                "sendSummary",
                                parameters,
                                account,
                                SoapGateway::ticket));
    }

    private static Read ticket(Document answer) {
        var ticket = Xml.anywhere(answer, "ticket");
        return ticket.isEmpty() || ticket.getFirst().getTextContent().isBlank()
                ? Read.of(new GatewayAnswer.Unreadable("La respuesta no trae ticket"))
                : Read.of(
                        new GatewayAnswer.TicketGiven(ticket.getFirst().getTextContent().strip()));
    }

    @Override
    public GatewayReply ticket(String ticket, SummaryName name, SunatAccount account) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("ticket", ticket);
        return timed(
                () ->
                        call(
                                endpoints.billService(),
                                "getStatus",
                                parameters,
                                account,
                                answer -> worked(answer, name)));
    }

    /** 0 and 99 bring the CDR; 99 without one says why in the same place. */
    private Read worked(Document answer, SummaryName name) {
        var codes = Xml.anywhere(answer, "statusCode");
        var contents = Xml.anywhere(answer, "content");
        var code = codes.isEmpty() ? "" : codes.getFirst().getTextContent().strip();
        var content = contents.isEmpty() ? "" : contents.getFirst().getTextContent().strip();
        return switch (code) {
            case "98", "0098" -> Read.of(new GatewayAnswer.InProcess("En proceso"));
            case "99", "0099" -> {
                var read = decoded(content, zip -> cdrs.read(zip, name));
                // Whatever it says, SUNAT has worked the ticket off and done nothing of it.
                yield read.answer() instanceof GatewayAnswer.Cdr
                        ? read
                        : Read.of(new GatewayAnswer.Fault("2999", "El ticket terminó con error"));
            }
            case "0", "0000" -> decoded(content, zip -> cdrs.read(zip, name));
            case "0127" -> Read.of(new GatewayAnswer.Fault(code, "El ticket no existe"));
            default -> Read.of(new GatewayAnswer.Unreadable("Ticket: " + code));
        };
    }

    /** By the operation that tells states, where the other one shows what was accepted once. */
    @Override
    public GatewayReply state(Inquiry inquiry, SunatAccount account) {
        return consult(inquiry, "getStatus", account);
    }

    @Override
    public GatewayReply ask(Inquiry inquiry, SunatAccount account) {
        return consult(inquiry, "getStatusCdr", account);
    }

    private GatewayReply consult(Inquiry inquiry, String operation, SunatAccount account) {
        var key = inquiry.key();
        var consult = endpoints.consultService();
        if (key.number().series().isOfFacturas() && consult != null) {
            var parameters = new LinkedHashMap<String, String>();
            parameters.put("rucComprobante", key.ruc().value());
            parameters.put("tipoComprobante", key.type().code());
            parameters.put("serieComprobante", key.number().series().value());
            parameters.put("numeroComprobante", String.valueOf(key.number().number()));
            return timed(
                    () ->
                            call(
                                    consult,
                                    operation,
                                    parameters,
                                    account,
                                    answer -> status(answer, key)));
        }
        var client = account.validity();
        var service = validity;
        if (client == null || service == null) {
            return new GatewayReply(new GatewayAnswer.CannotAsk(), null, 0, 0);
        }
        return timed(() -> Read.of(service.ask(inquiry, client)));
    }

    /** What was understood, with the CDR it was read from. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Read(GatewayAnswer answer, byte @Nullable [] cdrZip, int status) {
        static Read of(GatewayAnswer answer) {
            return new Read(answer, null, 0);
        }
    }

    private interface Call {
        Read run();
    }

    private interface Reader {
        Read read(Document answer);
    }

    private static GatewayReply timed(Call call) {
        var began = System.nanoTime();
        var read = call.run();
        var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        return new GatewayReply(read.answer(), read.cdrZip(), read.status(), millis);
    }

    private Read call(
            URI address,
            String operation,
            Map<String, String> parameters,
            SunatAccount account,
            Reader reader) {
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "text/xml; charset=utf-8")
                        .header("SOAPAction", "\"urn:" + operation + "\"")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        Soap.request(operation, parameters, account)));
        return switch (calls.call(request)) {
            case HttpCalls.Reply.Failed(var why) -> Read.of(why);
            case HttpCalls.Reply.Answered(int status, byte[] body) -> {
                var read = read(status, body, reader);
                yield new Read(read.answer(), read.cdrZip(), status);
            }
        };
    }

    /** A fault is one whatever the HTTP status says: it comes with 500, and at times with 200. */
    private static Read read(int status, byte[] body, Reader reader) {
        try {
            var document = SafeXml.parse(body);
            if (!Xml.anywhere(document, "Fault").isEmpty()) {
                return Read.of(Soap.fault(document));
            }
            if (status == 200) {
                return reader.read(document);
            }
        } catch (SAXException _) {
            if (status == 200) {
                return Read.of(
                        new GatewayAnswer.Unreadable("Respuesta ilegible: " + Excerpt.of(body)));
            }
        }
        return Read.of(new GatewayAnswer.HttpError(status, Excerpt.of(body)));
    }

    /**
     * Judged by the content: for a CDR that exists SUNAT says 0004, which elsewhere is a wrong
     * question.
     */
    private Read status(Document answer, DocumentKey key) {
        var content = Xml.anywhere(answer, "content");
        if (!content.isEmpty() && !content.getFirst().getTextContent().isBlank()) {
            return cdr(content.getFirst().getTextContent(), key);
        }
        var codes = Xml.anywhere(answer, "statusCode");
        var messages = Xml.anywhere(answer, "statusMessage");
        var code = codes.isEmpty() ? "" : codes.getFirst().getTextContent().strip();
        var text = messages.isEmpty() ? "" : messages.getFirst().getTextContent().strip();
        return Read.of(
                switch (code) {
                    case "0001" -> new GatewayAnswer.Registered(text);
                    case "0002", "0003" -> new GatewayAnswer.Withdrawn(text);
                    case "0011", "0127" -> new GatewayAnswer.NotRegistered(text);
                    case "0125" -> new GatewayAnswer.Fault(code, text);
                    default -> new GatewayAnswer.Unreadable("Consulta: " + code + " " + text);
                });
    }

    private Read cdr(String base64, DocumentKey key) {
        return decoded(base64, zip -> cdrs.read(zip, key));
    }

    /** Understands a CDR. */
    private interface Understanding {
        GatewayAnswer of(byte[] zip);
    }

    private static Read decoded(String base64, Understanding understanding) {
        try {
            var zip = Base64.getMimeDecoder().decode(base64.strip());
            return new Read(understanding.of(zip), zip, 0);
        } catch (IllegalArgumentException e) {
            return Read.of(new GatewayAnswer.Unreadable("La constancia no es base64"));
        }
    }
}
