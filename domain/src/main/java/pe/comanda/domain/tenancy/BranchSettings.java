package pe.comanda.domain.tenancy;

import java.math.BigDecimal;

/**
 * How a branch works.
 *
 * @param name 2 to 255 characters
 * @param zone IANA time zone: every day boundary of the branch is drawn in it
 * @param currency ISO 4217; PEN, as all money is in soles
 * @param serviceCharge recargo al consumo as a fraction, 0 to 0.13 (D.Ley 25988, fifth disposition)
 * @param establishment SUNAT's four-digit code of the premises, 0000 for the main one
 * @param inventory whether confirmed orders take stock
 * @param autoApproveSessions whether scanning a table's code needs nobody's approval
 * @param waiterAssignment whether a waiter serves only the tables assigned to them; false, until
 *     tables can be assigned
 */
public record BranchSettings(
        String name,
        String address,
        String phone,
        String zone,
        String currency,
        BigDecimal serviceCharge,
        MenuMode menuMode,
        String establishment,
        boolean inventory,
        boolean autoApproveSessions,
        boolean waiterAssignment) {

    /** What a new branch in Peru starts with. */
    public static BranchSettings usual(String name, String address) {
        return new BranchSettings(
                name,
                address,
                "",
                "America/Lima",
                "PEN",
                BigDecimal.ZERO,
                MenuMode.ORDERING,
                "0000",
                true,
                false,
                false);
    }

    public BranchSettings with(BranchChanges changes) {
        return new BranchSettings(
                changes.name() == null ? name : changes.name(),
                changes.address() == null ? address : changes.address(),
                changes.phone() == null ? phone : changes.phone(),
                changes.zone() == null ? zone : changes.zone(),
                changes.currency() == null ? currency : changes.currency(),
                changes.serviceCharge() == null ? serviceCharge : changes.serviceCharge(),
                changes.menuMode() == null ? menuMode : changes.menuMode(),
                changes.establishment() == null ? establishment : changes.establishment(),
                changes.inventory() == null ? inventory : changes.inventory(),
                changes.autoApproveSessions() == null
                        ? autoApproveSessions
                        : changes.autoApproveSessions(),
                changes.waiterAssignment() == null ? waiterAssignment : changes.waiterAssignment());
    }
}
