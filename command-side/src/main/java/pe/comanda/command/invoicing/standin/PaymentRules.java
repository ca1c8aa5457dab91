package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.check;
import static pe.comanda.command.invoicing.standin.Rule.ofFactura;

import org.w3c.dom.Element;

import pe.comanda.command.invoicing.sunat.Xml;

import java.util.List;
import java.util.function.Predicate;

/** What SUNAT checks on how a factura is paid. */
final class PaymentRules {
    static final List<Rule> ALL =
            List.of(
                    ofFactura("3244", it -> it.payments().isEmpty()),
                    ofTerms(
                            "3245",
                            it ->
                                    it.payments().stream()
                                            .anyMatch(
                                                    way ->
                                                            Xml.text(way, "PaymentMeansID")
                                                                    .isEmpty())),
                    ofFactura(
                            "3461",
                            it ->
                                    it.payments().stream()
                                            .anyMatch(
                                                    way ->
                                                            Xml.all(way, "PaymentMeansID").size()
                                                                    > 1)),
                    ofFactura("3247", it -> has(it, "Contado") && has(it, "Credito")),
                    ofTerms(
                            "3248",
                            it ->
                                    it.payments().stream()
                                                    .map(way -> Xml.text(way, "PaymentMeansID"))
                                                    .distinct()
                                                    .count()
                                            < it.payments().size()),
                    ofTerms(
                            "3251",
                            it ->
                                    it.payments().stream()
                                            .anyMatch(
                                                    way ->
                                                            name(way).equals("Credito")
                                                                    && amount(way).isEmpty())),
                    ofTerms(
                            "3250",
                            it ->
                                    it.payments().stream()
                                            .anyMatch(
                                                    way ->
                                                            name(way).equals("Credito")
                                                                    && isNoAmount(way))),
                    ofTerms(
                            "3254",
                            it ->
                                    Instalments.of(it).stream()
                                            .anyMatch(way -> amount(way).isEmpty())),
                    ofTerms(
                            "3253",
                            it -> Instalments.of(it).stream().anyMatch(PaymentRules::isNoAmount)),
                    ofTerms(
                            "3256",
                            it -> Instalments.of(it).stream().anyMatch(way -> due(way).isEmpty())),
                    ofTerms(
                            "3255",
                            it ->
                                    Instalments.of(it).stream()
                                            .anyMatch(
                                                    way ->
                                                            !due(way).isEmpty()
                                                                    && Received.date(due(way))
                                                                            == null)),
                    ofFactura(
                            "3266",
                            it ->
                                    Instalments.of(it).stream()
                                            .anyMatch(
                                                    way ->
                                                            Instalments.amount(way)
                                                                            .compareTo(
                                                                                    Received.number(
                                                                                            it
                                                                                                    .payable()))
                                                                    > 0)),
                    ofTerms(
                            "3246",
                            it ->
                                    it.payments().stream()
                                            .anyMatch(
                                                    way ->
                                                            !Xml.text(way, "PaymentMeansID")
                                                                    .matches(
                                                                            "Contado|Credito|Cuota[0-9]{3}"))),
                    ofTerms("3249", it -> has(it, "Credito") && Instalments.of(it).isEmpty()),
                    ofTerms("3252", it -> !has(it, "Credito") && !Instalments.of(it).isEmpty()),
                    ofTerms(
                            "3319",
                            it ->
                                    has(it, "Credito")
                                            && Instalments.net(it).compareTo(Instalments.sum(it))
                                                    != 0),
                    ofFactura(
                            "3265",
                            it -> Instalments.net(it).compareTo(Received.number(it.payable())) > 0),
                    ofFactura(
                            "3267",
                            it ->
                                    Instalments.of(it).stream()
                                            .anyMatch(
                                                    way -> {
                                                        var due =
                                                                Received.date(
                                                                        Xml.text(
                                                                                way,
                                                                                "PaymentDueDate"));
                                                        var issued = it.issued();
                                                        return due != null
                                                                && issued != null
                                                                && !due.isAfter(issued);
                                                    })));

    private PaymentRules() {}

    private static Rule ofTerms(String code, Predicate<Received> broken) {
        return check(code, broken).in(Received::tellsHowItIsPaid);
    }

    private static String name(Element way) {
        return Xml.text(way, "PaymentMeansID");
    }

    private static String amount(Element way) {
        return Xml.text(way, "Amount");
    }

    private static String due(Element way) {
        return Xml.text(way, "PaymentDueDate");
    }

    private static boolean isNoAmount(Element way) {
        return !amount(way).isEmpty()
                && (!amount(way).matches(Formats.CENTS)
                        || Received.number(amount(way)).signum() == 0);
    }

    private static boolean has(Received document, String way) {
        return document.payments().stream()
                .anyMatch(it -> Xml.text(it, "PaymentMeansID").equals(way));
    }
}
