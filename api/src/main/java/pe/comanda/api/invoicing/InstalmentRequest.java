package pe.comanda.api.invoicing;

import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.PaymentTerms.Instalment;
import pe.comanda.domain.shared.Money;

import java.time.LocalDate;
import java.util.List;

/**
 * A part of a factura on credit.
 *
 * @param due after the factura's issue date
 */
record InstalmentRequest(@NotNull Money amount, @NotNull LocalDate due) {
    static PaymentTerms terms(@Nullable List<InstalmentRequest> requests) {
        return requests == null
                ? PaymentTerms.AT_ONCE
                : new PaymentTerms(
                        requests.stream()
                                .map(it -> new Instalment(it.amount(), it.due()))
                                .toList());
    }
}
