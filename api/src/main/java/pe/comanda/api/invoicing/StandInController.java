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
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Permission;
import pe.comanda.domain.invoicing.TaxOfficeStandIn;
import pe.comanda.domain.invoicing.TaxOfficeStandIn.Fault;
import pe.comanda.domain.invoicing.TaxOfficeStandIn.Request;

import java.util.List;

/**
 * The stand-in for SUNAT, for those who want to see how the program behaves when SUNAT does not. It
 * is there where {@code comanda.sunat} is {@code local} and this process runs the command side.
 */
@RestController
@RequestMapping("/api/v1/operations/stand-in")
class StandInController {
    private final ObjectProvider<TaxOfficeStandIn> standIn;

    StandInController(ObjectProvider<TaxOfficeStandIn> standIn) {
        this.standIn = standIn;
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

    /** Arms a fault for the next documents that meet it. */
    @PostMapping("/faults")
    ResponseEntity<Faults> arm(@Valid @RequestBody FaultRequest request, Asking asking) {
        var office = allowed(asking, Permission.OPERATIONS_MANAGE);
        office.arm(request.fault());
        return ResponseEntity.status(201).body(new Faults(office.armed()));
    }

    @GetMapping("/faults")
    Faults armed(Asking asking) {
        return new Faults(allowed(asking, Permission.OPERATIONS_READ).armed());
    }

    @DeleteMapping("/faults")
    Faults disarm(Asking asking) {
        var office = allowed(asking, Permission.OPERATIONS_MANAGE);
        office.disarm();
        return new Faults(office.armed());
    }

    /** What has reached it since it was opened, newest first. */
    @GetMapping("/journal")
    Journal journal(Asking asking) {
        return new Journal(allowed(asking, Permission.OPERATIONS_READ).journal());
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
