package pe.comanda.api.canary;

import pe.comanda.command.shared.Processors;

public class HandlingCanary {
    Class<?> processors() {
        return Processors.class;
    }
}
