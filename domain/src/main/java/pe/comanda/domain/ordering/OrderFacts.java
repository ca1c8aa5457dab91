package pe.comanda.domain.ordering;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Role;

import java.time.LocalDate;
import java.util.function.IntSupplier;

/**
 * What an order must know of the world to decide: gathered by whoever runs it, at the moment of the
 * command.
 *
 * @param offers the branch's menu as it stands
 * @param terms currency, tax and service charge in force
 * @param businessDay the branch's date
 * @param nextNumber draws the next order number of that branch and day; asked only by an order that
 *     is placed
 * @param table where the session sits; null when the session is not active or there is none
 * @param readOnlyMenu whether the branch shows its menu without taking orders from diners
 * @param by the role of whoever asks
 * @param coupons those that the branch honours today, @param rewards likewise
 */
public record OrderFacts(
        Offers offers,
        Terms terms,
        LocalDate businessDay,
        IntSupplier nextNumber,
        @Nullable TableRef table,
        boolean readOnlyMenu,
        Role by,
        Redeemables coupons,
        RedeemableRewards rewards) {

    /** Whether whoever asks may order here: a branch may show its diners the menu and no more. */
    boolean takesOrders() {
        return !readOnlyMenu || by != Role.CUSTOMER;
    }
}
