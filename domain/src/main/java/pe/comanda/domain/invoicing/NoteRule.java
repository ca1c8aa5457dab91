package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.BusinessRule;

/** The rules of notes and of voiding. The constant is the code that clients see. */
public enum NoteRule implements BusinessRule {
    /** SUNAT knows neither what it has not accepted nor what it has voided (2119 to 2121). */
    ORIGINAL_MUST_BE_ACCEPTED,
    /** A note changes a factura or a boleta, never another note. */
    NOTES_CHANGE_NO_NOTES,
    /** All credit notes together take back no more than the document's total (SUNAT 3286). */
    NOTE_ABOVE_ORIGINAL,
    NOTE_HAS_AN_AMOUNT,
    NOTE_LINE_IS_ON_ORIGINAL,
    NOTE_LINE_IS_LEFT,
    NOTE_NAMES_A_LINE_ONCE,
    /** Catalogue 09: some reasons stand for the whole document, some for lines or an amount. */
    REASON_FITS_NOTE,
    /** A discount on the whole cannot be laid on lines without a remainder. */
    DISCOUNTED_DOCUMENT_IS_CREDITED_BY_AMOUNT,
    /** SUNAT 3259, 3260. */
    ORIGINAL_MUST_BE_ON_CREDIT,
    /** SUNAT 2885. */
    NOTE_FOLLOWS_ORIGINAL,
    NOTE_IS_ISSUED_ONCE,
    /** The buyer was forgotten, and a note names the same one. */
    BUYER_IS_KNOWN,
    /** Seven days in Lima after the issue date (SUNAT 2957). */
    VOID_WITHIN_SEVEN_DAYS,
    /** First the notes that change it, then the document. */
    NOTED_DOCUMENT_IS_NOT_VOIDED,
    DOCUMENT_IS_BEING_VOIDED,
    VOID_MUST_BE_REQUESTED,
    /** Only boletas and their notes, up to seven days in Lima after the issue date. */
    SUMMARY_WITHIN_SEVEN_DAYS,
    SUMMARY_MUST_BE_REQUESTED
}
