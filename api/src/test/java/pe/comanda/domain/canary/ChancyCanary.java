package pe.comanda.domain.canary;

import java.util.UUID;

public class ChancyCanary {
    String id() {
        return "order-" + UUID.randomUUID();
    }
}
