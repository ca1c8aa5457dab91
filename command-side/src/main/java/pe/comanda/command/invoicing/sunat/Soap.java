package pe.comanda.command.invoicing.sunat;

import org.w3c.dom.Document;

import pe.comanda.command.invoicing.SunatAccount;
import pe.comanda.domain.invoicing.GatewayAnswer;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * SOAP 1.1 by hand: one operation with flat parameters, and a user name with its password in the
 * header.
 */
final class Soap {
    private static final Pattern CODE = Pattern.compile("(?<![0-9])[0-9]{4}(?![0-9])");

    private Soap() {}

    static String request(String operation, Map<String, String> parameters, SunatAccount account) {
        var body = new StringBuilder();
        parameters.forEach(
                (name, value) ->
                        body.append('<')
                                .append(name)
                                .append('>')
                                .append(escaped(value))
                                .append("</")
                                .append(name)
                                .append('>'));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" \
                xmlns:ser="http://service.sunat.gob.pe" \
                xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">\
                <soapenv:Header><wsse:Security><wsse:UsernameToken>\
                <wsse:Username>%s</wsse:Username><wsse:Password>%s</wsse:Password>\
                </wsse:UsernameToken></wsse:Security></soapenv:Header>\
                <soapenv:Body><ser:%s>%s</ser:%s></soapenv:Body></soapenv:Envelope>
                """
                .formatted(
                        escaped(account.login()),
                        escaped(account.password()),
                        operation,
                        body,
                        operation);
    }

    /** The code stands in the fault code ({@code Client.0102}), or alone in the fault string. */
    static GatewayAnswer fault(Document document) {
        var fault = Xml.anywhere(document, "Fault").getFirst();
        var faultCode = Xml.text(fault, "faultcode");
        var faultString = Xml.text(fault, "faultstring");
        var message = Xml.text(fault, "detail/message");
        var code = code(faultCode);
        if (code.isEmpty()) {
            code = code(faultString);
        }
        return new GatewayAnswer.Fault(code, message.isEmpty() ? faultString : message);
    }

    private static String code(String text) {
        var matcher = CODE.matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
