package pe.comanda.api.floor;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.floor.TableSessionId;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * By what the phone that asked for a session proves that it was it: a secret that is told once.
 * Only its digest is kept, and never in an event. So staff who approve a session cannot become its
 * guests, and nobody becomes a guest by knowing a name, a phone number or an id.
 */
@Component
class Claims {
    private final JdbcClient sql;
    private final SecureRandom random = new SecureRandom();

    Claims(JdbcClient sql) {
        this.sql = sql;
    }

    /** Whose session a claim is for. */
    record Claimed(String organization, String branch) {}

    String draw() {
        var secret = new byte[16];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /**
     * Files the claim before the session is asked for; refuses an id that another phone claimed.
     */
    void file(TableSessionId session, String claim, String organization, String branch) {
        TenantScope.run(
                organization,
                () -> {
                    sql.sql(
                                    """
                                    delete from session_claim
                                    where organization_id = ? and created_at < now() - interval '2 days'
                                    """)
                            .param(organization)
                            .update();
                    sql.sql(
                                    """
                                    insert into session_claim (session_id, organization_id, branch_id, claim_digest)
                                    values (?, ?, ?, ?) on conflict do nothing
                                    """)
                            .params(session.value(), organization, branch, digest(claim))
                            .update();
                });
        AccessRule.ALREADY_EXISTS.require(check(session, claim).isPresent(), "id", session);
    }

    /** Whose session it is, where the claim is the one that was told. */
    Optional<Claimed> check(TableSessionId session, String claim) {
        var leave = TenantScope.enter(TenantScope.ALL);
        try {
            return sql.sql(
                            """
                            select organization_id, branch_id, claim_digest from session_claim
                            where session_id = ?
                            """)
                    .param(session.value())
                    .query(
                            (row, _) ->
                                    new Filed(
                                            new Claimed(row.getString(1), row.getString(2)),
                                            row.getBytes(3)))
                    .optional()
                    .filter(filed -> MessageDigest.isEqual(filed.digest(), digest(claim)))
                    .map(Filed::claimed);
        } finally {
            leave.run();
        }
    }

    private record Filed(Claimed claimed, byte[] digest) {}

    private static byte[] digest(String claim) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(claim.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
