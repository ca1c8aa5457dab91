package pe.comanda.query.books;

import static pe.comanda.domain.invoicing.ProposalRule.PROPOSAL_UNREADABLE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;

/**
 * SUNAT's proposal as the SIRE exports it: a ZIP of one or more texts, or one of these texts. A
 * text has a line of headings, then a document a line, parted by bars (txt) or commas (csv). Files
 * of the layout that we export ourselves (no headings) are read too.
 */
final class ProposalFile {
    /** Far more than a month of any restaurant; a ZIP that unfolds to more is none of SUNAT's. */
    private static final int LARGEST = 32 * 1024 * 1024;

    private static final byte[] ZIP = {'P', 'K'};
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ProposalFile() {}

    static List<ProposalLine> read(byte[] file) {
        var lines = new ArrayList<ProposalLine>();
        for (var text : texts(file)) {
            lines.addAll(ProposalTable.of(text).lines());
        }
        return lines;
    }

    private static List<String> texts(byte[] file) {
        if (file.length < ZIP.length || file[0] != ZIP[0] || file[1] != ZIP[1]) {
            return List.of(text(file));
        }
        var texts = new ArrayList<String>();
        var left = LARGEST;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    var content = zip.readNBytes(left + 1);
                    left -= content.length;
                    PROPOSAL_UNREADABLE.require(left >= 0, "limit", LARGEST);
                    texts.add(text(content));
                }
            }
        } catch (IOException | IllegalArgumentException _) {
            throw PROPOSAL_UNREADABLE.broken("file", "ZIP");
        }
        PROPOSAL_UNREADABLE.require(!texts.isEmpty(), "file", "ZIP");
        return texts;
    }

    /** UTF-8, or what spreadsheets make of it. */
    private static String text(byte[] content) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException _) {
            text = new String(content, Charset.forName("windows-1252"));
        }
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }
}
