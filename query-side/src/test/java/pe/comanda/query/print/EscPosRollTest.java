package pe.comanda.query.print;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.query.print.Roll.Weight.BOLD;
import static pe.comanda.query.print.Roll.Weight.PLAIN;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.nio.charset.Charset;
import java.util.List;

/** What a receipt printer is sent, byte by byte. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EscPosRollTest {
    private static final String INITIALIZED = "\u001B@\u001Bt\u0010";
    private static final String CUT = "\u001DVB\u0003";
    private final Roll roll = Roll.escPos();

    @Test
    void it_starts_the_printer_anew_and_cuts_the_paper() {
        assertThat(sent()).isEqualTo(INITIALIZED + CUT);
    }

    @Test
    void letters_of_spanish_are_sent_in_the_code_page_that_was_chosen() {
        roll.left("Ají de ñandú €", PLAIN, 8);
        assertThat(roll.printed()).contains(0xED, 0xF1, 0xFA, 0x80);
    }

    @Test
    void what_no_printer_has_becomes_a_question_mark_and_no_command() {
        roll.left("sin \u001Bt cebolla \u62C9", PLAIN, 8);
        assertThat(sent()).contains("sin ?t cebolla ?\n");
    }

    @Test
    void large_letters_take_twice_the_room() {
        roll.centred("Chicharrón de calamar para dos", BOLD, 18);
        assertThat(sent())
                .contains(
                        "\u001Ba\u0001\u001BE\u0001\u001D!\u0011Chicharrón de calamar\npara dos\n");
    }

    @Test
    void a_line_is_never_wider_than_the_paper() {
        roll.left("x".repeat(100), PLAIN, 8);
        roll.pair("Un nombre que es mucho más largo que cualquier línea", "1,234.50", PLAIN, 8);
        roll.detail("3 NIU x 12.00", "36.00", 7, 8);
        roll.ruled();
        assertThat(lines()).allMatch(line -> line.length() <= 48);
        assertThat(lines())
                .contains(
                        "Un nombre que es mucho más largo que",
                        "cualquier línea                         1,234.50",
                        "-".repeat(48));
    }

    @Test
    void the_printer_draws_the_code_itself_and_can_mend_a_quarter_of_it() {
        roll.qr("20100066603|01|F001|1");
        assertThat(sent())
                .contains("\u001D(k\u0003\u00001E2")
                .contains("\u001D(k\u0018\u00001P020100066603|01|F001|1\u001D(k\u0003\u00001Q0");
    }

    private List<String> lines() {
        return sent().replaceAll("\u001B@|\u001B[aEt].|\u001D!.", "").lines().toList();
    }

    private String sent() {
        return new String(roll.printed(), Charset.forName("windows-1252"));
    }
}
