package pe.comanda.boot.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Component;

/**
 * Reads the queries of all repositories right after the start. Spring Data would read those of each
 * when somebody first asks it ({@code bootstrap-mode: lazy}), or all of them before the program is
 * ready, which nobody needs to wait for. Tests do, so that a wrong query fails them.
 */
@Component
class FirstQueries {
    private static final Logger LOG = LoggerFactory.getLogger(FirstQueries.class);

    private final ObjectProvider<Repository<?, ?>> repositories;

    FirstQueries(ObjectProvider<Repository<?, ?>> repositories) {
        this.repositories = repositories;
    }

    @EventListener(ApplicationReadyEvent.class)
    void read() {
        var unused = Thread.ofPlatform().name("first-queries").daemon().start(this::readAll);
    }

    private void readAll() {
        try {
            repositories.forEach(repository -> LOG.debug("{} can be asked", repository));
        } catch (RuntimeException e) {
            LOG.error("A repository cannot be asked", e);
        }
    }
}
