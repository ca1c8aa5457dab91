package pe.comanda.command.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import static pe.comanda.domain.invoicing.BillingRule.CONNECTION_CHECKED_TOO_SOON;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import pe.comanda.command.invoicing.standin.MemoryRegistry;
import pe.comanda.command.invoicing.standin.StandIn;
import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.invoicing.sunat.CdrReader;
import pe.comanda.command.invoicing.sunat.CdrSigner;
import pe.comanda.command.invoicing.sunat.SoapGateway;
import pe.comanda.command.shared.OrganizationFacts;
import pe.comanda.domain.invoicing.BillingRule;
import pe.comanda.domain.invoicing.GatewayAnswer;
import pe.comanda.domain.invoicing.TaxOfficeConnection.Result;
import pe.comanda.domain.shared.RuleViolated;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConnectionCheckTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T20:00:00Z"), ZoneOffset.UTC);
    private static final SunatAccount.ValidityClient CLIENT =
            new SunatAccount.ValidityClient("id", "secret");

    private final StandIn sunat = StandIn.start(0, new MemoryRegistry(), CLOCK);
    private final OrganizationFacts.Source organizations = mock(OrganizationFacts.Source.class);
    private final SunatAccounts accounts = mock(SunatAccounts.class);
    private final IssuerPauses pauses = mock(IssuerPauses.class);
    private final SignInTries tries = mock(SignInTries.class);

    @AfterEach
    void close() {
        sunat.close();
    }

    @Test
    void who_is_let_in_at_both_doors_is_told_so_and_nothing_is_left_there() {
        var check = check(account(StandIn.PASSWORD, CLIENT));
        assertThat(check.documents().result()).isEqualTo(Result.WORKS);
        assertThat(check.validity().result()).isEqualTo(Result.WORKS);
        assertThat(sunat.registry().latest(1)).isEmpty();
    }

    @Test
    void a_wrong_password_is_told_with_the_code_of_sunat() {
        var check = check(account("otra", CLIENT));
        assertThat(check.documents().result()).isEqualTo(Result.TURNED_AWAY);
        assertThat(check.documents().code()).isEqualTo("0102");
    }

    @Test
    void each_try_is_counted_by_what_came_of_it() {
        var wrong = connection(account("otra", CLIENT));
        assertThat(wrong.check("org-1").documents().result()).isEqualTo(Result.TURNED_AWAY);
        verify(tries).begin("org-1", CLOCK.instant());
        verify(tries).turnedAway("org-1", CLOCK.instant());
        var right = connection(account(StandIn.PASSWORD, CLIENT));
        assertThat(right.check("org-1").documents().result()).isEqualTo(Result.WORKS);
        verify(tries).letIn("org-1");
        sunat.close();
        assertThat(right.check("org-1").documents().result()).isEqualTo(Result.NO_ANSWER);
        verify(tries).unanswered("org-1", CLOCK.instant());
    }

    @Test
    void nobody_signs_in_who_has_to_wait() {
        var check = connection(account(StandIn.PASSWORD, CLIENT));
        doThrow(CONNECTION_CHECKED_TOO_SOON.broken()).when(tries).begin(any(), any());
        mustWait(check);
        verify(tries, never()).letIn(any());
    }

    @Test
    void nobody_signs_in_while_documents_wait_because_of_the_account() {
        var check = connection(account(StandIn.PASSWORD, CLIENT));
        when(pauses.ofWrongAccount("org-1", CLOCK.instant()))
                .thenReturn(Optional.of(CLOCK.instant().plusSeconds(1800)));
        mustWait(check);
        verify(tries, never()).begin(any(), any());
    }

    private static void mustWait(ConnectionCheck check) {
        assertThatThrownBy(() -> check.check("org-1"))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        it -> assertThat(it.rule()).isEqualTo(CONNECTION_CHECKED_TOO_SOON));
    }

    @Test
    void what_is_not_set_up_is_told_apart_from_what_does_not_work() {
        assertThat(check(account(StandIn.PASSWORD, null)).validity().result())
                .isEqualTo(Result.NOT_SET_UP);
        assertThat(check(null).documents().result()).isEqualTo(Result.NOT_SET_UP);
    }

    @Test
    void a_sunat_that_is_not_there_gives_no_answer() {
        var check = connection(account(StandIn.PASSWORD, CLIENT));
        sunat.close();
        assertThat(check.check("org-1").documents().result()).isEqualTo(Result.NO_ANSWER);
        assertThat(check.check("org-1").validity().result()).isEqualTo(Result.NO_ANSWER);
    }

    @Test
    void without_a_ruc_there_is_nobody_to_sign_in() {
        var check = connection(account(StandIn.PASSWORD, CLIENT));
        when(organizations.find(any())).thenReturn(Optional.of(facts(null)));
        assertThatThrownBy(() -> check.check("org-1"))
                .isInstanceOfSatisfying(
                        RuleViolated.class,
                        it -> assertThat(it.rule()).isEqualTo(BillingRule.ISSUER_NEEDS_RUC));
    }

    @ParameterizedTest
    @CsvSource({"400,TURNED_AWAY", "401,TURNED_AWAY", "403,TURNED_AWAY", "503,NO_ANSWER"})
    void a_client_that_the_validity_service_does_not_know_is_told_apart_from_no_answer(
            int status, Result result) {
        var gateway = mock(FiscalGateway.class);
        when(gateway.ticket(any(), any(), any()))
                .thenReturn(reply(new GatewayAnswer.Fault("0127", "El ticket no existe")));
        when(gateway.ask(any(), any()))
                .thenReturn(reply(new GatewayAnswer.HttpError(status, "invalid_client")));
        var check = connection(account(StandIn.PASSWORD, CLIENT), gateway).check("org-1");
        assertThat(check.documents().result()).isEqualTo(Result.WORKS);
        assertThat(check.validity().result()).isEqualTo(result);
    }

    private static GatewayReply reply(GatewayAnswer answer) {
        return new GatewayReply(answer, null, 200, 5);
    }

    private ConnectionCheck.Check check(@Nullable SunatAccount account) {
        return connection(account).check("org-1");
    }

    private ConnectionCheck connection(@Nullable SunatAccount account) {
        return connection(
                account,
                new SoapGateway(
                        sunat.endpoints(Duration.ofSeconds(20)),
                        new CdrReader(CdrSigner.exactly(sunat.certificate()))));
    }

    private ConnectionCheck connection(@Nullable SunatAccount account, FiscalGateway gateway) {
        when(organizations.find(any())).thenReturn(Optional.of(facts(Bills.RUC.value())));
        when(accounts.of(any(), any())).thenReturn(Optional.ofNullable(account));
        var door = mock(TaxOfficeDoor.class);
        when(door.gateway()).thenReturn(gateway);
        return new ConnectionCheck(organizations, accounts, door, pauses, tries, CLOCK);
    }

    private static OrganizationFacts facts(@Nullable String ruc) {
        return new OrganizationFacts("org-1", "huaca", "La Huaca", "LA HUACA S.A.C.", ruc, false);
    }

    private static SunatAccount account(
            String password, SunatAccount.@Nullable ValidityClient client) {
        return new SunatAccount(Bills.RUC, StandIn.USER, password, client);
    }
}
