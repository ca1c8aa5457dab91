package pe.comanda.command.invoicing.standin;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.invoicing.DocumentKey;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * Remembers in a file, one line of JSON for each thing that happened: for a stand-in that runs by
 * itself, without a database.
 */
public final class FileRegistry implements StandInRegistry {
    /** What an older file does not tell is as it was then: no. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final MemoryRegistry memory = new MemoryRegistry();
    private final Path file;

    /** Goes on where the file ends. */
    public FileRegistry(Path file) {
        this.file = file;
        try {
            if (Files.exists(file)) {
                Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                        .filter(line -> !line.isBlank())
                        .forEach(line -> replay(JSON.readValue(line, Happened.class)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What happened, with what it takes to have it happen again. */
    record Happened(
            What what,
            @Nullable StandInDocument document,
            @Nullable StandInTicket ticket,
            @Nullable ArmedFault fault,
            @Nullable DocumentKey key,
            String text,
            String series,
            int number) {
        enum What {
            REGISTERED,
            VOIDED,
            KEPT,
            POLLED,
            ARMED,
            TAKEN,
            DISARMED
        }
    }

    private void replay(Happened it) {
        switch (it.what()) {
            case REGISTERED -> {
                if (it.document() != null) {
                    var unused = memory.register(it.document());
                }
            }
            case VOIDED -> {
                if (it.key() != null) {
                    memory.voidDocument(it.key());
                }
            }
            case KEPT -> {
                if (it.ticket() != null) {
                    var unused = memory.keep(it.ticket());
                }
            }
            case POLLED -> {
                var unused = memory.poll(it.text());
            }
            case ARMED -> {
                if (it.fault() != null) {
                    memory.arm(it.fault());
                }
            }
            case TAKEN -> {
                var unused = memory.takeFault(it.text(), it.series(), it.number());
            }
            case DISARMED -> memory.disarm(it.text());
        }
    }

    private void note(Happened happened) {
        try {
            var unused =
                    Files.writeString(
                            file,
                            JSON.writeValueAsString(happened) + "\n",
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND,
                            StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized Optional<StandInDocument> find(DocumentKey key) {
        return memory.find(key);
    }

    @Override
    public synchronized boolean register(StandInDocument document) {
        var isNew = memory.register(document);
        if (isNew) {
            note(new Happened(Happened.What.REGISTERED, document, null, null, null, "", "", 0));
        }
        return isNew;
    }

    @Override
    public synchronized void voidDocument(DocumentKey key) {
        memory.voidDocument(key);
        note(new Happened(Happened.What.VOIDED, null, null, null, key, "", "", 0));
    }

    @Override
    public synchronized boolean hasFile(String ruc, String name) {
        return memory.hasFile(ruc, name);
    }

    @Override
    public synchronized boolean keep(StandInTicket ticket) {
        var isNew = memory.keep(ticket);
        if (isNew) {
            note(new Happened(Happened.What.KEPT, null, ticket, null, null, "", "", 0));
        }
        return isNew;
    }

    @Override
    public synchronized Optional<StandInTicket> poll(String ticket) {
        var found = memory.poll(ticket);
        if (found.isPresent()) {
            note(new Happened(Happened.What.POLLED, null, null, null, null, ticket, "", 0));
        }
        return found;
    }

    @Override
    public synchronized List<StandInDocument> latest(int limit) {
        return memory.latest(limit);
    }

    @Override
    public synchronized void arm(ArmedFault fault) {
        memory.arm(fault);
        note(new Happened(Happened.What.ARMED, null, null, fault, null, "", "", 0));
    }

    @Override
    public synchronized Optional<ArmedFault> takeFault(String ruc, String series, int number) {
        var taken = memory.takeFault(ruc, series, number);
        if (taken.isPresent()) {
            note(new Happened(Happened.What.TAKEN, null, null, null, null, ruc, series, number));
        }
        return taken;
    }

    @Override
    public synchronized List<ArmedFault> armed() {
        return memory.armed();
    }

    @Override
    public synchronized void disarm(String ruc) {
        memory.disarm(ruc);
        note(new Happened(Happened.What.DISARMED, null, null, null, null, ruc, "", 0));
    }
}
