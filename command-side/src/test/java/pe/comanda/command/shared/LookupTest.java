package pe.comanda.command.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.access.TenantScope;

import tools.jackson.databind.json.JsonMapper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** What a lookup remembers, and whom it asks; the table is a map whose rows have one owner each. */
class LookupTest {
    private static final String OWNER = "org-a";
    private static final String OTHER = "org-b";

    private record Fact(String says) {}

    private final Map<String, Fact> table = new HashMap<>();
    private final JdbcTemplate sql = mock(JdbcTemplate.class);
    private final Lookup<Fact> lookup =
            new Lookup<>("fact", Fact.class, sql, JsonMapper.shared(), null);
    private int asked;

    LookupTest() {
        when(sql.query(anyString(), any(RowMapper.class), any(Object[].class)))
                .thenAnswer(
                        call -> {
                            asked++;
                            var row = table.get(call.<String>getArgument(3));
                            var scope = TenantScope.current();
                            boolean visible = scope.equals(OWNER) || scope.equals(TenantScope.ALL);
                            return row == null || !visible ? List.of() : List.of(row);
                        });
    }

    @Test
    void what_is_not_there_is_asked_once() throws Exception {
        assertThat(in(TenantScope.ALL, () -> lookup.find("f"))).isEmpty();
        assertThat(in(TenantScope.ALL, () -> lookup.find("f"))).isEmpty();

        assertThat(asked).isEqualTo(1);
    }

    @Test
    void a_tenant_that_sees_nothing_hides_nothing_from_the_owner() throws Exception {
        table.put("f", new Fact("hello"));

        assertThat(in(OTHER, () -> lookup.find("f"))).isEmpty();
        assertThat(in(OWNER, () -> lookup.find("f"))).contains(new Fact("hello"));
    }

    @Test
    void each_scope_that_sees_nothing_asks_once() throws Exception {
        for (var scope : List.of(OWNER, OTHER, OWNER, OTHER)) {
            assertThat(in(scope, () -> lookup.find("f"))).isEmpty();
        }

        assertThat(asked).isEqualTo(2);
    }

    @Test
    void what_is_written_afterwards_is_found_by_everybody_who_missed_it() throws Exception {
        assertThat(in(OWNER, () -> lookup.find("f"))).isEmpty();
        assertThat(in(TenantScope.ALL, () -> lookup.find("f"))).isEmpty();

        committed(
                () ->
                        lookup.put(
                                "f",
                                MetaData.with(MetadataKey.ORGANIZATION, OWNER),
                                new Fact("new")));

        assertThat(in(OWNER, () -> lookup.find("f"))).contains(new Fact("new"));
        assertThat(in(TenantScope.ALL, () -> lookup.find("f"))).contains(new Fact("new"));
    }

    @Test
    void what_is_removed_is_asked_for_again() throws Exception {
        table.put("f", new Fact("old"));
        assertThat(in(OWNER, () -> lookup.find("f"))).isPresent();

        committed(() -> lookup.remove("f"));
        table.remove("f");

        assertThat(in(OWNER, () -> lookup.find("f"))).isEmpty();
    }

    private static void committed(Runnable work) {
        DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("batch"))
                .executeWithResult(
                        () -> {
                            work.run();
                            return true;
                        });
    }

    private static <T> T in(String scope, Callable<T> work) throws Exception {
        return TenantScope.call(scope, work);
    }
}
