package pe.comanda.domain.payments;

import pe.comanda.domain.shared.Money;

import java.util.List;

/**
 * Money taken for an order.
 *
 * @param amount what it settles of the order
 * @param tip voluntary, apart from the price and untaxed
 * @param tendered what the guest handed over (cash); else amount and tip together
 * @param change what the guest got back
 * @param rounding what was forgiven because coins end at ten cents; settles the order too
 * @param reference number of the operation, card voucher or transfer; may be empty
 * @param lines ids of the lines that this payment was for, where somebody pays by lines
 */
public record Payment(
        PaymentId id,
        PaymentMethod method,
        Money amount,
        Money tip,
        Money tendered,
        Money change,
        Money rounding,
        String reference,
        List<String> lines) {

    public Payment {
        lines = List.copyOf(lines);
    }

    /** By how much the debt shrinks. */
    public Money settles() {
        return amount.plus(rounding);
    }
}
