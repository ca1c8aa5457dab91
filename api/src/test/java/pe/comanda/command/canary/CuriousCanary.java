package pe.comanda.command.canary;

import pe.comanda.query.shared.Views;

public class CuriousCanary {
    Class<?> view() {
        return Views.class;
    }
}
