package pe.comanda.domain.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.Money;

import java.util.List;

/**
 * What a credit note takes back: the whole document, some of its lines, or an amount; or the
 * instalments that it puts in the place of others, which takes nothing back.
 *
 * @param parts lines with quantities; none for the whole or an amount
 * @param amount with tax; null for the whole or lines
 * @param terms instalments; at once where it is not about them
 */
public record NoteContent(List<NotePart> parts, @Nullable Money amount, PaymentTerms terms) {
    public static final NoteContent WHOLE = new NoteContent(List.of(), null, PaymentTerms.AT_ONCE);

    public NoteContent {
        parts = List.copyOf(parts);
        if ((amount == null ? 0 : 1) + (parts.isEmpty() ? 0 : 1) + (terms.isOnCredit() ? 1 : 0)
                > 1) {
            throw new MalformedValue(
                    "NOTE_BY_LINES_OR_AMOUNT",
                    "A note names lines, an amount or instalments, one of them.");
        }
    }

    public static NoteContent lines(List<NotePart> parts) {
        return new NoteContent(parts, null, PaymentTerms.AT_ONCE);
    }

    public static NoteContent amount(Money amount) {
        return new NoteContent(List.of(), amount, PaymentTerms.AT_ONCE);
    }

    public static NoteContent instalments(PaymentTerms terms) {
        return new NoteContent(List.of(), null, terms);
    }

    public boolean isWhole() {
        return parts.isEmpty() && amount == null && !terms.isOnCredit();
    }
}
