package pe.comanda.api.security;

import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.tenancy.BranchId;
import pe.comanda.domain.tenancy.OrganizationId;

import java.time.Duration;
import java.util.List;

/** Tokens of guests: each reaches one table session and nothing else. */
@Component
public class DinerTokens {
    /** While the session goes on, whoever shows a token that is still good may be given another. */
    public static final Duration LIFE = Duration.ofHours(4);

    private final AccessTokens tokens;
    private final Revocations revocations;

    DinerTokens(AccessTokens tokens, Revocations revocations) {
        this.tokens = tokens;
        this.revocations = revocations;
    }

    /**
     * A token for the guests of a table session. Whether the session is active is for the caller to
     * know.
     */
    public String issue(OrganizationId organization, BranchId branch, TableSessionId session) {
        return tokens.issue(
                AccessTokens.DINER,
                session.value(),
                organization.value(),
                Role.CUSTOMER,
                List.of(branch.value()),
                session.value(),
                LIFE);
    }

    /** After the session ended or was rejected: its tokens are refused and its sockets closed. */
    public void revoke(OrganizationId organization, TableSessionId session) {
        revocations.endSession(organization.value(), session.value(), "table session over");
    }
}
