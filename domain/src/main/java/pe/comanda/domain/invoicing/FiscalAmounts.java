package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.InvoiceRule.DISCOUNT_BELOW_AMOUNT;
import static pe.comanda.domain.invoicing.InvoiceRule.DOCUMENT_HAS_LINES;
import static pe.comanda.domain.invoicing.InvoiceRule.QUANTITY_IS_POSITIVE;
import static pe.comanda.domain.invoicing.InvoiceRule.ROUNDING_OUT_OF_RANGE;
import static pe.comanda.domain.invoicing.InvoiceRule.SERVICE_CHARGE_OUT_OF_RANGE;
import static pe.comanda.domain.invoicing.InvoiceRule.TOO_MANY_LINES;

import static java.util.Comparator.comparing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.Money;
import pe.comanda.domain.tax.Icbper;
import pe.comanda.domain.tax.TaxSplit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * All amounts of a document, computed once and then only copied: into the event, the XML, the
 * ticket and the books.
 */
public record FiscalAmounts(
        List<FiscalLine> lines, List<Adjustment> adjustments, FiscalTotals totals) {
    /** SUNAT numbers lines with up to three digits (2023). */
    private static final int MOST_LINES = 999;

    private static final BigDecimal HIGHEST_SERVICE_CHARGE = new BigDecimal("0.13");

    /**
     * SUNAT rejects a header whose IGV is off by more than 1.00 (3291); we spread the cents a
     * little earlier.
     */
    private static final BigDecimal DRIFT = new BigDecimal("0.90");

    private static final Money CENT = Money.of("0.01");

    public FiscalAmounts {
        lines = List.copyOf(lines);
        adjustments = List.copyOf(adjustments);
    }

    public static FiscalAmounts of(Sale sale) {
        return of(lines(sale), sale, null);
    }

    /**
     * With a recargo al consumo that was agreed as an amount: it stays what the guest was told,
     * whatever the rate makes of its base.
     */
    public static FiscalAmounts of(Sale sale, Money serviceCharge) {
        return of(lines(sale), sale, serviceCharge);
    }

    /** Sums of lines whose arithmetic is done. */
    static FiscalAmounts ofLines(List<FiscalLine> lines, BigDecimal serviceCharge, Money rounding) {
        return of(
                lines,
                new Sale(
                        LocalDate.EPOCH,
                        rateOf(lines),
                        List.of(),
                        Money.ZERO,
                        Money.ZERO,
                        serviceCharge,
                        rounding),
                null);
    }

    private static BigDecimal rateOf(List<FiscalLine> lines) {
        return lines.stream()
                .filter(line -> line.affectation().bearsRate())
                .map(FiscalLine::rate)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private static FiscalAmounts of(
            List<FiscalLine> lines, Sale sale, @Nullable Money agreedCharge) {
        var taxedLines = valueOf(lines, Tribute.IGV);
        var igvOfLines = igvOf(lines, Tribute.IGV);
        var exonerated = valueOf(lines, Tribute.EXONERATED);
        var notSubject = valueOf(lines, Tribute.NOT_SUBJECT);
        var adjustments = new ArrayList<Adjustment>();

        DISCOUNT_BELOW_AMOUNT.require(
                !sale.discountOnBase().isNegative()
                        && !sale.discountOnBase().isMoreThan(taxedLines.plus(igvOfLines)));
        var discount = TaxSplit.of(sale.discountOnBase(), sale.rate());
        var taxed = taxedLines.minus(discount.value());
        var igv = igvOfLines.minus(discount.tax());
        if (discount.value().isPositive()) {
            adjustments.add(
                    Adjustment.of(Adjustment.Kind.DISCOUNT_ON_BASE, taxedLines, discount.value()));
        }

        var icbper = Money.sum(lines.stream().map(FiscalLine::icbper).toList());
        var lineExtension = taxed.plus(exonerated).plus(notSubject);
        var taxes = igv.plus(icbper);
        var taxInclusive = lineExtension.plus(taxes);

        DISCOUNT_BELOW_AMOUNT.require(
                !sale.discountAfterTax().isNegative()
                        && !sale.discountAfterTax().isMoreThan(taxInclusive));
        if (sale.discountAfterTax().isPositive()) {
            adjustments.add(
                    Adjustment.of(
                            Adjustment.Kind.DISCOUNT_AFTER_TAX,
                            taxInclusive,
                            sale.discountAfterTax()));
        }
        SERVICE_CHARGE_OUT_OF_RANGE.require(
                sale.serviceCharge().signum() >= 0
                        && sale.serviceCharge().compareTo(HIGHEST_SERVICE_CHARGE) <= 0);
        var consumed = lineExtension.minus(valueOfServices(lines));
        var charges = agreedCharge == null ? consumed.portion(sale.serviceCharge()) : agreedCharge;
        if (charges.isPositive()) {
            adjustments.add(
                    new Adjustment(
                            Adjustment.Kind.SERVICE_CHARGE,
                            consumed,
                            charges,
                            sale.serviceCharge()));
        }
        var payable =
                taxInclusive.minus(sale.discountAfterTax()).plus(charges).plus(sale.rounding());
        ROUNDING_OUT_OF_RANGE.require(
                !sale.rounding().isPositive()
                        && sale.rounding().value().compareTo(BigDecimal.ONE.negate()) > 0
                        && !payable.isNegative());
        return new FiscalAmounts(
                lines,
                adjustments,
                new FiscalTotals(
                        taxed,
                        exonerated,
                        notSubject,
                        valueOf(lines, Tribute.FREE),
                        igv,
                        igvOf(lines, Tribute.FREE),
                        icbper,
                        lineExtension,
                        taxes,
                        taxInclusive,
                        sale.discountAfterTax(),
                        charges,
                        sale.rounding(),
                        payable));
    }

    private static List<FiscalLine> lines(Sale sale) {
        DOCUMENT_HAS_LINES.require(!sale.items().isEmpty());
        TOO_MANY_LINES.require(sale.items().size() <= MOST_LINES);
        var perBag = Icbper.perBag(sale.on());
        var lines = new ArrayList<FiscalLine>(sale.items().size());
        for (var item : sale.items()) {
            QUANTITY_IS_POSITIVE.require(item.quantity().isPositive());
            DISCOUNT_BELOW_AMOUNT.require(
                    !item.discount().isNegative()
                            && (item.discount().isZero()
                                    || item.gross().isMoreThan(item.discount())));
            lines.add(FiscalLine.of(lines.size() + 1, item, sale.rate(), perBag));
        }
        return withoutDrift(lines, sale.rate());
    }

    /**
     * Very many tiny lines add up to another tax than their sum bears. Where that comes near
     * SUNAT's tolerance, the largest lines take the missing cents, one each.
     */
    private static List<FiscalLine> withoutDrift(List<FiscalLine> lines, BigDecimal rate) {
        var value = valueOf(lines, Tribute.IGV);
        var igv = igvOf(lines, Tribute.IGV);
        if (igv.minus(value.portion(rate)).value().abs().compareTo(DRIFT) <= 0) {
            return lines;
        }
        var missing = TaxSplit.of(value.plus(igv), rate).value().minus(value);
        var step = missing.isNegative() ? Money.ZERO.minus(CENT) : CENT;
        var left = missing.value().abs().movePointRight(2).intValueExact();
        var largestFirst =
                lines.stream()
                        .filter(line -> line.tribute() == Tribute.IGV)
                        .sorted(comparing(FiscalLine::value).reversed())
                        .limit(left)
                        .map(FiscalLine::position)
                        .toList();
        return lines.stream()
                .map(line -> largestFirst.contains(line.position()) ? line.shifted(step) : line)
                .toList();
    }

    private static Money valueOf(List<FiscalLine> lines, Tribute tribute) {
        return Money.sum(
                lines.stream()
                        .filter(line -> line.tribute() == tribute)
                        .map(FiscalLine::value)
                        .toList());
    }

    /** What is brought to the door is not served at the table: no recargo al consumo is on it. */
    private static Money valueOfServices(List<FiscalLine> lines) {
        return Money.sum(
                lines.stream()
                        .filter(line -> line.unit().equals(SoldItem.SERVICE) && !line.isFree())
                        .map(FiscalLine::value)
                        .toList());
    }

    private static Money igvOf(List<FiscalLine> lines, Tribute tribute) {
        return Money.sum(
                lines.stream()
                        .filter(line -> line.tribute() == tribute)
                        .map(FiscalLine::igv)
                        .toList());
    }

    public boolean hasFreeLines() {
        return lines.stream().anyMatch(FiscalLine::isFree);
    }
}
