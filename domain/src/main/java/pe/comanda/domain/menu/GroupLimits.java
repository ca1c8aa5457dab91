package pe.comanda.domain.menu;

import static pe.comanda.domain.menu.MenuRule.GROUP_LIMITS_DO_NOT_FIT;

/**
 * How many options of a group must be chosen.
 *
 * @param required at least one must be chosen, whatever {@code min} says
 */
public record GroupLimits(int min, int max, boolean required) {

    /** What an order is held to. */
    public int effectiveMin() {
        return required ? Math.max(min, 1) : min;
    }

    /** Refuses limits that no choice could meet, or that no till could show. */
    void mustFit() {
        GROUP_LIMITS_DO_NOT_FIT.require(
                min >= 0 && max >= 1 && max <= 50 && effectiveMin() <= max,
                "limits",
                min + " to " + max);
    }
}
