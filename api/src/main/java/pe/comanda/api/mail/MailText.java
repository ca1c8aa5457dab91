package pe.comanda.api.mail;

import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.InvoiceQuery.InvoiceView;

import java.util.Locale;

/** What a buyer reads. */
final class MailText {
    private MailText() {}

    static String sender(InvoiceView view) {
        var issuer = view.issuer();
        return oneLine(issuer.tradeName().isBlank() ? issuer.legalName() : issuer.tradeName());
    }

    static String subject(InvoiceView view) {
        return "%s %s de %s"
                .formatted(name(view.summary().type()), view.summary().number(), sender(view));
    }

    static String body(InvoiceView view) {
        var summary = view.summary();
        return """
        Estimado cliente:

        Adjuntamos su %s %s por %s %s, emitida por %s (RUC %s).

        El PDF es la representación impresa; el XML es el comprobante electrónico, consérvelo.

        %s
        """
                .formatted(
                        name(summary.type()).toLowerCase(Locale.ROOT),
                        summary.number(),
                        summary.currency().equals("PEN") ? "S/" : summary.currency(),
                        summary.payable(),
                        view.issuer().legalName(),
                        view.issuer().ruc(),
                        sender(view));
    }

    private static String name(DocumentType type) {
        return switch (type) {
            case FACTURA -> "Factura electrónica";
            case BOLETA -> "Boleta de venta electrónica";
            case CREDIT_NOTE -> "Nota de crédito electrónica";
            case DEBIT_NOTE -> "Nota de débito electrónica";
        };
    }

    /** A line's end in a header would begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
