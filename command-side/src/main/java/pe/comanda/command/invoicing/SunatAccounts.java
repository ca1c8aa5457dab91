package pe.comanda.command.invoicing;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.invoicing.SunatAccount.ValidityClient;
import pe.comanda.command.invoicing.standin.StandIn;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.shared.Vault;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How each organization signs in at SUNAT, sealed under the master key. The stand-in and SUNAT's
 * beta know one user for everybody.
 */
@Component
class SunatAccounts {
    private final JdbcClient sql;
    private final Vault vault;
    private final SunatSettings settings;

    SunatAccounts(JdbcClient sql, Vault vault, SunatSettings settings) {
        this.sql = sql;
        this.vault = vault;
        this.settings = settings;
    }

    /** The account; empty where the organization has not told it yet. */
    Optional<SunatAccount> of(String organization, Ruc ruc) {
        return switch (settings.target()) {
            // Whoever asks the stand-in whether a document is valid is believed.
            case LOCAL ->
                    Optional.of(
                            new SunatAccount(
                                    ruc,
                                    StandIn.USER,
                                    StandIn.PASSWORD,
                                    new ValidityClient("comanda", "local")));
            case BETA -> Optional.of(new SunatAccount(ruc, StandIn.USER, StandIn.PASSWORD, null));
            case PRODUCTION, OSE -> kept(organization, ruc);
        };
    }

    /** Keeps another account in place of what there was. */
    void set(
            String organization,
            String user,
            String password,
            @Nullable String client,
            @Nullable String secret) {
        var _ =
                sql.sql(
                                """
                                insert into sol_account (organization_id, sol_user, sol_password, client_id, client_secret)
                                values (?, ?, ?, ?, ?)
                                on conflict (organization_id) do update set sol_user = excluded.sol_user,
                                    sol_password = excluded.sol_password, client_id = excluded.client_id,
                                    client_secret = excluded.client_secret, changed_at = now()
                                """)
                        .param(organization)
                        .param(user)
                        .param(sealed(password, "sol-password:" + organization))
                        .param(client)
                        .param(
                                secret == null
                                        ? null
                                        : sealed(secret, "validity-secret:" + organization))
                        .update();
    }

    private byte[] sealed(String text, String purpose) {
        return vault.seal(text.getBytes(StandardCharsets.UTF_8), purpose);
    }

    private Optional<SunatAccount> kept(String organization, Ruc ruc) {
        return sql.sql(
                        """
                        select sol_user, sol_password, client_id, client_secret from sol_account
                        where organization_id = ?
                        """)
                .param(organization)
                .query(
                        (row, _) ->
                                new SunatAccount(
                                        ruc,
                                        row.getString(1),
                                        opened(row.getBytes(2), "sol-password:" + organization),
                                        client(row.getString(3), row.getBytes(4), organization)))
                .optional();
    }

    private @Nullable ValidityClient client(
            @Nullable String id, byte @Nullable [] secret, String organization) {
        return id == null || secret == null
                ? null
                : new ValidityClient(id, opened(secret, "validity-secret:" + organization));
    }

    private String opened(byte[] sealed, String purpose) {
        return new String(vault.open(sealed, purpose), StandardCharsets.UTF_8);
    }
}
