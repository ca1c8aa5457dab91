package pe.comanda.domain.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.domain.invoicing.ApprovalRule.*;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.invoicing.ApprovalCommand.GrantApproval;
import pe.comanda.domain.invoicing.ApprovalCommand.RefuseApproval;
import pe.comanda.domain.invoicing.ApprovalCommand.RequestApproval;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalGranted;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalRefused;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalRequested;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalUsed;
import pe.comanda.domain.shared.BusinessRule;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.RuleViolated;

import java.time.Instant;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ApprovalTest {
    private static final ApprovalId ID = new ApprovalId("approval-1");
    private static final InvoiceId INVOICE = new InvoiceId("invoice-1");
    private static final Instant NOW = Instant.parse("2026-11-22T18:00:00Z");
    private static final Money TOTAL = Money.of("900.00");
    private static final GrantApproval GRANT = new GrantApproval(ID, NOW);
    private static final RefuseApproval REFUSE = new RefuseApproval(ID, "No corresponde", NOW);

    private final Approval requested =
            Approval.NOT_REQUESTED.evolve(
                    Approval.NOT_REQUESTED.request(wish(null), TOTAL, "rosa").getFirst());

    @Test
    void a_wish_without_an_amount_means_the_whole_document() {
        assertThat(Approval.NOT_REQUESTED.request(wish(null), TOTAL, "rosa"))
                .containsExactly(
                        new ApprovalRequested(
                                ID,
                                INVOICE,
                                GuardedAction.VOID,
                                TOTAL,
                                "Mesa errada",
                                "rosa",
                                NOW));
        assertThat(requested).isEqualTo(new Approval.Requested(TOTAL, "rosa"));
    }

    @Test
    void an_amount_is_positive() {
        refused(
                () -> Approval.NOT_REQUESTED.request(wish(Money.ZERO), TOTAL, "rosa"),
                APPROVAL_HAS_AN_AMOUNT);
    }

    @Test
    void another_person_says_yes_and_it_serves_once() {
        var granted = requested.grant(GRANT, "luis");
        assertThat(granted).containsExactly(new ApprovalGranted(ID, "luis", NOW));
        var open = requested.evolve(granted.getFirst());
        var used = open.use(ID, TOTAL, NOW);
        assertThat(used).containsExactly(new ApprovalUsed(ID, TOTAL, NOW));
        refused(() -> open.evolve(used.getFirst()).use(ID, TOTAL, NOW), APPROVAL_REQUIRED);
    }

    @Test
    void nobody_says_yes_to_their_own_wish() {
        refused(() -> requested.grant(GRANT, "rosa"), APPROVAL_IS_BY_ANOTHER_PERSON);
    }

    @Test
    void it_goes_no_further_than_its_amount() {
        var open = requested.evolve(requested.grant(GRANT, "luis").getFirst());
        refused(() -> open.use(ID, Money.of("900.01"), NOW), APPROVAL_REQUIRED);
    }

    @Test
    void what_nobody_has_said_yes_to_serves_nothing() {
        refused(() -> requested.use(ID, TOTAL, NOW), APPROVAL_REQUIRED);
    }

    @Test
    void it_is_decided_once() {
        var no = requested.refuse(REFUSE, "luis");
        assertThat(no).containsExactly(new ApprovalRefused(ID, "No corresponde", "luis", NOW));
        var closed = requested.evolve(no.getFirst());
        refused(() -> closed.grant(GRANT, "ana"), APPROVAL_IS_DECIDED_ONCE);
        refused(() -> closed.refuse(REFUSE, "ana"), APPROVAL_IS_DECIDED_ONCE);
        refused(() -> requested.request(wish(null), TOTAL, "rosa"), APPROVAL_IS_REQUESTED_ONCE);
    }

    private static RequestApproval wish(@Nullable Money amount) {
        return new RequestApproval(ID, INVOICE, GuardedAction.VOID, amount, "Mesa errada", NOW);
    }

    private static void refused(Runnable attempt, BusinessRule rule) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        RuleViolated.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }
}
