package pe.comanda.domain.canary;

import org.springframework.stereotype.Indexed;

public class ImpureCanary {
    Class<?> framework() {
        return Indexed.class;
    }
}
