package pe.comanda.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import static pe.comanda.api.shared.EdgeRule.TOKEN_INVALID;
import static pe.comanda.api.shared.EdgeRule.UNAVAILABLE;
import static pe.comanda.domain.access.AccessRule.NOT_FOUND;
import static pe.comanda.domain.access.AccessRule.ORGANIZATION_SUSPENDED;
import static pe.comanda.domain.access.AccessRule.STAFF_NOT_ACTIVE;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

import pe.comanda.api.shared.Ids;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.identity.IdentityQuery.ActorView;
import pe.comanda.domain.identity.IdentityQuery.StandingView;
import pe.comanda.domain.shared.BusinessRule;
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.tenancy.BranchId;
import pe.comanda.domain.tenancy.OrganizationId;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is true now counts, not what was true when the token was issued. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecognitionTest {
    private final MovableClock clock = new MovableClock();
    private final AccessTokens tokens =
            new AccessTokens(
                    new SigningKeys(new KeysInMemory(), KeysInMemory.openVault(), clock),
                    clock,
                    "comanda");
    private final Revocations revocations = mock(Revocations.class);
    private final Actors actors = mock(Actors.class);
    private final Ids ids = mock(Ids.class);
    private final Recognition recognition = new Recognition(tokens, revocations, actors, ids);
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @BeforeEach
    void somebody_is_at_the_door() {
        request.setRemoteAddr("10.0.0.7");
        when(ids.orNew(null, "req")).thenReturn("req-made");
        when(actors.find(anyString())).thenReturn(Optional.empty());
        when(actors.known(anyString())).thenCallRealMethod();
        sara(Role.WAITER, true, false, "branch-1");
    }

    @Test
    void the_caller_is_who_the_token_says_with_the_branches_of_now() {
        sara(Role.WAITER, true, false, "branch-1", "branch-2");
        request.addHeader("Comanda-Device", "Caja 1");
        request.addHeader("X-Correlation-Id", "abc-12345");
        var caller = recognize(Role.WAITER);
        assertThat(caller.organization()).isEqualTo("org-1");
        assertThat(caller.actor()).isEqualTo("staff-sara");
        assertThat(caller.role()).isEqualTo(Role.WAITER);
        assertThat(caller.branches()).containsExactlyInAnyOrder("branch-1", "branch-2");
        assertThat(caller.session()).isNull();
        assertThat(caller.device()).isEqualTo("Caja 1");
        assertThat(caller.address()).isEqualTo("10.0.0.7");
        assertThat(caller.correlation()).isEqualTo("abc-12345");
    }

    @Test
    void who_was_disabled_demoted_or_moved_away_is_refused() {
        sara(Role.WAITER, false, false, "branch-1");
        refused(Role.WAITER, STAFF_NOT_ACTIVE);
        sara(Role.KITCHEN, true, false, "branch-1");
        refused(Role.WAITER, STAFF_NOT_ACTIVE);
    }

    @Test
    void who_has_a_token_and_is_not_known_yet_comes_back_instead_of_being_signed_out() {
        when(actors.find("staff-sara")).thenReturn(Optional.empty());
        refused(Role.WAITER, UNAVAILABLE);
    }

    @Test
    void nobody_of_a_suspended_organization_comes_in() {
        sara(Role.WAITER, true, true, "branch-1");
        refused(Role.WAITER, ORGANIZATION_SUSPENDED);
    }

    @Test
    void a_session_that_was_ended_is_refused() {
        when(revocations.isOver("family-1")).thenReturn(true);
        refused(Role.WAITER, TOKEN_INVALID);
    }

    @Test
    void a_staff_token_never_makes_a_guest_or_the_program() {
        refused(Role.CUSTOMER, TOKEN_INVALID);
        refused(Role.SYSTEM, TOKEN_INVALID);
    }

    @Test
    void a_guest_reaches_the_own_session_in_the_own_branch() {
        standing("org-1", false);
        var token = guestToken();
        var caller = recognition.recognize(token, request).getPrincipal();
        assertThat(caller.role()).isEqualTo(Role.CUSTOMER);
        assertThat(caller.branch()).isEqualTo("branch-1");
        assertThat(caller.session()).isEqualTo("session-9");
        standing("org-1", true);
        assertThatThrownBy(() -> recognition.recognize(token, request))
                .hasMessage(ORGANIZATION_SUSPENDED.name());
    }

    @Test
    void a_guest_whose_house_is_not_known_yet_comes_back_instead_of_scanning_anew() {
        when(actors.standing("org-1")).thenReturn(Optional.empty());
        var token = guestToken();
        assertThatThrownBy(() -> recognition.recognize(token, request))
                .hasMessage(UNAVAILABLE.name())
                .extracting(refused -> ((RuleViolated) refused).details().get("retryAfter"))
                .isEqualTo("2");
    }

    @Test
    void a_guest_token_with_another_role_is_refused() {
        var token =
                tokens.issue(
                        AccessTokens.DINER,
                        "session-9",
                        "org-1",
                        Role.ORG_ADMIN,
                        List.of("branch-1"),
                        "session-9",
                        Duration.ofHours(1));
        assertThatThrownBy(() -> recognition.recognize(token, request))
                .hasMessage(TOKEN_INVALID.name());
    }

    @Test
    void the_platforms_people_act_in_the_organization_that_they_name() {
        when(actors.find("staff-sara"))
                .thenReturn(Optional.of(view("org-1", Role.SUPER_ADMIN, true, false)));
        standing("org-2", true, "branch-2");
        when(actors.standing("org-3")).thenReturn(Optional.empty());
        assertThat(recognize(Role.SUPER_ADMIN).organization()).isEqualTo("org-1");
        request.addHeader("Comanda-Organization", "org-2");
        var there = recognize(Role.SUPER_ADMIN);
        assertThat(there.organization()).isEqualTo("org-2");
        assertThat(there.reachesBranch("branch-2")).isTrue();
        assertThat(there.reachesBranch("branch-1")).isFalse();
        request.removeHeader("Comanda-Organization");
        request.addHeader("Comanda-Organization", "org-3");
        refused(Role.SUPER_ADMIN, NOT_FOUND);
    }

    @Test
    void nobody_else_names_another_organization() {
        sara(Role.ORG_ADMIN, true, false);
        request.addHeader("Comanda-Organization", "org-2");
        assertThat(recognize(Role.ORG_ADMIN).organization()).isEqualTo("org-1");
    }

    @Test
    void an_administrator_reaches_the_branches_of_the_own_organization_and_no_others() {
        sara(Role.ORG_ADMIN, true, false, "branch-1", "branch-2");
        var caller = recognize(Role.ORG_ADMIN);
        assertThat(caller.reachesBranch("branch-2")).isTrue();
        assertThat(caller.reachesBranch("branch-of-others")).isFalse();
        sara(Role.ORG_ADMIN, true, false);
        assertThat(recognize(Role.ORG_ADMIN).reachesBranch("branch-of-others")).isFalse();
    }

    @Test
    void a_device_is_told_in_120_printable_characters() {
        request.addHeader("User-Agent", "Caja\u0007\n" + "x".repeat(500));
        assertThat(recognize(Role.WAITER).device()).hasSize(120).startsWith("Cajaxxx");
    }

    @Test
    void a_malformed_correlation_is_replaced() {
        request.addHeader("X-Correlation-Id", "<script>");
        assertThat(recognize(Role.WAITER).correlation()).isEqualTo("req-made");
    }

    @Test
    void a_header_never_changes_the_address() {
        request.addHeader("X-Forwarded-For", "1.2.3.4");
        request.addHeader("Forwarded", "for=1.2.3.4");
        assertThat(recognize(Role.WAITER).address()).isEqualTo("10.0.0.7");
    }

    private String guestToken() {
        return new DinerTokens(tokens, revocations)
                .issue(
                        new OrganizationId("org-1"),
                        new BranchId("branch-1"),
                        new TableSessionId("session-9"));
    }

    private Caller recognize(Role role) {
        return recognition.recognize(token(role), request).getPrincipal();
    }

    private String token(Role role) {
        return tokens.issue(
                AccessTokens.STAFF,
                "staff-sara",
                "org-1",
                role,
                List.of("branch-1"),
                "family-1",
                Duration.ofMinutes(15));
    }

    private void sara(Role role, boolean active, boolean suspended, String... branches) {
        when(actors.find("staff-sara"))
                .thenReturn(Optional.of(view("org-1", role, active, suspended, branches)));
    }

    private void standing(String organization, boolean suspended, String... branches) {
        when(actors.standing(organization))
                .thenReturn(
                        Optional.of(new StandingView(organization, suspended, List.of(branches))));
    }

    private static ActorView view(
            String organization, Role role, boolean active, boolean suspended, String... branches) {
        return new ActorView(
                "staff-sara", organization, role, List.of(branches), active, suspended);
    }

    private void refused(Role role, BusinessRule rule) {
        assertThatThrownBy(() -> recognize(role))
                .isInstanceOfSatisfying(
                        RuleViolated.class, r -> assertThat(r.rule()).isEqualTo(rule));
    }
}
