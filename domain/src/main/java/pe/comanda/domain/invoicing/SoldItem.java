package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;

import java.math.BigDecimal;

/**
 * What is put on a document, before any arithmetic.
 *
 * @param code the seller's own code; may be empty
 * @param unit UN/ECE 20: {@code NIU} piece, {@code ZZ} service, {@code KGM} kilogram
 * @param unitPrice of one unit, tax included
 * @param discount on the whole line, tax included; below the line's amount (a gift is a free line,
 *     not a discount)
 * @param bags plastic bags in this line, each of which bears ICBPER
 */
public record SoldItem(
        String code,
        String description,
        String unit,
        Quantity quantity,
        Money unitPrice,
        Affectation affectation,
        Money discount,
        int bags) {

    /** Bears no recargo al consumo. */
    public static final String SERVICE = "ZZ";

    public SoldItem {
        description = description.strip().replaceAll("\\s+", " ");
    }

    /** Pieces at a price, nothing special about them. */
    public static SoldItem of(
            String code,
            String description,
            int quantity,
            Money unitPrice,
            Affectation affectation) {
        return new SoldItem(
                code,
                description,
                "NIU",
                new Quantity(BigDecimal.valueOf(quantity)),
                unitPrice,
                affectation,
                Money.ZERO,
                0);
    }

    public SoldItem discountedBy(Money amount) {
        return new SoldItem(
                code, description, unit, quantity, unitPrice, affectation, amount, bags);
    }

    /** A service at a price: delivery. */
    public static SoldItem service(String description, Money price, Affectation affectation) {
        return new SoldItem(
                "",
                description,
                SERVICE,
                new Quantity(BigDecimal.ONE),
                price,
                affectation,
                Money.ZERO,
                0);
    }

    public SoldItem with(int plasticBags) {
        return new SoldItem(
                code, description, unit, quantity, unitPrice, affectation, discount, plasticBags);
    }

    /** Quantity times price, half up to cents, before the discount. */
    public Money gross() {
        return Money.rounded(quantity.value().multiply(unitPrice.value()));
    }
}
