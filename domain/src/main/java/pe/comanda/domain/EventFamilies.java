package pe.comanda.domain;

import pe.comanda.domain.coupons.CouponEvent;
import pe.comanda.domain.floor.TableEvent;
import pe.comanda.domain.floor.TableSessionEvent;
import pe.comanda.domain.identity.StaffEvent;
import pe.comanda.domain.inventory.InventoryEvent;
import pe.comanda.domain.inventory.RecipeEvent;
import pe.comanda.domain.inventory.StockDeductionEvent;
import pe.comanda.domain.invoicing.ApprovalEvent;
import pe.comanda.domain.invoicing.FiscalSettingsEvent;
import pe.comanda.domain.invoicing.InvoiceEvent;
import pe.comanda.domain.invoicing.InvoiceSeriesEvent;
import pe.comanda.domain.invoicing.SummaryEvent;
import pe.comanda.domain.loyalty.CustomerEvent;
import pe.comanda.domain.loyalty.LoyaltyEvent;
import pe.comanda.domain.loyalty.ProgramEvent;
import pe.comanda.domain.menu.CategoryEvent;
import pe.comanda.domain.menu.MenuItemEvent;
import pe.comanda.domain.menu.ModifierGroupEvent;
import pe.comanda.domain.ordering.OrderEvent;
import pe.comanda.domain.rewards.RewardEvent;
import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.domain.tenancy.BranchEvent;
import pe.comanda.domain.tenancy.OrganizationEvent;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every family of events, and the logical names under which they are stored: {@code
 * ordering.OrderPlaced}. A class may move or be renamed in code as long as its name here stays;
 * history is read by these names.
 */
public final class EventFamilies {
    public static final List<Class<? extends DomainEvent>> ALL =
            List.of(
                    ApprovalEvent.class,
                    BranchEvent.class,
                    CategoryEvent.class,
                    CouponEvent.class,
                    CustomerEvent.class,
                    InventoryEvent.class,
                    FiscalSettingsEvent.class,
                    InvoiceEvent.class,
                    InvoiceSeriesEvent.class,
                    LoyaltyEvent.class,
                    MenuItemEvent.class,
                    ModifierGroupEvent.class,
                    OrderEvent.class,
                    OrganizationEvent.class,
                    ProgramEvent.class,
                    RecipeEvent.class,
                    RewardEvent.class,
                    StaffEvent.class,
                    StockDeductionEvent.class,
                    SummaryEvent.class,
                    TableEvent.class,
                    TableSessionEvent.class);

    private static final Map<String, Class<?>> BY_NAME = new HashMap<>();
    private static final Map<Class<?>, String> BY_CLASS = new HashMap<>();

    static {
        for (var family : ALL) {
            for (var event : family.getPermittedSubclasses()) {
                var name = capability(family) + "." + event.getSimpleName();
                if (BY_NAME.put(name, event) != null) {
                    throw new IllegalStateException("Two events share the name " + name);
                }
                BY_CLASS.put(event, name);
            }
        }
    }

    private EventFamilies() {}

    public static Optional<String> nameOf(Class<?> event) {
        return Optional.ofNullable(BY_CLASS.get(event));
    }

    public static Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All logical names, sorted. */
    public static List<String> names() {
        return BY_NAME.keySet().stream().sorted().toList();
    }

    private static String capability(Class<?> family) {
        var parts = family.getPackageName().split("\\.", -1);
        return Arrays.asList(parts).getLast();
    }
}
