package pe.comanda.domain.invoicing;

import static pe.comanda.domain.invoicing.InvoiceRule.BUYER_REQUIRED_ABOVE_700;
import static pe.comanda.domain.invoicing.InvoiceRule.FACTURA_NEEDS_RUC;
import static pe.comanda.domain.invoicing.InvoiceRule.INSTALMENTS_ADD_UP;
import static pe.comanda.domain.invoicing.InvoiceRule.INSTALMENT_FALLS_AFTER_ISSUE;
import static pe.comanda.domain.invoicing.InvoiceRule.NOTE_NAMES_WHAT_IT_CHANGES;
import static pe.comanda.domain.invoicing.InvoiceRule.ONLY_FACTURA_ON_CREDIT;
import static pe.comanda.domain.invoicing.InvoiceRule.SERIES_FITS_DOCUMENT;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A payment document as it is signed and handed over, buyer in clear.
 *
 * @param issuedAt wall clock in Lima
 * @param currency ISO 4217
 * @param rate of IGV as a fraction
 * @param correction what a note changes; else null
 */
public record FiscalDocument(
        Issuer issuer,
        DocumentType type,
        DocumentNumber number,
        LocalDateTime issuedAt,
        String currency,
        BigDecimal rate,
        Buyer buyer,
        FiscalAmounts amounts,
        PaymentTerms payment,
        @Nullable Correction correction) {

    /**
     * Above this a boleta names its buyer (Reglamento de Comprobantes de Pago, art. 8.3.10; SUNAT
     * does not check it).
     */
    public static final Money ANONYMOUS_UP_TO = Money.of("700.00");

    public FiscalDocument {
        rate = Decimals.plain(rate);
    }

    /** The same document by an issuer whose data changed. */
    public FiscalDocument by(Issuer changed) {
        return new FiscalDocument(
                changed,
                type,
                number,
                issuedAt,
                currency,
                rate,
                buyer,
                amounts,
                payment,
                correction);
    }

    /** Refuses what SUNAT or the law would refuse. */
    void mustObeyTheRules() {
        SERIES_FITS_DOCUMENT.require(number.series().fits(type), "series", number.series());
        FACTURA_NEEDS_RUC.require(
                type != DocumentType.FACTURA || buyer.document().type() == BuyerDocumentType.RUC);
        BUYER_REQUIRED_ABOVE_700.require(
                buyer.isIdentified() || mayBeAnonymous(), "total", payable());
        NOTE_NAMES_WHAT_IT_CHANGES.require(type.isNote() == (correction != null));
        // F notes change facturas, B notes boletas (SUNAT 2116, 2399).
        SERIES_FITS_DOCUMENT.require(
                correction == null
                        || correction.number().series().isOfFacturas()
                                == number.series().isOfFacturas(),
                "series",
                number.series());
        ONLY_FACTURA_ON_CREDIT.require(
                !payment.isOnCredit() || type == DocumentType.FACTURA || movesInstalments());
        INSTALMENTS_ADD_UP.require(
                payment.instalments().stream().allMatch(it -> it.amount().isPositive()));
        if (payment.isOnCredit() && type == DocumentType.FACTURA) {
            INSTALMENTS_ADD_UP.require(payment.outstanding().equals(payable()), "total", payable());
            for (var instalment : payment.instalments()) {
                INSTALMENT_FALLS_AFTER_ISSUE.require(instalment.due().isAfter(issueDate()));
            }
        }
    }

    /** Whether it is a note that changes nothing but when a factura is paid. */
    private boolean movesInstalments() {
        return type == DocumentType.CREDIT_NOTE
                && correction != null
                && correction.reason().equals(CreditReason.PAYMENT_TERMS.code());
    }

    /** Amounts in another currency are not compared with soles: there the buyer is always named. */
    private boolean mayBeAnonymous() {
        return currency.equals("PEN") && !payable().isMoreThan(ANONYMOUS_UP_TO);
    }

    public LocalDate issueDate() {
        return issuedAt.toLocalDate();
    }

    public Money payable() {
        return amounts.totals().payable();
    }

    public DocumentKey key() {
        return new DocumentKey(issuer.ruc(), type, number);
    }

    public List<Legend> legends() {
        var legends = new ArrayList<Legend>();
        legends.add(new Legend("1000", AmountInWords.of(payable(), currency)));
        if (amounts.hasFreeLines()) {
            legends.add(Legend.FREE);
        }
        return List.copyOf(legends);
    }

    /** What the QR code on paper holds (RS 113-2018, annex 6). */
    public String qr(String digest) {
        return String.join(
                "|",
                issuer.ruc().value(),
                type.code(),
                number.series().value(),
                String.valueOf(number.number()),
                amounts.totals().igv().toString(),
                payable().toString(),
                issueDate().toString(),
                buyer.document().type().code(),
                buyer.document().number(),
                digest);
    }
}
