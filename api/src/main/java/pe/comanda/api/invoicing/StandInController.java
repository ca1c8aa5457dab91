package pe.comanda.api.invoicing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Permission;
import pe.comanda.domain.invoicing.BillingRule;
import pe.comanda.domain.invoicing.TaxOfficeStandIn;
import pe.comanda.domain.invoicing.TaxOfficeStandIn.Fault;
import pe.comanda.domain.invoicing.TaxOfficeStandIn.Request;
import pe.comanda.domain.tenancy.OrganizationId;
import pe.comanda.domain.tenancy.TenancyQuery.FindOrganization;
import pe.comanda.domain.tenancy.TenancyQuery.OrganizationView;

import java.util.List;
import java.util.Optional;

/**
 * The stand-in for SUNAT, for those who want to see how the program behaves when SUNAT does not. It
 * is there where {@code comanda.sunat} is {@code local} and this process runs the command side. An
 * organization reaches what concerns its own RUC.
 */
@RestController
@RequestMapping("/api/v1/operations/stand-in")
class StandInController {
    private final ObjectProvider<TaxOfficeStandIn> standIn;
    private final Queries queries;

    StandInController(ObjectProvider<TaxOfficeStandIn> standIn, Queries queries) {
        this.standIn = standIn;
        this.queries = queries;
    }

    record Faults(List<Fault> items) {}

    record Journal(List<Request> items) {}

    /**
     * @param mode {@code TIME_OUT_BEFORE_REGISTERING}, {@code TIME_OUT_AFTER_REGISTERING}, {@code
     *     UNAVAILABLE}, {@code REJECTION}, {@code OBSERVATION}, {@code FAULT}, …
     * @param times 1 where it is absent
     */
    record FaultRequest(
            @NotNull String mode,
            @Nullable String code,
            @Nullable String ruc,
            @Nullable String series,
            @Nullable Integer number,
            @Nullable Integer times) {
        Fault fault() {
            return new Fault(
                    ruc == null ? "" : ruc,
                    series == null ? "" : series,
                    number == null ? 0 : number,
                    mode,
                    code == null ? "" : code,
                    times == null ? 1 : times);
        }
    }

    /** Arms a fault for the next documents that meet it: those of the caller's organization. */
    @PostMapping("/faults")
    ResponseEntity<Faults> arm(@Valid @RequestBody FaultRequest request, Asking asking) {
        var office = allowed(asking, Permission.OPERATIONS_MANAGE);
        var fault = request.fault();
        if (reachesAll(asking)) {
            office.arm(fault);
            return armed(office, "");
        }
        var ruc = ruc(asking).orElseThrow(BillingRule.ISSUER_NEEDS_RUC::broken);
        AccessRule.FOREIGN_TENANT.require(fault.ruc().isEmpty() || fault.ruc().equals(ruc));
        office.arm(fault.of(ruc));
        return armed(office, ruc);
    }

    /** Of the caller's organization; the platform's own people see everybody's. */
    @GetMapping("/faults")
    Faults armed(Asking asking) {
        var office = allowed(asking, Permission.OPERATIONS_READ);
        return new Faults(whose(asking).map(office::armed).orElse(List.of()));
    }

    /** Clears those of the caller's organization; for the platform's own people, all. */
    @DeleteMapping("/faults")
    Faults disarm(Asking asking) {
        var office = allowed(asking, Permission.OPERATIONS_MANAGE);
        whose(asking).ifPresent(office::disarm);
        return armed(asking);
    }

    /**
     * What has reached it since it was opened from the caller's organization, newest first; the
     * platform's own people see everybody's.
     */
    @GetMapping("/journal")
    Journal journal(Asking asking) {
        var office = allowed(asking, Permission.OPERATIONS_READ);
        return new Journal(whose(asking).map(office::journal).orElse(List.of()));
    }

    private static ResponseEntity<Faults> armed(TaxOfficeStandIn office, String ruc) {
        return ResponseEntity.status(201).body(new Faults(office.armed(ruc)));
    }

    private static boolean reachesAll(Asking asking) {
        return asking.caller().role().may(Permission.PLATFORM_MANAGE);
    }

    /** The RUC that the caller may ask for; empty for all. Nothing where there is none. */
    private Optional<String> whose(Asking asking) {
        return reachesAll(asking) ? Optional.of("") : ruc(asking);
    }

    private Optional<String> ruc(Asking asking) {
        var organization = asking.caller().organization();
        return Optional.ofNullable(
                queries.askNow(
                                new FindOrganization(new OrganizationId(organization)),
                                OrganizationView.class,
                                asking.byTheDoor(organization, null))
                        .ruc());
    }

    private TaxOfficeStandIn allowed(Asking asking, Permission permission) {
        AccessRule.PERMISSION_DENIED.require(
                asking.caller().role().may(permission), "requires", permission.code());
        var office = standIn.getIfAvailable();
        if (office == null) {
            throw AccessRule.NOT_FOUND.broken("standIn", "comanda.sunat");
        }
        return office;
    }
}
