package pe.comanda.domain.loyalty;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;

/**
 * Everything one can ask of a customer. What is personal stays out of every event: it is kept
 * sealed under a key of the person, and can be forgotten (Ley 29733).
 */
public sealed interface CustomerCommand extends Command {
    CustomerId customer();

    @Override
    default CustomerId target() {
        return customer();
    }

    @Override
    default Permission requires() {
        return switch (this) {
            case RegisterCustomer _ -> Permission.CUSTOMERS_CREATE;
            case ChangeCustomer _ -> Permission.CUSTOMERS_UPDATE;
            case ForgetCustomer _ -> Permission.CUSTOMERS_DELETE;
        };
    }

    /**
     * Opens the points account too. Phone and e-mail belong to one customer of the organization.
     */
    record RegisterCustomer(CustomerId customer, PersonalData data) implements CustomerCommand {}

    record ChangeCustomer(CustomerId customer, PersonalData data) implements CustomerCommand {}

    /** Destroys the key to everything that is known of the person. For good. */
    record ForgetCustomer(CustomerId customer) implements CustomerCommand {}
}
