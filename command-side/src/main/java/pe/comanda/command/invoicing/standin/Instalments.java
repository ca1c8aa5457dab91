package pe.comanda.command.invoicing.standin;

import org.w3c.dom.Element;

import pe.comanda.command.invoicing.sunat.Xml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** How a document that arrived is paid. */
final class Instalments {
    private Instalments() {}

    static boolean onCredit(Received document) {
        return document.payments().stream()
                .anyMatch(it -> Xml.text(it, "PaymentMeansID").equals("Credito"));
    }

    static List<Element> of(Received document) {
        return document.payments().stream()
                .filter(it -> Xml.text(it, "PaymentMeansID").startsWith("Cuota"))
                .toList();
    }

    static BigDecimal amount(Element way) {
        return Received.number(Xml.text(way, "Amount"));
    }

    /** What is owed on credit. */
    static BigDecimal net(Received document) {
        return document.payments().stream()
                .filter(it -> Xml.text(it, "PaymentMeansID").equals("Credito"))
                .map(Instalments::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal sum(Received document) {
        return of(document).stream()
                .map(Instalments::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static boolean anyDueBy(Received document, LocalDate day) {
        return of(document).stream()
                .map(it -> Received.date(Xml.text(it, "PaymentDueDate")))
                .anyMatch(due -> due != null && !due.isAfter(day));
    }
}
