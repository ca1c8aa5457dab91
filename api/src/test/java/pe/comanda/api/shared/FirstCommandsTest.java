package pe.comanda.api.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Refusal;
import pe.comanda.domain.menu.CategoryCommand.ArchiveCategory;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.shared.Receipt;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * What the program wants when it starts waits for those who are not there yet, and for nobody else.
 */
@Timeout(30)
@DisplayNameGeneration(ReplaceUnderscores.class)
class FirstCommandsTest {
    private final Deque<Exception> failures = new ArrayDeque<>();
    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final FirstCommands commands =
            new FirstCommands(
                    new Commands(DefaultCommandGateway.builder().commandBus(bus).build()));

    FirstCommandsTest() {
        var unused =
                bus.subscribe(
                        ArchiveCategory.class.getName(),
                        _ -> {
                            if (!failures.isEmpty()) {
                                throw failures.removeFirst();
                            }
                            return new Receipt("category-1", 1);
                        });
    }

    @Test
    void it_is_sent_again_while_nobody_is_there() {
        failures.addAll(
                List.of(
                        new NoHandlerForCommandException("Nobody yet"),
                        new IllegalStateException(new SQLException("Not yet", "57P03"))));

        assertThat(send().getTarget()).isEqualTo("category-1");
        assertThat(failures).isEmpty();
    }

    @Test
    void a_refusal_is_an_answer() {
        failures.add(new CommandExecutionException("No", null, new Refusal("NOT_FOUND", Map.of())));

        assertThatThrownBy(this::send).rootCause().hasMessage("No");
    }

    @Test
    void what_breaks_is_not_tried_again() {
        failures.add(new IllegalStateException(new SQLException("Broken", "42P01")));

        assertThatThrownBy(this::send).rootCause().hasMessage("Broken");
    }

    private Receipt send() {
        return commands.send(
                new ArchiveCategory(new CategoryId("category-1")),
                Caller.system("org-1", null, "start"));
    }
}
