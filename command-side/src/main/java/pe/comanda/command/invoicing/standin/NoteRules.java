package pe.comanda.command.invoicing.standin;

import static pe.comanda.command.invoicing.standin.Rule.check;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What SUNAT checks on notes beside what it checks on every document: why they are issued, and what
 * they change.
 */
final class NoteRules {
    private static final Set<String> CREDIT_REASONS =
            Set.of("01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13");
    private static final Set<String> DEBIT_REASONS = Set.of("01", "02", "03", "11", "12");
    private static final String REASON = "DiscrepancyResponse/ResponseCode";
    private static final String CHANGED = "BillingReference/InvoiceDocumentReference/";

    private NoteRules() {}

    /** Broken by the note alone. */
    static final List<Rule> FORM =
            List.of(
                    ofNotes("2128", it -> it.text(REASON).isEmpty()),
                    ofNotes("2172", it -> !reasons(it).contains(it.text(REASON))),
                    ofNotes("3203", it -> it.all(REASON).size() > 1),
                    ofNotes("2136", it -> it.text("DiscrepancyResponse/Description").isEmpty()),
                    ofNotes(
                            "2135",
                            it -> it.text("DiscrepancyResponse/Description").length() > 500),
                    ofNotes("2524", it -> it.all(CHANGED + "ID").isEmpty()),
                    ofNotes(
                            "2365",
                            it ->
                                    it.all(CHANGED + "ID").stream()
                                                    .map(id -> id.getTextContent().strip())
                                                    .distinct()
                                                    .count()
                                            < it.all(CHANGED + "ID").size()),
                    ofCredit("2116", it -> isOfFacturas(it) && !changes(it, "01")),
                    ofCredit("2399", it -> !isOfFacturas(it) && !changes(it, "03")),
                    ofDebit("2204", it -> isOfFacturas(it) && !changes(it, "01")),
                    ofDebit("2400", it -> !isOfFacturas(it) && !changes(it, "03")),
                    ofCredit(
                            "2117",
                            it -> !it.text(CHANGED + "ID").matches("[FB][A-Z0-9]{3}-[0-9]{1,8}")),
                    ofDebit(
                            "2205",
                            it -> !it.text(CHANGED + "ID").matches("[FB][A-Z0-9]{3}-[0-9]{1,8}")),
                    ofCredit(
                            "4367",
                            it ->
                                    changes(it, "03")
                                            && Set.of("04", "05", "08").contains(it.text(REASON))),
                    ofMoved("3259", it -> !changes(it, "01")),
                    ofMoved("3261", it -> it.all(CHANGED + "ID").size() > 1),
                    ofMoved("3315", it -> Received.number(it.payable()).signum() != 0),
                    ofMoved("3257", it -> it.payments().isEmpty()),
                    ofNotes(
                            "2884",
                            it -> it.texts(CHANGED + "DocumentTypeCode").distinct().count() > 1));

    /**
     * What a note does that the document forbids which it changes.
     *
     * @param code of a credit note
     * @param debitCode of a debit note
     */
    private record Known(
            String code, String debitCode, BiPredicate<Received, StandInDocument> broken) {
        String codeFor(Received note) {
            return note.isCreditNote() ? code : debitCode;
        }
    }

    private static final Known NOT_THERE = new Known("2119", "2209", (_, _) -> true);

    private static final List<Known> AGAINST_WHAT_IS_KNOWN =
            List.of(
                    new Known("2120", "2207", (_, original) -> original.voided()),
                    new Known("2121", "2208", (_, original) -> !original.accepted()),
                    new Known("2885", "2885", NoteRules::isEarlier),
                    ofMoved("3260", (_, original) -> !original.onCredit()),
                    ofMoved(
                            "3320",
                            (note, original) ->
                                    Instalments.net(note)
                                                    .compareTo(Received.number(original.total()))
                                            > 0),
                    ofMoved(
                            "3321",
                            (note, original) -> Instalments.anyDueBy(note, original.issuedOn())),
                    ofCredit(
                            "3286",
                            (note, original) -> isOfFacturas(note) && isAbove(note, original)),
                    ofCredit(
                            "4028",
                            (note, original) -> !isOfFacturas(note) && isAbove(note, original)));

    /** Broken by what SUNAT knows of the document that is changed; the first code that applies. */
    static Optional<String> broken(
            Received note, Function<DocumentKey, Optional<StandInDocument>> registry) {
        if (!note.key().type().isNote()) {
            return Optional.empty();
        }
        var key = changed(note);
        var original = key == null ? null : registry.apply(key).orElse(null);
        if (original == null) {
            return Optional.of(NOT_THERE.codeFor(note));
        }
        return AGAINST_WHAT_IS_KNOWN.stream()
                .filter(it -> it.broken().test(note, original))
                .map(it -> it.codeFor(note))
                .findFirst();
    }

    /** Every code that depends on what is known. */
    static Stream<String> codesAgainstWhatIsKnown() {
        return Stream.concat(Stream.of(NOT_THERE), AGAINST_WHAT_IS_KNOWN.stream())
                .flatMap(it -> Stream.of(it.code(), it.debitCode()))
                .distinct();
    }

    private static boolean isEarlier(Received note, StandInDocument original) {
        var issued = note.issued();
        return issued != null && issued.isBefore(original.issuedOn());
    }

    private static boolean isAbove(Received note, StandInDocument original) {
        return Received.number(note.payable()).compareTo(Received.number(original.total())) > 0;
    }

    private static @Nullable DocumentKey changed(Received note) {
        try {
            var id = note.text(CHANGED + "ID");
            var cut = id.indexOf('-');
            return new DocumentKey(
                    note.key().ruc(),
                    DocumentType.withCode(note.text(CHANGED + "DocumentTypeCode")),
                    DocumentNumber.of(
                            id.substring(0, Math.max(cut, 0)),
                            Integer.parseInt(id.substring(cut + 1))));
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static boolean changes(Received note, String type) {
        return note.text(CHANGED + "DocumentTypeCode").equals(type);
    }

    private static boolean isOfFacturas(Received note) {
        return note.key().number().series().isOfFacturas();
    }

    private static Set<String> reasons(Received note) {
        return note.key().type() == DocumentType.CREDIT_NOTE ? CREDIT_REASONS : DEBIT_REASONS;
    }

    private static Rule ofNotes(String code, Predicate<Received> broken) {
        return check(code, it -> it.key().type().isNote() && broken.test(it));
    }

    private static Rule ofCredit(String code, Predicate<Received> broken) {
        return check(code, it -> it.key().type() == DocumentType.CREDIT_NOTE && broken.test(it));
    }

    /** Of notes that put other instalments in the place of a factura's. */
    private static Rule ofMoved(String code, Predicate<Received> broken) {
        return ofCredit(code, it -> it.text(REASON).equals("13") && broken.test(it));
    }

    private static Known ofCredit(String code, BiPredicate<Received, StandInDocument> broken) {
        return new Known(
                code, code, (note, original) -> note.isCreditNote() && broken.test(note, original));
    }

    private static Known ofMoved(String code, BiPredicate<Received, StandInDocument> broken) {
        return ofCredit(
                code,
                (note, original) -> note.text(REASON).equals("13") && broken.test(note, original));
    }

    private static Rule ofDebit(String code, Predicate<Received> broken) {
        return check(code, it -> it.key().type() == DocumentType.DEBIT_NOTE && broken.test(it));
    }
}
