package pe.comanda.command.shared;

import pe.comanda.domain.tax.TaxRegime;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What decisions need to know of a branch.
 *
 * @param zone IANA time zone: every day boundary of the branch is drawn in it
 * @param serviceCharge recargo al consumo as a fraction, 0 where there is none
 * @param readOnlyMenu diners may look but not order
 */
public record BranchFacts(
        String organization,
        String branch,
        String name,
        String zone,
        String currency,
        TaxRegime regime,
        BigDecimal serviceCharge,
        boolean readOnlyMenu,
        boolean inventory,
        boolean autoApproveSessions) {

    /** Finds them. */
    public interface Source {
        Optional<BranchFacts> find(String branch);
    }
}
