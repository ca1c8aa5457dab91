package pe.comanda.command.invoicing.sunat;

import pe.comanda.command.invoicing.Inquiry;
import pe.comanda.command.invoicing.SunatAccount.ValidityClient;
import pe.comanda.domain.invoicing.GatewayAnswer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;

/**
 * SUNAT's "consulta de validez", the only one that knows boletas. It tells a state and gives no
 * CDR.
 */
final class ValidityService {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SCOPE = "https://api.sunat.gob.pe/v1/contribuyente/contribuyentes";

    private final HttpCalls calls;
    private final URI validity;
    private final URI tokens;

    ValidityService(HttpCalls calls, URI validity, URI tokens) {
        this.calls = calls;
        this.validity = validity;
        this.tokens = tokens;
    }

    GatewayAnswer ask(Inquiry inquiry, ValidityClient client) {
        try {
            return switch (calls.call(tokenRequest(client))) {
                case HttpCalls.Reply.Failed(var why) -> why;
                case HttpCalls.Reply.Answered(int status, byte[] body) when status != 200 ->
                        refused(status, body);
                case HttpCalls.Reply.Answered(_, byte[] body) ->
                        ask(inquiry, JSON.readTree(body).path("access_token").asString(""));
            };
        } catch (JacksonException e) {
            return new GatewayAnswer.Unreadable("La consulta de validez no respondió JSON");
        }
    }

    private GatewayAnswer ask(Inquiry inquiry, String token) {
        return switch (calls.call(question(inquiry, token))) {
            case HttpCalls.Reply.Failed(var why) -> why;
            case HttpCalls.Reply.Answered(int status, byte[] body) when status != 200 ->
                    refused(status, body);
            case HttpCalls.Reply.Answered(_, byte[] body) ->
                    state(JSON.readTree(body).path("data").path("estadoCp").asString(""));
        };
    }

    private static GatewayAnswer state(String code) {
        return switch (code) {
            case "0" -> new GatewayAnswer.NotRegistered("No existe según la consulta de validez");
            case "1" -> new GatewayAnswer.Registered("Aceptado según la consulta de validez");
            case "2" -> new GatewayAnswer.Withdrawn("Anulado según la consulta de validez");
            case "3" -> new GatewayAnswer.Registered("Autorizado según la consulta de validez");
            case "4" -> new GatewayAnswer.Withdrawn("Rechazado según la consulta de validez");
            default ->
                    new GatewayAnswer.Unreadable(
                            "Estado desconocido en la consulta de validez: " + code);
        };
    }

    private HttpRequest.Builder tokenRequest(ValidityClient client) {
        var form =
                "grant_type=client_credentials&scope="
                        + encoded(SCOPE)
                        + "&client_id="
                        + encoded(client.id())
                        + "&client_secret="
                        + encoded(client.secret());
        return HttpRequest.newBuilder(
                        tokens.resolve(
                                "/v1/clientesextranet/" + encoded(client.id()) + "/oauth2/token/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private HttpRequest.Builder question(Inquiry inquiry, String token) {
        var key = inquiry.key();
        var body =
                JSON.createObjectNode()
                        .put("numRuc", key.ruc().value())
                        .put("codComp", key.type().code())
                        .put("numeroSerie", key.number().series().value())
                        .put("numero", key.number().number())
                        .put("fechaEmision", DAY.format(inquiry.issueDate()))
                        .put("monto", inquiry.payable().toString());
        return HttpRequest.newBuilder(
                        validity.resolve(
                                "/v1/contribuyente/contribuyentes/"
                                        + key.ruc()
                                        + "/validarcomprobante"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    private static GatewayAnswer refused(int status, byte[] body) {
        return new GatewayAnswer.HttpError(status, Excerpt.of(body));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
