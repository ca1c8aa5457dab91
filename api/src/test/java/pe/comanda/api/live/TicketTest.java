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
    void a_diner_hears_the_own_session_the_own_table_and_the_menu() {
        assertThat(ticket(Role.CUSTOMER, "session-sara").rooms())
                .isEqualTo(Set.of("menu", "session:session-sara"));
        assertThat(at("table-7", Role.CUSTOMER, "session-sara").rooms())
                .isEqualTo(Set.of("menu", "session:session-sara", "table:table-7"));
    }

    @ParameterizedTest
    @CsvSource({
        "ORG_ADMIN, menu table:table-7 table:table-7:staff",
        "CASHIER, menu table:table-7 table:table-7:staff",
        "WAITER, menu table:table-7 table:table-7:staff",
        "AUDITOR, menu table:table-7 table:table-7:staff",
        "KITCHEN, menu",
        "ACCOUNTANT, menu"
    })
    void staff_who_follow_a_table_hear_it_alone(Role role, String rooms) {
        assertThat(at("table-7", role, null).rooms())
                .containsExactlyInAnyOrder(rooms.split(" ", -1));
    }

    private static Ticket ticket(Role role, String session) {
        return at(null, role, session);
    }

    private static Ticket at(String table, Role role, String session) {
        return new Ticket(
                "org-1", "branch-1", "staff-1", role, session, table, "origin", Instant.MAX);
    }
}
