package pe.comanda.domain.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.domain.access.AccessRule.PERMISSION_DENIED;
import static pe.comanda.domain.ordering.OrderRule.SALE_IS_COMPLETED_AT_THE_TILL;
import static pe.comanda.domain.ordering.Orders.*;
import static pe.comanda.domain.ordering.World.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import pe.comanda.domain.access.Role;
import pe.comanda.domain.ordering.OrderCommand.*;
import pe.comanda.domain.ordering.OrderEvent.*;
import pe.comanda.domain.payments.PaymentMethod;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who may do the last thing of a sale, and who brings dishes to the table: role × command. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CompletingTest {
    private static final Set<Role> AT_THE_TILL =
            EnumSet.of(
                    Role.SYSTEM,
                    Role.SUPER_ADMIN,
                    Role.ORG_ADMIN,
                    Role.BRANCH_MANAGER,
                    Role.CASHIER);

    /** Roles that bring dishes to the table. */
    private static final Set<Role> ON_THE_FLOOR = EnumSet.copyOf(AT_THE_TILL);

    static {
        ON_THE_FLOOR.add(Role.WAITER);
    }

    private static final MoveLines SERVE = new MoveLines(ORDER, List.of(), LineStatus.SERVED);

    private record Last(OrderCommand deed, OrderEvent... before) {}

    /** Everything that can make an order served and paid. */
    private static final Map<String, Last> LAST_DEEDS =
            Map.of(
                    "serving what is paid",
                    new Last(SERVE, then(ready(), paid(FIRST, "76.00", "0.00"))),
                    "the last sol",
                    new Last(
                            payTheRest(SECOND, PaymentMethod.CASH),
                            then(served(TWO_CEVICHES), paid(FIRST, "75.00", "1.00"))),
                    "a discount",
                    new Last(
                            new GrantDiscount(ORDER, soles("6.00"), "cortesía"),
                            then(served(TWO_CEVICHES), paid(FIRST, "70.00", "6.00"))),
                    "cancelling what is owed",
                    new Last(
                            new CancelLine(ORDER, A_CHICHA.id(), "no quiere"),
                            then(
                                    new OrderEvent[] {placed(TWO_CEVICHES, A_CHICHA)},
                                    confirmed(TWO_CEVICHES),
                                    moved(LineStatus.PREPARING, TWO_CEVICHES),
                                    moved(LineStatus.READY, TWO_CEVICHES),
                                    moved(LineStatus.SERVED, TWO_CEVICHES),
                                    paid(FIRST, "76.00", "12.00"))));

    static Stream<Arguments> everybody_with_every_last_deed() {
        return Stream.of(Role.values())
                .filter(role -> role != Role.CUSTOMER)
                .flatMap(role -> LAST_DEEDS.keySet().stream().map(d -> Arguments.of(role, d)));
    }

    @ParameterizedTest
    @MethodSource("everybody_with_every_last_deed")
    void a_sale_is_completed_at_the_till(Role by, String deed) {
        var last = LAST_DEEDS.get(deed);
        var outcome = given(facts(by), last.before()).when(last.deed());
        if (AT_THE_TILL.contains(by)) {
            assertThat(outcome.accepted().events().getLast()).isInstanceOf(OrderCompleted.class);
        } else if (last.deed() == SERVE && !ON_THE_FLOOR.contains(by)) {
            outcome.refusedBy(PERMISSION_DENIED);
        } else {
            outcome.refusedBy(SALE_IS_COMPLETED_AT_THE_TILL);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_kitchens_way_ends_where_a_dish_is_ready(Role by) {
        var serving = given(facts(by), ready()).when(SERVE);
        var recall =
                given(facts(by), served(TWO_CEVICHES))
                        .when(new MoveLines(ORDER, List.of(TWO_CEVICHES.id()), LineStatus.READY));
        if (ON_THE_FLOOR.contains(by)) {
            assertThat(serving.one(LinesMoved.class).to()).isEqualTo(LineStatus.SERVED);
            assertThat(recall.one(LinesMoved.class).to()).isEqualTo(LineStatus.READY);
        } else {
            serving.refusedBy(PERMISSION_DENIED);
            recall.refusedBy(PERMISSION_DENIED);
        }
    }

    @Test
    void a_waiter_takes_money_while_the_sale_goes_on() {
        given(facts(Role.WAITER), served(TWO_CEVICHES))
                .when(pay(PaymentMethod.YAPE, "50.00"))
                .one(PaymentTaken.class);
        given(facts(Role.WAITER), ready())
                .when(payTheRest(PaymentMethod.CARD))
                .one(PaymentTaken.class);
    }

    @Test
    void a_cook_cooks_what_is_paid_as_well() {
        given(
                        facts(Role.KITCHEN),
                        placed(TWO_CEVICHES),
                        confirmed(TWO_CEVICHES),
                        moved(LineStatus.PREPARING, TWO_CEVICHES),
                        paid(FIRST, "76.00", "0.00"))
                .when(new MoveLines(ORDER, List.of(), LineStatus.READY))
                .one(LinesMoved.class);
    }

    private static OrderEvent[] ready() {
        return new OrderEvent[] {
            placed(TWO_CEVICHES),
            confirmed(TWO_CEVICHES),
            moved(LineStatus.PREPARING, TWO_CEVICHES),
            moved(LineStatus.READY, TWO_CEVICHES)
        };
    }
}
