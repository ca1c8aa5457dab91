package pe.comanda.query.canary;

import pe.comanda.command.shared.Processors;

public class NosyCanary {
    Class<?> processors() {
        return Processors.class;
    }
}
