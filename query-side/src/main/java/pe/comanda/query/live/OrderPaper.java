package pe.comanda.query.live;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.ordering.ChosenOption;
import pe.comanda.domain.ordering.OrderLine;
import pe.comanda.domain.ordering.OrderView;
import pe.comanda.domain.shared.Money;
import pe.comanda.query.print.Roll;
import pe.comanda.query.print.Sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** An order on the roll of a printer: for the kitchen large and without prices, for guests with. */
final class OrderPaper {
    private static final ZoneId LIMA = ZoneId.of("America/Lima");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final float LARGE = 13;
    private static final float NORMAL = 9;
    private static final float SMALL = 8;

    private OrderPaper() {}

    static byte[] kitchen(OrderView order, @Nullable Integer round) {
        return printed(
                order,
                (sheet, roll) -> {
                    roll.centred("COMANDA " + order.number(), sheet.bold(), 18);
                    roll.centred(place(order), sheet.bold(), LARGE);
                    roll.centred(MOMENT.format(placed(order)), sheet.plain(), NORMAL);
                    if (round != null) {
                        roll.centred("Ronda " + round, sheet.plain(), NORMAL);
                    }
                    roll.ruled();
                    for (var line : live(order)) {
                        if (round != null && line.round() != round) {
                            continue;
                        }
                        roll.left(line.quantity() + " x " + line.name(), sheet.bold(), LARGE);
                        for (var option : line.options()) {
                            roll.indented(option.name(), sheet.plain(), 11);
                        }
                        if (!line.note().isBlank()) {
                            roll.indented("*** " + line.note(), sheet.bold(), 11);
                        }
                        roll.space(4);
                    }
                    if (!order.note().isBlank()) {
                        roll.ruled();
                        roll.left(order.note(), sheet.bold(), 11);
                    }
                });
    }

    static byte[] bill(OrderView order) {
        return printed(
                order,
                (sheet, roll) -> {
                    roll.centred("CUENTA", sheet.bold(), LARGE);
                    roll.centred(
                            "Pedido " + order.number() + " - " + place(order),
                            sheet.plain(),
                            NORMAL);
                    roll.centred(MOMENT.format(placed(order)), sheet.plain(), NORMAL);
                    roll.ruled();
                    for (var line : live(order)) {
                        roll.left(named(line), sheet.plain(), NORMAL);
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
                                sheet.plain(),
                                NORMAL);
                    }
                    extra(sheet, roll, "Recargo al consumo", totals.serviceCharge());
                    extra(sheet, roll, "ICBPER (bolsas)", totals.icbper());
                    extra(sheet, roll, "Delivery", totals.deliveryFee());
                    roll.pair(
                            "TOTAL " + order.currency(),
                            totals.total().toString(),
                            sheet.bold(),
                            LARGE);
                    if (!order.due().equals(totals.total())) {
                        roll.pair("Por pagar", order.due().toString(), sheet.bold(), NORMAL);
                    }
                    roll.ruled();
                    roll.centred("No es comprobante de pago", sheet.plain(), SMALL);
                });
    }

    private static void extra(Sheet sheet, Roll roll, String name, Money amount) {
        if (!amount.isZero()) {
            roll.pair(name, amount.toString(), sheet.plain(), NORMAL);
        }
    }

    private interface Content {
        void on(Sheet sheet, Roll roll);
    }

    private static byte[] printed(OrderView order, Content content) {
        try (var sheet = new Sheet(order.id(), placed(order))) {
            var roll = new Roll(sheet);
            content.on(sheet, roll);
            roll.print();
            return sheet.save();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
