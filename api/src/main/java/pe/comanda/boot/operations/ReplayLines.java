package pe.comanda.boot.operations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import pe.comanda.boot.operations.ReadingProgress.Reader;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says in the log how far each replay is, every few seconds, and when it has ended. */
@Component
class ReplayLines {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayLines.class);

    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    void begins(String name) {
        begun.add(name);
        LOG.info("Replaying {}", name);
    }

    void look(Collection<Reader> readers) {
        for (var reader : readers) {
            if (reader.replaying()) {
                begun.add(reader.name());
            }
            if (begun.contains(reader.name())) {
                say(reader);
            }
        }
    }

    private void say(Reader reader) {
        if (reader.replaying() || reader.behind() > 0) {
            long read = reader.position() + 1;
            long all = read + reader.behind();
            LOG.info(
                    "Replaying {}: {} % ({} of {} positions)",
                    reader.name(), all == 0 ? 0 : 100 * read / all, read, all);
        } else {
            begun.remove(reader.name());
            LOG.info(
                    "Replayed {}: it has read everything up to {}",
                    reader.name(),
                    reader.position());
        }
    }
}
