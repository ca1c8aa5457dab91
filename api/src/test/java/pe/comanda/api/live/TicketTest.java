package pe.comanda.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import pe.comanda.domain.access.Role;

import java.time.Instant;
import java.util.Set;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TicketTest {
    @ParameterizedTest
    @CsvSource({
        "ORG_ADMIN, branch kitchen floor stock finance loyalty menu",
        "BRANCH_MANAGER, branch kitchen floor stock finance loyalty menu",
        "CASHIER, branch kitchen floor finance loyalty menu",
        "WAITER, branch kitchen floor finance loyalty menu",
        "KITCHEN, branch kitchen stock menu",
        "ACCOUNTANT, branch finance menu",
        "AUDITOR, branch floor stock finance loyalty menu"
    })
    void staff_hear_what_they_may_read(Role role, String rooms) {
        assertThat(ticket(role, null).rooms()).containsExactlyInAnyOrder(rooms.split(" ", -1));
    }

    @Test
    void a_diner_hears_the_own_session_and_the_menu() {
        assertThat(ticket(Role.CUSTOMER, "session-sara").rooms())
                .isEqualTo(Set.of("menu", "session:session-sara"));
    }

    private static Ticket ticket(Role role, String session) {
        return new Ticket("org-1", "branch-1", "staff-1", role, session, "origin", Instant.MAX);
    }
}
