package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.ofFactura;

import pe.comanda.command.invoicing.sunat.Xml;

import java.util.List;

/** What SUNAT checks on how a factura is paid. */
final class PaymentRules {
    static final List<Rule> ALL =
            List.of(
                    ofFactura("3244", it -> it.payments().isEmpty()),
                    ofFactura(
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
                    ofFactura(
                            "3248",
                            it ->
                                    it.payments().stream()
                                                    .map(way -> Xml.text(way, "PaymentMeansID"))
                                                    .distinct()
                                                    .count()
                                            < it.payments().size()),
                    ofFactura(
                            "3251", it -> has(it, "Credito") && Instalments.net(it).signum() == 0),
                    ofFactura(
                            "3254",
                            it ->
                                    Instalments.of(it).stream()
                                            .anyMatch(
                                                    way -> Instalments.amount(way).signum() == 0)),
                    ofFactura(
                            "3256",
                            it ->
                                    Instalments.of(it).stream()
                                            .anyMatch(
                                                    way ->
                                                            Received.date(
                                                                            Xml.text(
                                                                                    way,
                                                                                    "PaymentDueDate"))
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
                    ofFactura(
                            "3246",
                            it ->
                                    it.payments().stream()
                                            .anyMatch(
                                                    way ->
                                                            !Xml.text(way, "PaymentMeansID")
                                                                    .matches(
                                                                            "Contado|Credito|Cuota[0-9]{3}"))),
                    ofFactura("3249", it -> has(it, "Credito") && Instalments.of(it).isEmpty()),
                    ofFactura("3252", it -> !has(it, "Credito") && !Instalments.of(it).isEmpty()),
                    ofFactura(
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

    private static boolean has(Received document, String way) {
        return document.payments().stream()
                .anyMatch(it -> Xml.text(it, "PaymentMeansID").equals(way));
    }
}
