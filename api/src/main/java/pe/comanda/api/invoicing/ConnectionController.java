package pe.comanda.api.invoicing;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import pe.comanda.api.shared.Asking;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Permission;
import pe.comanda.domain.invoicing.TaxOfficeConnection;
import pe.comanda.domain.invoicing.TaxOfficeConnection.Check;

import java.util.concurrent.CompletableFuture;

/** Whether SUNAT lets the organization in. There where this process runs the command side. */
@RestController
@RequestMapping("/api/v1/organization/sunat")
class ConnectionController {
    private final ObjectProvider<TaxOfficeConnection> connection;

    ConnectionController(ObjectProvider<TaxOfficeConnection> connection) {
        this.connection = connection;
    }

    /** Signs in at SUNAT with what is set up, and hands nothing over. */
    @PostMapping("/connection-check")
    CompletableFuture<Check> check(Asking asking) {
        var needed = Permission.SUNAT_UPDATE;
        AccessRule.PERMISSION_DENIED.require(
                asking.caller().role().may(needed), "requires", needed.code());
        var sunat = connection.getIfAvailable();
        if (sunat == null) {
            throw AccessRule.NOT_FOUND.broken("connection", "comanda.sides");
        }
        var organization = asking.caller().organization();
        // SUNAT may take its time; no thread that serves others waits for it.
        return CompletableFuture.supplyAsync(
                () -> sunat.check(organization), task -> Thread.ofVirtual().start(task));
    }
}
