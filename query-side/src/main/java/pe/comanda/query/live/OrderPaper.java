package pe.comanda.query.live;

import static pe.comanda.query.print.Roll.Weight.BOLD;
import static pe.comanda.query.print.Roll.Weight.PLAIN;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.ordering.ChosenOption;
import pe.comanda.domain.ordering.OrderLine;
import pe.comanda.domain.ordering.OrderPaperQuery.Format;
import pe.comanda.domain.ordering.OrderView;
import pe.comanda.domain.shared.Money;
import pe.comanda.query.print.Roll;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** An order on the roll of a printer: for the kitchen large and without prices, for guests with. */
final class OrderPaper {
    private static final ZoneId LIMA = ZoneId.of("America/Lima");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final float LARGE = 13;
    private static final float NORMAL = 9;
    private static final float SMALL = 8;

    private OrderPaper() {}

    static byte[] kitchen(OrderView order, @Nullable Integer round, Format format) {
        return printed(
                order,
                format,
                roll -> {
                    roll.centred("COMANDA " + order.number(), BOLD, 18);
                    roll.centred(place(order), BOLD, LARGE);
                    roll.centred(MOMENT.format(placed(order)), PLAIN, NORMAL);
                    if (round != null) {
                        roll.centred("Ronda " + round, PLAIN, NORMAL);
                    }
                    roll.ruled();
                    for (var line : live(order)) {
                        if (round != null && line.round() != round) {
                            continue;
                        }
                        roll.left(line.quantity() + " x " + line.name(), BOLD, LARGE);
                        for (var option : line.options()) {
                            roll.indented(option.name(), PLAIN, 11);
                        }
                        if (!line.note().isBlank()) {
                            roll.indented("*** " + line.note(), BOLD, 11);
                        }
                        roll.space(4);
                    }
                    if (!order.note().isBlank()) {
                        roll.ruled();
                        roll.left(order.note(), BOLD, 11);
                    }
                });
    }

    static byte[] bill(OrderView order, Format format) {
        return printed(
                order,
                format,
                roll -> {
                    roll.centred("CUENTA", BOLD, LARGE);
                    roll.centred("Pedido " + order.number() + " - " + place(order), PLAIN, NORMAL);
                    roll.centred(MOMENT.format(placed(order)), PLAIN, NORMAL);
                    roll.ruled();
                    for (var line : live(order)) {
                        roll.left(named(line), PLAIN, NORMAL);
                        roll.detail(
                                line.quantity() + " x " + line.unitPriceWithOptions(),
                                line.total().toString(),
                                SMALL,
                                NORMAL);
                    }
                    roll.ruled();
                    var totals = order.totals();
                    if (!totals.discount().isZero()) {
                        roll.pair(
                                "Descuento",
                                Money.ZERO.minus(totals.discount()).toString(),
                                PLAIN,
                                NORMAL);
                    }
                    var reward = order.reward();
                    if (reward != null) {
                        roll.left(
                                "Canje: %s (%d puntos)".formatted(reward.name(), reward.points()),
                                PLAIN,
                                SMALL);
                    }
                    extra(roll, "Recargo al consumo", totals.serviceCharge());
                    extra(roll, "ICBPER (bolsas)", totals.icbper());
                    extra(roll, "Delivery", totals.deliveryFee());
                    roll.pair("TOTAL " + order.currency(), totals.total().toString(), BOLD, LARGE);
                    if (!order.due().equals(totals.total())) {
                        roll.pair("Por pagar", order.due().toString(), BOLD, NORMAL);
                    }
                    roll.ruled();
                    roll.centred("No es comprobante de pago", PLAIN, SMALL);
                });
    }

    private static void extra(Roll roll, String name, Money amount) {
        if (!amount.isZero()) {
            roll.pair(name, amount.toString(), PLAIN, NORMAL);
        }
    }

    private static byte[] printed(OrderView order, Format format, Consumer<Roll> content) {
        var roll =
                switch (format) {
                    case PDF -> Roll.pdf(order.id(), placed(order));
                    case ESC_POS -> Roll.escPos();
                };
        content.accept(roll);
        return roll.printed();
    }

    private static LocalDateTime placed(OrderView order) {
        return LocalDateTime.ofInstant(order.placedAt(), LIMA);
    }

    private static List<OrderLine> live(OrderView order) {
        return order.lines().stream()
                .filter(view -> view.status().isLive())
                .map(OrderView.LineView::line)
                .toList();
    }

    private static String named(OrderLine line) {
        var options = line.options().stream().map(ChosenOption::name).toList();
        return options.isEmpty()
                ? line.name()
                : line.name() + " (" + String.join(", ", options) + ")";
    }

    private static String place(OrderView order) {
        return switch (order.type()) {
            case DINE_IN -> order.tableLabel() == null ? "Salón" : "Mesa " + order.tableLabel();
            case TAKEOUT -> "Para llevar";
            case DELIVERY -> "Delivery";
        };
    }
}
