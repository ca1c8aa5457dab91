package pe.comanda.domain.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.inventory.StockDeductionCommand.*;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.ordering.LineId;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Quantity;

import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StockDeductionProcessTest {
    private static final OrderId ORDER = new OrderId("order-1");
    private static final List<LineNeeds> NEEDS =
            List.of(
                    new LineNeeds(
                            new LineId("line-1"),
                            new MenuItemId("dish-1"),
                            "Ceviche",
                            List.of(new Need(new StockItemId("stock-fish"), Quantity.of("1")))));
    private static final List<SettledLine> CANCELLED =
            List.of(new SettledLine(new LineId("line-1"), false));
    private static final StockDeductionProcess NEW = StockDeductionProcess.NOT_STARTED;

    @Test
    void a_confirmed_round_is_deducted_and_remembered() {
        var step = NEW.confirmed(ORDER, 1, NEEDS);
        assertThat(step.commands())
                .containsExactly(new DeductStock(DeductionId.of(ORDER, 1), ORDER, 1, NEEDS));
        assertThat(step.then().rounds()).containsExactly(1);
        assertThat(step.finished()).isFalse();
    }

    @Test
    void an_order_that_needs_nothing_is_no_process() {
        var step = NEW.confirmed(ORDER, 1, List.of());
        assertThat(step.commands()).isEmpty();
        assertThat(step.finished()).isTrue();
    }

    @Test
    void a_later_round_that_needs_nothing_ends_nothing() {
        var step = NEW.confirmed(ORDER, 1, NEEDS).then().confirmed(ORDER, 2, List.of());
        assertThat(step.commands()).isEmpty();
        assertThat(step.finished()).isFalse();
        assertThat(step.then().rounds()).containsExactly(1);
    }

    @Test
    void a_cancelled_line_is_settled_with_every_round_that_took_something() {
        var process = NEW.confirmed(ORDER, 1, NEEDS).then().confirmed(ORDER, 3, NEEDS).then();
        var step = process.linesCancelled(ORDER, CANCELLED);
        assertThat(step.commands())
                .containsExactly(
                        new SettleLines(DeductionId.of(ORDER, 1), CANCELLED),
                        new SettleLines(DeductionId.of(ORDER, 3), CANCELLED));
        assertThat(step.finished()).isFalse();
    }

    @Test
    void a_cancelled_order_is_settled_and_over() {
        var step = NEW.confirmed(ORDER, 1, NEEDS).then().orderCancelled(ORDER, CANCELLED);
        assertThat(step.commands()).hasSize(1);
        assertThat(step.finished()).isTrue();
    }

    @Test
    void nothing_is_settled_where_nothing_had_been_confirmed() {
        var step = NEW.confirmed(ORDER, 1, NEEDS).then().linesCancelled(ORDER, List.of());
        assertThat(step.commands()).isEmpty();
    }

    @Test
    void a_completed_order_is_over() {
        var step = NEW.confirmed(ORDER, 1, NEEDS).then().completed();
        assertThat(step.commands()).isEmpty();
        assertThat(step.finished()).isTrue();
    }

    @Test
    void a_decision_is_carried_out_even_when_the_order_is_over() {
        var deduction = DeductionId.of(ORDER, 1);
        var late = NEW.decided(deduction);
        assertThat(late.commands()).containsExactly(new TryAgain(deduction));
        assertThat(late.finished()).isTrue();

        var inTime = NEW.confirmed(ORDER, 1, NEEDS).then().decided(deduction);
        assertThat(inTime.finished()).isFalse();
    }
}
