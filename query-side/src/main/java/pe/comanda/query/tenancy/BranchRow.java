package pe.comanda.query.tenancy;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import pe.comanda.domain.tenancy.Branch;
import pe.comanda.domain.tenancy.BranchEvent;
import pe.comanda.domain.tenancy.BranchEvent.*;
import pe.comanda.domain.tenancy.BranchSettings;
import pe.comanda.domain.tenancy.DatedRegime;
import pe.comanda.domain.tenancy.MenuMode;
import pe.comanda.domain.tenancy.TenancyQuery.BranchView;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A branch, one row. */
@Entity
@Table(name = "branch_view")
class BranchRow {
    @Id private String id = "";
    private String organizationId = "";
    private String code = "";
    private String name = "";
    private String address = "";
    private String phone = "";
    private String zone = "";
    private String currency = "";
    private BigDecimal serviceCharge = BigDecimal.ZERO;

    @Enumerated(EnumType.STRING)
    private MenuMode menuMode = MenuMode.ORDERING;

    private String establishment = "";
    private boolean inventory;
    private boolean autoApproveSessions;
    private boolean waiterAssignment;

    @Convert(converter = RegimesConverter.class)
    private List<DatedRegime> regimes = List.of();

    private boolean open;
    private Instant openedAt = Instant.EPOCH;
    private long version;

    BranchRow() {}

    static BranchRow opened(BranchOpened event, String organization, Instant at) {
        var row = new BranchRow();
        row.id = event.branch().value();
        row.organizationId = organization;
        row.openedAt = at;
        return row;
    }

    void apply(BranchEvent event, long version) {
        this.version = version;
        switch (event) {
            case BranchOpened(_, var publicCode, var settings, var regime, var from) -> {
                code = publicCode.value();
                regimes = List.of(new DatedRegime(regime, from));
                open = true;
                write(settings);
            }
            case BranchChanged(_, var changes) -> write(settings().with(changes));
            case TaxRegimeSet(_, var regime, var from) ->
                    regimes = new DatedRegime(regime, from).among(regimes);
            case PublicCodeReplaced(_, var publicCode) -> code = publicCode.value();
            case BranchClosed _ -> open = false;
            case BranchReopened _ -> open = true;
        }
    }

    BranchView view(Instant now) {
        var today = LocalDate.ofInstant(now, Branch.LIMA);
        var regime = DatedRegime.on(today, regimes);
        return new BranchView(
                id,
                organizationId,
                code,
                settings(),
                regime,
                regime.rateOn(today),
                regimes,
                open,
                openedAt,
                version);
    }

    private BranchSettings settings() {
        return new BranchSettings(
                name,
                address,
                phone,
                zone,
                currency,
                serviceCharge,
                menuMode,
                establishment,
                inventory,
                autoApproveSessions,
                waiterAssignment);
    }

    private void write(BranchSettings settings) {
        name = settings.name();
        address = settings.address();
        phone = settings.phone();
        zone = settings.zone();
        currency = settings.currency();
        serviceCharge = settings.serviceCharge();
        menuMode = settings.menuMode();
        establishment = settings.establishment();
        inventory = settings.inventory();
        autoApproveSessions = settings.autoApproveSessions();
        waiterAssignment = settings.waiterAssignment();
    }
}
