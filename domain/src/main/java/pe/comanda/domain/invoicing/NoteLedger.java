package pe.comanda.domain.invoicing;

import pe.comanda.domain.invoicing.InvoiceEvent.NoteAttached;
import pe.comanda.domain.shared.Money;
import pe.comanda.domain.shared.Quantity;

import java.util.ArrayList;
import java.util.List;

/**
 * The notes that count against a document: each from the moment it is issued, and no longer once
 * SUNAT has turned it down or voided it.
 */
public record NoteLedger(List<NoteAttached> notes) {
    public static final NoteLedger EMPTY = new NoteLedger(List.of());

    public NoteLedger {
        notes = List.copyOf(notes);
    }

    public boolean isEmpty() {
        return notes.isEmpty();
    }

    boolean has(InvoiceId note) {
        return notes.stream().anyMatch(it -> it.note().equals(note));
    }

    /** Whether this note undoes the document. */
    boolean isCancelledBy(InvoiceId note) {
        return notes.stream()
                .anyMatch(
                        it ->
                                it.note().equals(note)
                                        && it.type() == DocumentType.CREDIT_NOTE
                                        && CreditReason.cancels(it.reason()));
    }

    /** What credit notes have taken back so far. */
    public Money credited() {
        return Money.sum(
                notes.stream()
                        .filter(it -> it.type() == DocumentType.CREDIT_NOTE)
                        .map(NoteAttached::amount)
                        .toList());
    }

    /** How much of a line credit notes have taken back so far. */
    public Quantity credited(int position) {
        var sum = Quantity.ZERO;
        for (var note : notes) {
            for (var part : note.parts()) {
                sum = part.position() == position ? sum.plus(part.quantity()) : sum;
            }
        }
        return sum;
    }

    NoteLedger with(NoteAttached note) {
        var all = new ArrayList<>(notes);
        all.add(note);
        return new NoteLedger(all);
    }

    NoteLedger without(InvoiceId note) {
        return new NoteLedger(notes.stream().filter(it -> !it.note().equals(note)).toList());
    }
}
