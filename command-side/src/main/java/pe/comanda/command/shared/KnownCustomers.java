package pe.comanda.command.shared;

import pe.comanda.domain.loyalty.CustomerId;

/** Whose a customer is: an organization knows its own and nobody else's. */
public interface KnownCustomers {
    boolean knows(String organization, CustomerId customer);
}
