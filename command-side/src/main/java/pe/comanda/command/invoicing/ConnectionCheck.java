package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.BillingRule.ISSUER_NEEDS_RUC;

import org.springframework.stereotype.Component;

import pe.comanda.command.shared.OrganizationFacts;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.GatewayAnswer;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.invoicing.SubmissionOutcome;
import pe.comanda.domain.invoicing.SubmissionOutcome.Earlier;
import pe.comanda.domain.invoicing.SummaryKind;
import pe.comanda.domain.invoicing.SummaryName;
import pe.comanda.domain.invoicing.TaxOfficeConnection;
import pe.comanda.domain.shared.Money;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Asks for a ticket and a boleta that cannot exist: whoever denies them has let us in. */
@Component
class ConnectionCheck implements TaxOfficeConnection {
    private static final String NO_TICKET = "0";
    private static final Set<Integer> UNAUTHORIZED = Set.of(400, 401, 403);

    private final OrganizationFacts.Source organizations;
    private final SunatAccounts accounts;
    private final TaxOfficeDoor door;
    private final IssuerPauses pauses;
    private final SignInTries tries;
    private final Clock clock;

    ConnectionCheck(
            OrganizationFacts.Source organizations,
            SunatAccounts accounts,
            TaxOfficeDoor door,
            IssuerPauses pauses,
            SignInTries tries,
            Clock clock) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.door = door;
        this.pauses = pauses;
        this.tries = tries;
        this.clock = clock;
    }

    @Override
    public Check check(String organization) {
        try {
            return TenantScope.call(organization, () -> checkIn(organization));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Check checkIn(String organization) {
        var ruc = ruc(organization);
        return accounts.of(organization, ruc)
                .map(account -> tried(organization, ruc, account))
                .orElseGet(() -> new Check(Probe.NOT_SET_UP, Probe.NOT_SET_UP));
    }

    /** Neither while documents wait because of a wrong account, nor soon after a wrong try. */
    private Check tried(String organization, Ruc ruc, SunatAccount account) {
        pauses.ofWrongAccount(organization, clock.instant())
                .ifPresent(until -> SignInTries.refuse(until, clock.instant()));
        tries.begin(organization, clock.instant());
        var documents = documents(ruc, account);
        switch (documents.result()) {
            case TURNED_AWAY -> tries.turnedAway(organization, clock.instant());
            case NO_ANSWER, NOT_SET_UP -> tries.unanswered(organization, clock.instant());
            case WORKS -> tries.letIn(organization);
        }
        return new Check(documents, validity(ruc, account));
    }

    private Ruc ruc(String organization) {
        return organizations
                .find(organization)
                .map(it -> Optional.ofNullable(it.ruc()))
                .orElseThrow(() -> AccessRule.NOT_FOUND.broken("organization", organization))
                .map(Ruc::new)
                .orElseThrow(ISSUER_NEEDS_RUC::broken);
    }

    private Probe documents(Ruc ruc, SunatAccount account) {
        var name = new SummaryName(ruc, SummaryKind.VOIDING, today(), 1);
        var reply = door.gateway().ticket(NO_TICKET, name, account);
        var outcome = SubmissionOutcome.of(reply.answer(), Earlier.NOTHING);
        var result =
                switch (outcome.kind()) {
                    case ISSUER_PAUSED -> Result.TURNED_AWAY;
                    case SUNAT_SICK, UNCERTAIN -> Result.NO_ANSWER;
                    default -> Result.WORKS;
                };
        return new Probe(result, outcome.code(), outcome.text(), reply.millis());
    }

    private Probe validity(Ruc ruc, SunatAccount account) {
        var key =
                new DocumentKey(
                        ruc, DocumentType.BOLETA, DocumentNumber.of("B999", DocumentNumber.LAST));
        var reply = door.gateway().ask(new Inquiry(key, today(), Money.ZERO), account);
        return switch (reply.answer()) {
            case GatewayAnswer.CannotAsk _ -> Probe.NOT_SET_UP;
            case GatewayAnswer.NotRegistered(var text) -> works(text, reply.millis());
            case GatewayAnswer.Registered(var text) -> works(text, reply.millis());
            case GatewayAnswer.Withdrawn(var text) -> works(text, reply.millis());
            case GatewayAnswer.HttpError(int status, var text) when UNAUTHORIZED.contains(status) ->
                    new Probe(Result.TURNED_AWAY, String.valueOf(status), text, reply.millis());
            default -> {
                var outcome = SubmissionOutcome.of(reply.answer(), Earlier.NOTHING);
                yield new Probe(Result.NO_ANSWER, outcome.code(), outcome.text(), reply.millis());
            }
        };
    }

    private static Probe works(String text, long millis) {
        return new Probe(Result.WORKS, "", text, millis);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SubmissionDeadline.LIMA);
    }
}
