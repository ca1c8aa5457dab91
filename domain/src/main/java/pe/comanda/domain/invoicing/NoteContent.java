package pe.comanda.domain.invoicing;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.Money;

import java.util.List;

/**
 * What a credit note takes back: the whole document, some of its lines, or an amount.
 *
 * @param parts lines with quantities; none for the whole or an amount
 * @param amount with tax; null for the whole or lines
 */
public record NoteContent(List<NotePart> parts, @Nullable Money amount) {
    public static final NoteContent WHOLE = new NoteContent(List.of(), null);

    public NoteContent {
        parts = List.copyOf(parts);
        if (amount != null && !parts.isEmpty()) {
            throw new MalformedValue(
                    "NOTE_BY_LINES_OR_AMOUNT", "A note names lines or an amount, not both.");
        }
    }

    public static NoteContent lines(List<NotePart> parts) {
        return new NoteContent(parts, null);
    }

    public static NoteContent amount(Money amount) {
        return new NoteContent(List.of(), amount);
    }

    public boolean isWhole() {
        return parts.isEmpty() && amount == null;
    }
}
