package pe.comanda.command.shared;

import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What decisions need to know of a branch.
 *
 * @param zone IANA time zone: every day boundary of the branch is drawn in it
 * @param regime in force today in Lima
 * @param serviceCharge recargo al consumo as a fraction, 0 where there is none
 * @param readOnlyMenu diners may look but not order
 * @param waiterAssignment a waiter serves only the tables assigned to them; never so yet
 * @param establishment SUNAT's four-digit code of the premises
 * @param open false once the branch was closed for good or for a time
 */
public record BranchFacts(
        String organization,
        String branch,
        String name,
        String address,
        String zone,
        String currency,
        TaxRegime regime,
        BigDecimal serviceCharge,
        boolean readOnlyMenu,
        boolean inventory,
        boolean autoApproveSessions,
        boolean waiterAssignment,
        String establishment,
        boolean open) {

    /** Finds them. */
    public interface Source {
        Optional<BranchFacts> find(String branch);
    }
}
