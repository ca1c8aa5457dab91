package pe.comanda.query.books;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.ProposalQuery.Difference;
import pe.comanda.domain.invoicing.ProposalQuery.DifferenceKind;
import pe.comanda.domain.invoicing.ProposalQuery.Field;
import pe.comanda.domain.shared.Money;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/** Lays SUNAT's proposal beside our register, document by document. */
final class ProposalMatcher {
    private final TreeMap<Key, Entry> ours = new TreeMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private long agreeing;

    ProposalMatcher(List<Entry> register) {
        for (var entry : register) {
            var unused = ours.put(new Key(entry.type(), entry.series(), entry.number()), entry);
        }
    }

    /** What makes a document that one: SUNAT writes numbers without leading zeros. */
    record Key(String type, String series, int number) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byType = type.compareTo(other.type);
            int bySeries = series.compareTo(other.series);
            return byType != 0
                    ? byType
                    : bySeries != 0 ? bySeries : Integer.compare(number, other.number);
        }
    }

    /** In the order of the proposal; what it lacks comes last. */
    List<Difference> match(List<ProposalLine> proposal) {
        proposal.forEach(this::match);
        ours.values().forEach(this::lacking);
        return differences;
    }

    long agreeing() {
        return agreeing;
    }

    private void match(ProposalLine line) {
        var from = new Key(line.type(), line.series(), line.number());
        var to = new Key(line.type(), line.series(), line.last());
        var found = ours.subMap(from, true, to, true);
        if (found.isEmpty()) {
            differences.add(difference(DifferenceKind.MISSING_HERE, line, null, List.of()));
            return;
        }
        var entries = List.copyOf(found.values());
        found.clear();
        var fields = new ArrayList<Field>();
        if (entries.stream().noneMatch(Entry::voided) || line.stands()) {
            amounts(line, entries, fields);
        }
        var kind = fields.isEmpty() ? DifferenceKind.DATA_DIFFER : DifferenceKind.AMOUNTS_DIFFER;
        if (!line.isRange()) {
            data(line, entries.getFirst(), fields);
        }
        if (fields.isEmpty()) {
            agreeing += entries.size();
        } else {
            differences.add(difference(kind, line, entries.getFirst(), fields));
        }
    }

    /** What was voided is no sale, and whether SUNAT still lists it changes nothing. */
    private void lacking(Entry entry) {
        if (entry.voided()) {
            agreeing++;
            return;
        }
        differences.add(
                new Difference(
                        DifferenceKind.MISSING_THERE,
                        entry.type(),
                        entry.series(),
                        entry.number(),
                        entry.number(),
                        entry.invoice(),
                        entry.standing().name(),
                        List.of()));
    }

    private static void amounts(ProposalLine line, List<Entry> entries, List<Field> fields) {
        compare("documents", entries.size(), line.last() - line.number() + 1, fields);
        boolean stands = entries.stream().anyMatch(entry -> !entry.voided());
        compare("stands", stands, line.stands(), fields);
        compare("base", sum(entries, Entry::taxed), line.base(), fields);
        compare("igv", sum(entries, Entry::igv), line.igv(), fields);
        compare("exonerated", sum(entries, Entry::exonerated), line.exonerated(), fields);
        compare("notSubject", sum(entries, Entry::notSubject), line.notSubject(), fields);
        compare("icbper", sum(entries, Entry::icbper), line.icbper(), fields);
        compare("others", sum(entries, Entry::others), line.others(), fields);
        compare("total", sum(entries, Entry::total), line.total(), fields);
    }

    private static void data(ProposalLine line, Entry entry, List<Field> fields) {
        compare("issueDate", entry.issueDate(), line.issueDate(), fields);
        compare("currency", entry.currency(), line.currency(), fields);
        if (isNamed(entry.buyerNumber()) || isNamed(line.buyer())) {
            compare("buyer", entry.buyerNumber(), line.buyer(), fields);
        }
    }

    /** Nobody in particular is written as nothing, a dash or zeros. */
    private static boolean isNamed(String buyer) {
        return !buyer.matches("[-0]*");
    }

    private static void compare(String name, Object ours, Object theirs, List<Field> fields) {
        if (!ours.equals(theirs)) {
            fields.add(new Field(name, ours.toString(), theirs.toString()));
        }
    }

    private static Money sum(List<Entry> entries, Function<Entry, Money> of) {
        return Money.sum(entries.stream().map(of).toList());
    }

    private static Difference difference(
            DifferenceKind kind, ProposalLine line, @Nullable Entry entry, List<Field> fields) {
        return new Difference(
                kind,
                line.type(),
                line.series(),
                line.number(),
                line.last(),
                entry == null ? null : entry.invoice(),
                entry == null ? null : entry.standing().name(),
                fields);
    }
}
