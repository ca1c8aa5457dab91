package pe.comanda.domain.payments;

/** How money changes hands. Only cash gives change and is rounded to ten cents. */
public enum PaymentMethod {
    CASH,
    CARD,
    YAPE,
    PLIN,
    BANK_TRANSFER,
    OTHER
}
