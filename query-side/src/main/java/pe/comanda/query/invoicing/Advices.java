package pe.comanda.query.invoicing;

import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.FinanceQuery.Action;
import pe.comanda.domain.invoicing.FinanceQuery.Advice;
import pe.comanda.domain.invoicing.InvoiceQuery.InvoiceSummary;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** Tells what SUNAT's codes mean and what to do about them, from {@code sunat_codes_es}. */
@Component
class Advices {
    private static final Pattern CODE = Pattern.compile("([0-9]{3,4})\\b");
    private static final ResourceBundle TEXTS =
            ResourceBundle.getBundle("sunat_codes", Locale.forLanguageTag("es"));

    /**
     * The most telling first: SUNAT's code, a remark's code, why it is parked, where it stands.
     *
     * @param remarks SUNAT's observations
     */
    Advice on(InvoiceSummary document, List<String> remarks) {
        return switch (document.status()) {
            case ACCEPTED -> known(document.status().name()).orElseThrow();
            case OBSERVED ->
                    remarks.stream()
                            .flatMap(note -> code(note).flatMap(Advices::known).stream())
                            .findFirst()
                            .or(() -> known(document.status().name()))
                            .orElseThrow();
            default ->
                    code(document.code())
                            .or(() -> code(document.text()))
                            .flatMap(Advices::known)
                            .or(() -> known(document.code()))
                            .or(() -> known(document.status().name()))
                            .orElseThrow();
        };
    }

    /** On what concerns all documents of an issuer: a code of SUNAT's, or one of our own. */
    Advice onIssuer(String code) {
        return code(code)
                .flatMap(Advices::known)
                .or(() -> known(code))
                .or(() -> known("ISSUER_PAUSED"))
                .orElseThrow();
    }

    private static Optional<String> code(String text) {
        var found = CODE.matcher(text.strip());
        return found.lookingAt()
                ? Optional.of("%4s".formatted(found.group(1)).replace(' ', '0'))
                : Optional.empty();
    }

    private static Optional<Advice> known(String key) {
        if (key.isEmpty() || !TEXTS.containsKey(key)) {
            return Optional.empty();
        }
        var parts = TEXTS.getString(key).split("\\|", -1);
        return Optional.of(new Advice(key, parts[1], Action.valueOf(parts[0]), parts[2]));
    }
}
