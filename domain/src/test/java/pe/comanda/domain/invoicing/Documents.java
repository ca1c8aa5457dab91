package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;

/** Documents that the tests talk about. */
final class Documents {
    static final Ruc RUC = new Ruc("20100066603");
    static final Issuer LA_HUACA =
            new Issuer(
                    RUC,
                    "LA HUACA S.A.C.",
                    "La Huaca",
                    new IssuerAddress("150122", "LIMA", "LIMA", "MIRAFLORES", "CALLE BERLIN 123"),
                    "0001");
    static final Buyer COMPANY =
            new Buyer(
                    new BuyerDocument(BuyerDocumentType.RUC, "20131312955"),
                    "EMPRESA CLIENTE S.A.C.",
                    "");
    static final Buyer ROSA =
            new Buyer(
                    new BuyerDocument(BuyerDocumentType.DNI, "46027897"), "QUISPE MAMANI ROSA", "");
    static final LocalDateTime LUNCH = LocalDateTime.of(2026, 11, 21, 13, 5, 10);
    static final BigDecimal REDUCED = new BigDecimal("0.105");

    private Documents() {}

    static FiscalDocument boleta(String total, Buyer buyer) {
        return document(DocumentType.BOLETA, "B001", total, buyer, PaymentTerms.AT_ONCE);
    }

    static FiscalDocument factura(String total, Buyer buyer) {
        return document(DocumentType.FACTURA, "F001", total, buyer, PaymentTerms.AT_ONCE);
    }

    static FiscalDocument document(
            DocumentType type, String series, String total, Buyer buyer, PaymentTerms payment) {
        var items =
                List.of(
                        SoldItem.of(
                                "P02", "Ceviche clásico", 1, Money.of(total), Affectation.TAXED));
        return new FiscalDocument(
                LA_HUACA,
                type,
                DocumentNumber.of(series, 4),
                LUNCH,
                "PEN",
                REDUCED,
                buyer,
                FiscalAmounts.of(Sale.of(LUNCH.toLocalDate(), REDUCED, items)),
                payment,
                null);
    }
}
