package pe.comanda.query.invoicing.print;

import pe.comanda.domain.invoicing.BuyerDocumentType;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.FiscalLine;
import pe.comanda.domain.invoicing.Issuer;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands on paper, in the words that Peruvians know from it. */
final class Wording {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    private Wording() {}

    static String title(DocumentType type) {
        return switch (type) {
            case FACTURA -> "FACTURA ELECTRÓNICA";
            case BOLETA -> "BOLETA DE VENTA ELECTRÓNICA";
            case CREDIT_NOTE -> "NOTA DE CRÉDITO ELECTRÓNICA";
            case DEBIT_NOTE -> "NOTA DE DÉBITO ELECTRÓNICA";
        };
    }

    /** "la boleta de venta electrónica". */
    static String named(DocumentType type) {
        return "la " + title(type).toLowerCase(Locale.ROOT);
    }

    static String identity(BuyerDocumentType type) {
        return switch (type) {
            case NONE -> "Documento";
            case NON_DOMICILED -> "Doc. no domiciliado";
            case DNI -> "DNI";
            case FOREIGNER_CARD -> "Carné de extranjería";
            case RUC -> "RUC";
            case PASSPORT -> "Pasaporte";
            case DIPLOMATIC -> "Cédula diplomática";
        };
    }

    static String unit(String code) {
        return switch (code) {
            case "NIU" -> "UND";
            case "ZZ" -> "SERV";
            case "KGM" -> "KG";
            default -> code;
        };
    }

    static String symbol(String currency) {
        return switch (currency) {
            case "PEN" -> "S/";
            case "USD" -> "US$";
            case "EUR" -> "€";
            default -> currency;
        };
    }

    static String currency(String code) {
        return switch (code) {
            case "PEN" -> "Soles";
            case "USD" -> "Dólares americanos";
            case "EUR" -> "Euros";
            default -> code;
        };
    }

    /** {@code 1,234.50}. */
    static String amount(Money money) {
        return String.format(Locale.ROOT, "%,.2f", money.value());
    }

    static String address(Issuer issuer) {
        var at = issuer.address();
        return Stream.of(at.line(), at.district(), at.province(), at.department())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    /** What a unit costs before the discount, tax included. */
    static BigDecimal listPrice(FiscalLine line) {
        return line.unitValue()
                .multiply(BigDecimal.ONE.add(line.rate()))
                .setScale(2, RoundingMode.HALF_UP);
    }

    /** What the line costs without the bags' tax, which stands among the sums. */
    static Money lineTotal(FiscalLine line) {
        return line.isFree() ? Money.ZERO : line.value().plus(line.igv());
    }

    /** What was taken off the line's list price, tax included. */
    static Money taken(FiscalLine line) {
        return line.isDiscounted()
                ? Money.rounded(listPrice(line).multiply(line.quantity().value()))
                        .minus(lineTotal(line))
                : Money.ZERO;
    }

    static String description(FiscalLine line) {
        return line.isFree() ? line.description() + " (GRATUITO)" : line.description();
    }

    /** A sum with its name. */
    record Sum(String name, String amount) {}

    /**
     * The sums that are not zero, in the order of the law's own form; the total is not among them.
     */
    static List<Sum> sums(FiscalDocument document) {
        var totals = document.amounts().totals();
        var sums = new ArrayList<Sum>();
        add(sums, "Op. gravada", totals.taxed());
        add(sums, "Op. exonerada", totals.exonerated());
        add(sums, "Op. inafecta", totals.notSubject());
        add(sums, "Op. gratuita", totals.free());
        add(sums, "IGV " + percent(document.rate()) + " %", totals.igv());
        add(sums, "ICBPER", totals.icbper());
        add(sums, "Otros descuentos", Money.ZERO.minus(totals.allowances()));
        add(sums, "Recargo al consumo", totals.charges());
        add(sums, "Redondeo", totals.rounding());
        return List.copyOf(sums);
    }

    private static void add(List<Sum> sums, String name, Money amount) {
        if (!amount.isZero()) {
            sums.add(new Sum(name, amount(amount)));
        }
    }

    private static String percent(BigDecimal rate) {
        return rate.movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /** {@code SON: ...} and what else the law wants said. */
    static List<String> legends(FiscalDocument document) {
        return document.legends().stream()
                .map(
                        legend ->
                                legend.code().equals("1000")
                                        ? "SON: " + legend.text()
                                        : legend.text())
                .toList();
    }

    /** Notes say nothing of it, save those that move instalments: as in their XML. */
    static boolean saysHowItIsPaid(FiscalDocument document) {
        return !document.type().isNote() || document.payment().isOnCredit();
    }

    static String payment(FiscalDocument document) {
        return document.payment().isOnCredit() ? "Crédito" : "Contado";
    }

    static List<String> instalments(FiscalDocument document) {
        var lines = new ArrayList<String>();
        for (var part : document.payment().instalments()) {
            lines.add(
                    "Cuota %d: %s %s, vence el %s"
                            .formatted(
                                    lines.size() + 1,
                                    symbol(document.currency()),
                                    amount(part.amount()),
                                    DAY.format(part.due())));
        }
        return List.copyOf(lines);
    }

    static String buyer(Printout printout) {
        var name = printout.buyerName();
        return name == null ? "(datos eliminados a pedido del cliente)" : name;
    }

    static List<String> footer(Printout printout) {
        var lines = new ArrayList<String>();
        lines.add("Representación impresa de " + named(printout.document().type()) + ".");
        lines.add("Consúltela en " + printout.consultAt());
        if (!printout.digest().isEmpty()) {
            lines.add("Resumen (hash): " + printout.digest());
        }
        return List.copyOf(lines);
    }
}
