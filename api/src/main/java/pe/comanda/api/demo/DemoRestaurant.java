package pe.comanda.api.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

import pe.comanda.api.security.Passwords;
import pe.comanda.api.shared.FirstCommands;
import pe.comanda.api.shared.Problems;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.Refusal;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.LogReaders;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Loads a cevichería with two branches by the same commands that everybody sends: on the first
 * start with the embedded database, or where {@code comanda.demo=always}. A load that was
 * interrupted goes on where it was.
 */
@Component
class DemoRestaurant {
    /** Everybody's password in the demo. It opens nothing else. */
    static final String PASSWORD = "ceviche-de-demo";

    private static final Logger LOG = LoggerFactory.getLogger(DemoRestaurant.class);
    private static final String NAME = "cevicheria";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final FirstCommands commands;
    private final LogReaders readers;
    private final Passwords passwords;
    private final JdbcTemplate sql;
    private final JsonMapper json;
    private final Clock clock;
    private final ConfigurableEnvironment environment;
    private long last = -1;

    DemoRestaurant(
            FirstCommands commands,
            LogReaders readers,
            Passwords passwords,
            JdbcTemplate sql,
            JsonMapper json,
            Clock clock,
            ConfigurableEnvironment environment) {
        this.commands = commands;
        this.readers = readers;
        this.passwords = passwords;
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.environment = environment;
    }

    @EventListener
    void whenReady(ApplicationReadyEvent event) throws IOException {
        if (isWanted() && !isLoaded()) {
            load(
                    json.readValue(
                            new ClassPathResource("demo/cevicheria.json").getContentAsByteArray(),
                            DemoScript.class));
            sql.update("insert into demo_load (name) values (?) on conflict do nothing", NAME);
        }
    }

    private boolean isWanted() {
        return switch (environment.getProperty("comanda.demo", "auto")) {
            case "always" -> true;
            case "never" -> false;
            default -> environment.getPropertySources().contains("embeddedPostgres");
        };
    }

    private boolean isLoaded() {
        return Boolean.TRUE.equals(
                sql.queryForObject(
                        "select exists (select 1 from demo_load where name = ?)",
                        Boolean.class,
                        NAME));
    }

    private void load(DemoScript script) {
        long start = clock.millis();
        var demo = new DemoCommands(script, passwords.hash(PASSWORD), clock.instant());
        var organization = script.organization().id();
        LOG.info("Loading the demo restaurant: organization and staff");
        inOrder(List.of(demo.signUp()), Caller.system(organization, null, "demo"));
        var head = Caller.system(organization, null, "demo");
        for (var opening : demo.otherBranches()) {
            inOrder(List.of(opening), head.inBranch(opening.branch().value()));
        }
        inOrder(demo.otherStaff(), head);
        var furniture = new DemoFurniture(script);
        for (var branch : script.branches()) {
            LOG.info("Loading the demo restaurant: menu, stock and tables of {}", branch.name());
            inOrder(furniture.of(branch), head.inBranch(branch.id()));
        }
        inOrder(List.of(DemoRewards.tenSoles()), head);
        LOG.info(
                "The demo restaurant is open ({} ms): sign in as moza@demo.pe with {}",
                clock.millis() - start,
                PASSWORD);
    }

    private void inOrder(List<? extends Command> wishes, Caller caller) {
        for (var wish : wishes) {
            var refusal = send(wish, caller);
            if (refusal.isPresent()) {
                // On a cold machine what was made a moment ago may not be known everywhere yet.
                var unused = readers.await("lookups", last, PATIENCE);
                refusal = send(wish, caller);
            }
            if (refusal.isPresent()) {
                throw new IllegalStateException(
                        "The demo restaurant could not be loaded: "
                                + wish.target()
                                + " "
                                + refusal.get());
            }
        }
        var unused = readers.await("lookups", last, PATIENCE);
    }

    private Optional<Refusal> send(Command wish, Caller caller) {
        try {
            last = Math.max(last, commands.send(wish, caller).getPosition());
            return Optional.empty();
        } catch (CompletionException failure) {
            var refusal = Problems.refusal(failure);
            if (refusal == null) {
                throw failure;
            }
            // An earlier, interrupted load may have got this far.
            return refusal.code().equals(AccessRule.ALREADY_EXISTS.name())
                    ? Optional.empty()
                    : Optional.of(refusal);
        }
    }
}
