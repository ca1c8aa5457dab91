package pe.comanda.api.security;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.identity.Email;
import pe.comanda.domain.identity.PasswordHash;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Reads credentials, which the command side writes. Whoever signs in has not said of which
 * organization they are, so it looks among all.
 */
@Component
class CredentialTable {
    private final JdbcTemplate sql;

    CredentialTable(JdbcTemplate sql) {
        this.sql = sql;
    }

    record Credential(String staff, String organization, String hash) {}

    Optional<Credential> of(Email email) {
        return find("p.email = ?", email.value());
    }

    Optional<Credential> ofStaff(String staff) {
        return find("p.staff_id = ?", staff);
    }

    /** A stronger hash of the same password, in place of one by an older method. */
    void upgrade(Credential credential, PasswordHash hash) {
        TenantScope.run(
                credential.organization(),
                () ->
                        sql.update(
                                "update credential set password_hash = ? where staff_id = ? and password_hash = ?",
                                hash.value(),
                                credential.staff(),
                                credential.hash()));
    }

    private Optional<Credential> find(String condition, String value) {
        return everywhere(
                () ->
                        sql
                                .query(
                                        """
                                        select c.staff_id, c.organization_id, c.password_hash
                                        from staff_profile p join credential c on c.staff_id = p.staff_id where\s"""
                                                + condition,
                                        (row, _) ->
                                                new Credential(
                                                        row.getString(1),
                                                        row.getString(2),
                                                        row.getString(3)),
                                        value)
                                .stream()
                                .findFirst());
    }

    private static <T> T everywhere(Callable<T> work) {
        try {
            return TenantScope.call(TenantScope.ALL, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
