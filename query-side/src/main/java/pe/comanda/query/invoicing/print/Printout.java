package pe.comanda.query.invoicing.print;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.Paper;
import pe.comanda.query.print.Roll;
import pe.comanda.query.print.Sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A document as it is to be printed.
 *
 * @param buyerName null where the person was forgotten
 * @param digest {@code ds:DigestValue}, the "hash" of annex 6; empty before it is signed
 * @param qr empty where there is none yet
 * @param notices what the reader must know of its standing, a line each; may be empty
 * @param consultAt where a buyer looks it up
 */
public record Printout(
        FiscalDocument document,
        @Nullable String buyerName,
        String digest,
        String qr,
        List<String> notices,
        String consultAt) {

    public Printout {
        notices = List.copyOf(notices);
    }

    /** The file for this paper. The same printout gives the same bytes. */
    public byte[] on(Paper paper) {
        return switch (paper) {
            case A4 -> a4();
            case TICKET -> new TicketForm(Roll.pdf(title(), document.issuedAt()), this).print();
            case ESC_POS -> new TicketForm(Roll.escPos(), this).print();
        };
    }

    private String title() {
        return document.key().fileName();
    }

    private byte[] a4() {
        try (var sheet = new Sheet(title(), document.issuedAt())) {
            new A4Form(sheet, this).print();
            return sheet.save();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
