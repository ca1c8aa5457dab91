package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.Money;

import java.time.LocalDate;
import java.util.List;

/** When a factura is paid: at once where no instalments are named, else by them. */
public record PaymentTerms(List<Instalment> instalments) {
    public static final PaymentTerms AT_ONCE = new PaymentTerms(List.of());

    public PaymentTerms {
        instalments = List.copyOf(instalments);
    }

    /** A part of the price, due after the issue date (SUNAT 3267). */
    public record Instalment(Money amount, LocalDate due) {}

    public boolean isOnCredit() {
        return !instalments.isEmpty();
    }

    public Money outstanding() {
        return Money.sum(instalments.stream().map(Instalment::amount).toList());
    }
}
