package pe.comanda.command.invoicing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import pe.comanda.command.invoicing.FileShelf.Kept;
import pe.comanda.command.invoicing.standin.MemoryRegistry;
import pe.comanda.command.invoicing.standin.StandIn;
import pe.comanda.command.invoicing.standin.SunatStage;
import pe.comanda.command.invoicing.sunat.CdrReader;
import pe.comanda.command.invoicing.sunat.CdrSigner;
import pe.comanda.command.invoicing.sunat.SigningKey;
import pe.comanda.command.invoicing.sunat.SoapGateway;
import pe.comanda.command.shared.OwnCommands;
import pe.comanda.domain.access.Refusal;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.RuleViolated;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * A program whose power goes out at a step, once or at every kind of step once. What is stored
 * outlives it: facts, files, and the registry of the stand-in.
 */
abstract class CutStage {
    static final Instant NOW = SunatStage.AFTERNOON;
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final SigningKey KEY = SunatStage.KEY;

    static final SunatAccount ACCOUNT = SunatStage.ACCOUNT;

    final MemoryRegistry registry = new MemoryRegistry();
    final List<byte[]> sent = new ArrayList<>();
    final List<String> steps = new ArrayList<>();
    final CdrReader reader;
    final SoapGateway real;
    private final Map<Integer, byte[]> cdrs = new HashMap<>();
    private final Set<String> cutOnce = new HashSet<>();
    private final int cutAt;
    private final boolean everywhere;
    private int cuts;

    /**
     * @param opened closes the stand-in after the test
     * @param cutAt at which step the power goes out; below zero for none
     * @param everywhere whether it goes out at the first of every kind of step
     */
    CutStage(List<StandIn> opened, int cutAt, boolean everywhere) {
        var sunat = StandIn.start(0, registry, CLOCK);
        opened.add(sunat);
        this.reader = new CdrReader(CdrSigner.exactly(sunat.certificate()));
        this.real = new SoapGateway(sunat.endpoints(Duration.ofSeconds(20)), reader);
        this.cutAt = cutAt;
        this.everywhere = everywhere;
    }

    /** The power is gone. */
    private static final class Cut extends Error {
        private static final long serialVersionUID = 1;

        Cut() {
            super("cut", null, false, false);
        }
    }

    /** Decides by the rules and stores what was decided. */
    abstract void store(Command command);

    int cuts() {
        return cuts;
    }

    /** Runs until the power goes out, or to the end. */
    <T> T untilCut(T otherwise, Callable<T> work) throws Exception {
        try {
            return work.call();
        } catch (Cut _) {
            cuts++;
            return otherwise;
        }
    }

    /** The work with a step before and after it. */
    <T> T step(String before, String after, Callable<T> work) throws Exception {
        step(before);
        var result = work.call();
        step(after);
        return result;
    }

    private void step(String what) {
        steps.add(what);
        if (steps.size() - 1 == cutAt || (everywhere && cutOnce.add(what))) {
            throw new Cut();
        }
    }

    OwnCommands commands() {
        var commands = mock(OwnCommands.class);
        when(commands.send(any(), any(), any()))
                .thenAnswer(call -> perform(call.getArgument(0, Command.class)));
        return commands;
    }

    private Optional<Refusal> perform(Command command) {
        var name = command.getClass().getSimpleName();
        step("before " + name);
        try {
            store(command);
        } catch (RuleViolated refused) {
            return Optional.of(new Refusal(refused.rule().name(), refused.details()));
        }
        step("after " + name);
        return Optional.empty();
    }

    SunatAccounts accounts() {
        var accounts = mock(SunatAccounts.class);
        when(accounts.of(any(), any())).thenReturn(Optional.of(ACCOUNT));
        return accounts;
    }

    TaxOfficeDoor door(FiscalGateway gateway) {
        var door = mock(TaxOfficeDoor.class);
        when(door.gateway()).thenReturn(gateway);
        when(door.cdrs()).thenReturn(reader);
        return door;
    }

    Optional<byte[]> cdr(int attempt) {
        return Optional.ofNullable(cdrs.get(attempt));
    }

    String keep(Kept cdr) throws Exception {
        return step(
                "before keeping",
                "after keeping",
                () -> {
                    cdrs.put(cdr.attempt(), cdr.content());
                    return "ff";
                });
    }
}
