package pe.comanda.domain.loyalty;

import static pe.comanda.domain.loyalty.LoyaltyRule.*;

import pe.comanda.domain.loyalty.CustomerCommand.*;
import pe.comanda.domain.loyalty.CustomerEvent.*;

import java.util.List;

/** A person that an organization knows. */
public enum Customer {
    NOT_REGISTERED,
    KNOWN,
    FORGOTTEN;

    public List<CustomerEvent> decide(CustomerCommand command) {
        return switch (command) {
            case RegisterCustomer(var id, _) -> {
                CUSTOMER_IS_REGISTERED_ONCE.require(this == NOT_REGISTERED);
                yield List.of(new CustomerRegistered(id, LoyaltyAccountId.of(id)));
            }
            case ChangeCustomer(var id, _) -> {
                CUSTOMER_WAS_FORGOTTEN.require(this == KNOWN);
                yield List.of(new CustomerChanged(id));
            }
            case ForgetCustomer(var id) -> {
                CUSTOMER_WAS_FORGOTTEN.require(this == KNOWN);
                yield List.of(new CustomerForgotten(id));
            }
        };
    }

    public static Customer evolve(CustomerEvent event) {
        return switch (event) {
            case CustomerRegistered _, CustomerChanged _ -> KNOWN;
            case CustomerForgotten _ -> FORGOTTEN;
        };
    }
}
