package pe.comanda.api.security;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import pe.comanda.api.shared.FirstCommands;
import pe.comanda.api.shared.Ids;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.identity.Email;
import pe.comanda.domain.identity.StaffCommand.HireStaff;
import pe.comanda.domain.identity.StaffId;
import pe.comanda.domain.tenancy.OrganizationId;

import java.util.Set;
import java.util.concurrent.CompletionException;

/**
 * Makes the platform's first administrator of the settings {@code comanda.super-admin.email} and
 * {@code comanda.super-admin.password}, where nobody has that e-mail yet. Without them there is
 * none. A password that was changed since is left alone.
 */
@Component
class PlatformAdmin {
    private static final Logger LOG = LoggerFactory.getLogger(PlatformAdmin.class);
    private final CredentialTable credentials;
    private final Passwords passwords;
    private final FirstCommands commands;
    private final Ids ids;
    private final String email;
    private final String password;

    PlatformAdmin(
            CredentialTable credentials,
            Passwords passwords,
            FirstCommands commands,
            Ids ids,
            @Value("${comanda.super-admin.email:}") String email,
            @Value("${comanda.super-admin.password:}") String password) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.commands = commands;
        this.ids = ids;
        this.email = email;
        this.password = password;
    }

    @EventListener(ApplicationReadyEvent.class)
    void hire() {
        if (email.isBlank() || password.isBlank() || credentials.of(new Email(email)).isPresent()) {
            return;
        }
        var command =
                new HireStaff(
                        new StaffId(ids.orNew(null, "staff")),
                        "Super admin",
                        new Email(email),
                        passwords.hash(password),
                        Role.SUPER_ADMIN,
                        Set.of());
        var program =
                Caller.system(OrganizationId.PLATFORM.value(), null, ids.orNew(null, "start"));
        try {
            LOG.info("Super admin {} was made", commands.send(command, program).getTarget());
        } catch (CompletionException failure) {
            LOG.error("No super admin was made", failure);
        }
    }
}
