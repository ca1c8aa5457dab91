package pe.comanda.api.shared;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Receipt;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends what the program itself wants when it starts, and waits for an Axon Server or a command
 * side that is not there yet, or goes away meanwhile: a program that is started before them must
 * not end for it. Until then it is not ready.
 */
@Component
public class FirstCommands {
    private static final Logger LOG = LoggerFactory.getLogger(FirstCommands.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TRIES_A_LINE = 15;

    private final Commands commands;

    FirstCommands(Commands commands) {
        this.commands = commands;
    }

    /**
     * A command whose answer was lost is sent again: its aggregate's id is the client's, so it
     * cannot happen twice.
     *
     * @throws CompletionException where it is refused, or breaks
     */
    public Receipt send(Command wish, Caller caller) {
        int tries = 0;
        while (true) {
            try {
                return commands.send(wish, caller).join();
            } catch (CompletionException failure) {
                if (!Outage.isIn(failure) || Thread.currentThread().isInterrupted()) {
                    throw failure;
                }
                if (tries++ % TRIES_A_LINE == 0) {
                    LOG.warn("Waiting for whoever handles commands: {}", failure.toString());
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }
}
