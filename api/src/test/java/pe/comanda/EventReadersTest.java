package pe.comanda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EventReadersTest {
    private static final Path PAGE = Path.of("..", "docs", "events.md");

    @Test
    void the_page_that_tells_who_reacts_to_an_event_is_what_the_handlers_say() throws IOException {
        var page = new EventReaders().page();
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("-Dgolden.write=true writes it").content().isEqualTo(page);
    }

    @Test
    void it_finds_sagas_policies_and_views() {
        assertThat(new EventReaders().page())
                .contains("`process-stock-deduction` StockDeductionSaga")
                .contains("`view-audit` TimelineProjection")
                .containsPattern("- `OrderCompleted` also goes to .*`policy-loyalty` \\w+");
    }
}
