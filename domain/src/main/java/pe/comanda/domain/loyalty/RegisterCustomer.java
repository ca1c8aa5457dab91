package pe.comanda.domain.loyalty;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.access.Permission;
import pe.comanda.domain.shared.Command;

/**
 * A customer as they introduce themselves. What is personal stays out of every event: it is kept
 * sealed under a key of the person, and can be forgotten (Ley 29733).
 *
 * @param phone with or without country code, digits and blanks; unique in the organization
 */
public record RegisterCustomer(
        CustomerId customer, String name, @Nullable String phone, @Nullable String email)
        implements Command {
    @Override
    public CustomerId target() {
        return customer;
    }

    @Override
    public Permission requires() {
        return Permission.CUSTOMERS_CREATE;
    }
}
