package pe.comanda.domain.tenancy;

import static pe.comanda.domain.tenancy.BranchRule.*;

import pe.comanda.domain.shared.Words;
import pe.comanda.domain.tenancy.BranchCommand.*;
import pe.comanda.domain.tenancy.BranchEvent.*;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * A branch in one of its states: a place where people eat, with its own clock, tax and switches.
 */
public sealed interface Branch {
    Branch NOT_OPENED = new NotOpened();

    /** Tax dates are dates in Lima, wherever the branch's own clock stands. */
    ZoneId LIMA = ZoneId.of("America/Lima");

    /** Soles: every amount of the program is in them. */
    String CURRENCY = "PEN";

    BigDecimal MAX_SERVICE_CHARGE = new BigDecimal("0.13");

    record NotOpened() implements Branch {}

    record Open(State state) implements Branch {}

    record Closed(State state) implements Branch {}

    record State(PublicCode code, BranchSettings settings, List<DatedRegime> regimes) {
        public State {
            regimes = List.copyOf(regimes);
        }
    }

    default List<BranchEvent> decide(BranchCommand command) {
        return switch (command) {
            case OpenBranch(var id, var code, var settings, var regime, var at) -> {
                BRANCH_IS_OPENED_ONCE.require(this instanceof NotOpened);
                mustBeOffered(settings.currency(), settings.waiterAssignment());
                yield List.of(new BranchOpened(id, code, checked(settings), regime, limaDate(at)));
            }
            case ChangeBranchDetails(var id, var name, var address, var phone) ->
                    changed(id, BranchChanges.details(name, address, phone));
            case ChangeBranchSettings(var id, var changes) -> {
                var _ = mustExist();
                mustBeOffered(
                        changes.currency() == null ? CURRENCY : changes.currency(),
                        changes.waiterAssignment() != null && changes.waiterAssignment());
                yield changed(id, changes);
            }
            case SetTaxRegime(var id, var regime, var from, var at) -> {
                var state = mustExist();
                REGIME_NOT_IN_THE_PAST.require(!from.isBefore(limaDate(at)), "from", from);
                yield state.regimes().contains(new DatedRegime(regime, from))
                        ? List.of()
                        : List.of(new TaxRegimeSet(id, regime, from));
            }
            case ReplacePublicCode(var id, var code) ->
                    mustExist().code().equals(code)
                            ? List.of()
                            : List.of(new PublicCodeReplaced(id, code));
            case CloseBranch(var id, var reason) -> {
                var _ = mustExist();
                BRANCH_MUST_BE_OPEN.require(this instanceof Open);
                var why = Words.optional("reason", reason, 500);
                CLOSING_NEEDS_REASON.require(why.length() >= 3);
                yield List.of(new BranchClosed(id, why));
            }
            case ReopenBranch(var id) -> {
                var _ = mustExist();
                BRANCH_MUST_BE_CLOSED.require(this instanceof Closed);
                yield List.of(new BranchReopened(id));
            }
        };
    }

    default Branch evolve(BranchEvent event) {
        return switch (event) {
            case BranchOpened(_, var code, var settings, var regime, var from) ->
                    new Open(new State(code, settings, List.of(new DatedRegime(regime, from))));
            case BranchChanged(_, var changes) -> {
                var now = mustExist();
                yield with(new State(now.code(), now.settings().with(changes), now.regimes()));
            }
            case TaxRegimeSet(_, var regime, var from) -> {
                var now = mustExist();
                var regimes = new DatedRegime(regime, from).among(now.regimes());
                yield with(new State(now.code(), now.settings(), regimes));
            }
            case PublicCodeReplaced(_, var code) -> {
                var now = mustExist();
                yield with(new State(code, now.settings(), now.regimes()));
            }
            case BranchClosed _ -> new Closed(mustExist());
            case BranchReopened _ -> new Open(mustExist());
        };
    }

    private Branch with(State state) {
        return this instanceof Closed ? new Closed(state) : new Open(state);
    }

    private State mustExist() {
        return switch (this) {
            case NotOpened _ -> throw BRANCH_MUST_EXIST.broken();
            case Open(var state) -> state;
            case Closed(var state) -> state;
        };
    }

    private List<BranchEvent> changed(BranchId id, BranchChanges wish) {
        var now = mustExist().settings();
        var changes = BranchChanges.between(now, checked(now.with(wish)));
        return changes.equals(BranchChanges.NONE)
                ? List.of()
                : List.of(new BranchChanged(id, changes));
    }

    /** What is asked for anew; a branch that has it from earlier can be changed all the same. */
    private static void mustBeOffered(String currency, boolean waiterAssignment) {
        CURRENCY_NOT_OFFERED.require(currency.equals(CURRENCY), "currency", currency);
        WAITER_ASSIGNMENT_NOT_OFFERED.require(!waiterAssignment);
    }

    private static BranchSettings checked(BranchSettings wish) {
        var name = Words.required("name", wish.name(), 255);
        BRANCH_NAME_TOO_SHORT.require(name.length() >= 2);
        ZONE_UNKNOWN.require(
                ZoneId.getAvailableZoneIds().contains(wish.zone()), "zone", wish.zone());
        var charge = wish.serviceCharge();
        SERVICE_CHARGE_OUT_OF_RANGE.require(
                charge.signum() >= 0
                        && charge.compareTo(MAX_SERVICE_CHARGE) <= 0
                        && charge.stripTrailingZeros().scale() <= 4,
                "serviceCharge",
                charge);
        ESTABLISHMENT_HAS_FOUR_DIGITS.require(wish.establishment().matches("\\d{4}"));
        return wish.with(
                BranchChanges.details(
                        name,
                        Words.optional("address", wish.address(), 500),
                        Words.optional("phone", wish.phone(), 20)));
    }

    private static LocalDate limaDate(Instant at) {
        return LocalDate.ofInstant(at, LIMA);
    }
}
