package pe.comanda.domain.canary;

import java.time.Instant;

public class ClockedCanary {
    Instant now() {
        return Instant.now();
    }
}
