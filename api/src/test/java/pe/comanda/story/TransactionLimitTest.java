package pe.comanda.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import pe.comanda.IntegrationTest;
import pe.comanda.domain.inventory.InventoryCommand.RegisterItem;
import pe.comanda.story.Newcomers.Tenant;

import java.util.List;
import java.util.Map;

/**
 * A transaction that stays open between its event and its commit is ended before the readers of the
 * log give up waiting for the event: nothing of it is stored, and whoever asked may ask again.
 */
@IntegrationTest
@DisplayNameGeneration(ReplaceUnderscores.class)
class TransactionLimitTest {
    @Autowired private JdbcClient sql;
    @Autowired private CommandBus commands;
    @LocalServerPort private int port;
    private Tenant house;
    private String item;

    @BeforeEach
    void a_house() {
        house = new Newcomers(new Http("http://localhost:" + port, "")).signUp();
        item = Larder.newItem().value();
    }

    @Test
    void every_connection_of_the_program_has_the_limit() {
        assertThat(
                        sql.sql(
                                        """
                                        select name || ' ' || setting || unit from pg_settings
                                        where name in ('idle_in_transaction_session_timeout', 'transaction_timeout')
                                        order by name""")
                                .query(String.class)
                                .list())
                .containsExactly(
                        "idle_in_transaction_session_timeout 25000ms",
                        "transaction_timeout 25000ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"idle_in_transaction_session_timeout", "transaction_timeout"})
    void a_command_that_is_ended_before_its_commit_is_told_to_come_back_and_has_stored_nothing(
            String limit) {
        try (var _ =
                commands.registerHandlerInterceptor((unit, chain) -> slow(limit, unit, chain))) {
            var ended = register();

            assertThat(ended.mustBe(503).code()).isEqualTo("UNAVAILABLE");
            assertThat(ended.headers()).containsKey("retry-after");
            assertThat(events()).isZero();
        }

        var again = register().mustBe(201);

        assertThat(events()).isOne();
        var path = new Larder(house).items() + "/" + item;
        assertThat(house.asAdmin().get(path, again).mustBe(200).text("balance")).isEqualTo("4");
    }

    /** Its events are written, and then it takes until its limit. */
    private @Nullable Object slow(
            String limit, UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain)
            throws Exception {
        if (unit.getMessage().getPayload() instanceof RegisterItem ours
                && ours.item().value().equals(item)) {
            // One that runs already is stopped first: PostgreSQL would leave it as it is.
            for (var milliseconds : List.of("0", "200")) {
                sql.sql("select set_config(?, ?, true)")
                        .params(limit, milliseconds)
                        .query(String.class)
                        .single();
            }
            int session = sql.sql("select pg_backend_pid()").query(Integer.class).single();
            unit.onPrepareCommit(
                    _ ->
                            unit.onPrepareCommit(
                                    _ -> {
                                        assertThat(events()).isOne();
                                        await().until(() -> hasEnded(session));
                                    }));
        }
        return chain.proceed();
    }

    /** Asked on a thread, and so on a connection, of its own. */
    private boolean hasEnded(int session) {
        return sql.sql("select not exists (select from pg_stat_activity where pid = ?)")
                .param(session)
                .query(Boolean.class)
                .single();
    }

    private Http.Answer register() {
        return house.asAdmin()
                .exchange(
                        "POST",
                        new Larder(house).items(),
                        Larder.body(item, "Limón"),
                        Map.of("Idempotency-Key", item));
    }

    private int events() {
        return sql.sql("select count(*) from domain_event where aggregate_id = ?")
                .param(item)
                .query(Integer.class)
                .single();
    }
}
