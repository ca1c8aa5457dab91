package pe.comanda.query.audit;

import pe.comanda.domain.coupons.Coupon;
import pe.comanda.domain.coupons.CouponEvent;
import pe.comanda.domain.floor.Table;
import pe.comanda.domain.floor.TableEvent;
import pe.comanda.domain.floor.TableSession;
import pe.comanda.domain.floor.TableSessionEvent;
import pe.comanda.domain.identity.StaffEvent;
import pe.comanda.domain.identity.StaffMember;
import pe.comanda.domain.inventory.InventoryEvent;
import pe.comanda.domain.inventory.InventoryItem;
import pe.comanda.domain.inventory.Recipe;
import pe.comanda.domain.inventory.RecipeEvent;
import pe.comanda.domain.inventory.StockDeduction;
import pe.comanda.domain.inventory.StockDeductionEvent;
import pe.comanda.domain.invoicing.Approval;
import pe.comanda.domain.invoicing.ApprovalEvent;
import pe.comanda.domain.invoicing.FiscalSettings;
import pe.comanda.domain.invoicing.FiscalSettingsEvent;
import pe.comanda.domain.invoicing.Invoice;
import pe.comanda.domain.invoicing.InvoiceEvent;
import pe.comanda.domain.invoicing.InvoiceSeries;
import pe.comanda.domain.invoicing.InvoiceSeriesEvent;
import pe.comanda.domain.invoicing.Summary;
import pe.comanda.domain.invoicing.SummaryEvent;
import pe.comanda.domain.loyalty.Customer;
import pe.comanda.domain.loyalty.CustomerEvent;
import pe.comanda.domain.loyalty.LoyaltyAccount;
import pe.comanda.domain.loyalty.LoyaltyEvent;
import pe.comanda.domain.loyalty.LoyaltyProgram;
import pe.comanda.domain.loyalty.ProgramEvent;
import pe.comanda.domain.menu.Category;
import pe.comanda.domain.menu.CategoryEvent;
import pe.comanda.domain.menu.MenuItem;
import pe.comanda.domain.menu.MenuItemEvent;
import pe.comanda.domain.menu.ModifierGroup;
import pe.comanda.domain.menu.ModifierGroupEvent;
import pe.comanda.domain.ordering.Order;
import pe.comanda.domain.ordering.OrderEvent;
import pe.comanda.domain.rewards.Reward;
import pe.comanda.domain.rewards.RewardEvent;
import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.domain.tenancy.Branch;
import pe.comanda.domain.tenancy.BranchEvent;
import pe.comanda.domain.tenancy.Organization;
import pe.comanda.domain.tenancy.OrganizationEvent;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How the state of each kind of aggregate follows from its events: the same pure functions that
 * decide.
 */
final class Folds {
    static final List<Fold<?, ?>> ALL =
            List.of(
                    new Fold<>("branch-", Branch.NOT_OPENED, BranchEvent.class, Branch::evolve),
                    new Fold<>(
                            "category-",
                            Category.NOT_CREATED,
                            CategoryEvent.class,
                            Category::evolve),
                    new Fold<>("coupon-", Coupon.NOT_CREATED, CouponEvent.class, Coupon::evolve),
                    new Fold<>(
                            "customer-",
                            Customer.NOT_REGISTERED,
                            CustomerEvent.class,
                            (_, event) -> Customer.evolve(event)),
                    new Fold<>(
                            "deduction-",
                            StockDeduction.NOT_REQUESTED,
                            StockDeductionEvent.class,
                            StockDeduction::evolve),
                    new Fold<>(
                            "dish-", MenuItem.NOT_CREATED, MenuItemEvent.class, MenuItem::evolve),
                    new Fold<>(
                            "fiscal-",
                            FiscalSettings.UNTOUCHED,
                            FiscalSettingsEvent.class,
                            FiscalSettings::evolve),
                    new Fold<>(
                            "group-",
                            ModifierGroup.NOT_CREATED,
                            ModifierGroupEvent.class,
                            ModifierGroup::evolve),
                    new Fold<>("invoice-", Invoice.NOT_ISSUED, InvoiceEvent.class, Invoice::evolve),
                    new Fold<>("order-", Order.NOT_PLACED, OrderEvent.class, Order::evolve),
                    new Fold<>(
                            "org-",
                            Organization.NOT_REGISTERED,
                            OrganizationEvent.class,
                            Organization::evolve),
                    new Fold<>(
                            "points-",
                            LoyaltyAccount.EMPTY,
                            LoyaltyEvent.class,
                            LoyaltyAccount::evolve),
                    new Fold<>(
                            "program-",
                            LoyaltyProgram.STANDARD,
                            ProgramEvent.class,
                            (_, event) -> LoyaltyProgram.evolve(event)),
                    new Fold<>(
                            "approval-",
                            Approval.NOT_REQUESTED,
                            ApprovalEvent.class,
                            Approval::evolve),
                    new Fold<>(
                            "recipe-",
                            Recipe.NONE,
                            RecipeEvent.class,
                            (_, event) -> Recipe.evolve(event)),
                    new Fold<>("reward-", Reward.NOT_OFFERED, RewardEvent.class, Reward::evolve),
                    new Fold<>(
                            "series-",
                            InvoiceSeries.UNUSED,
                            InvoiceSeriesEvent.class,
                            InvoiceSeries::evolve),
                    new Fold<>(
                            "session-",
                            TableSession.NOT_STARTED,
                            TableSessionEvent.class,
                            TableSession::evolve),
                    new Fold<>(
                            "staff-", StaffMember.NOT_HIRED, StaffEvent.class, StaffMember::evolve),
                    new Fold<>(
                            "stock-",
                            InventoryItem.NOT_REGISTERED,
                            InventoryEvent.class,
                            InventoryItem::evolve),
                    new Fold<>("summary-", Summary.NOT_ISSUED, SummaryEvent.class, Summary::evolve),
                    new Fold<>("table-", Table.NOT_CREATED, TableEvent.class, Table::evolve));

    private Folds() {}

    /** The fold of the kind of aggregate that the id's prefix names. */
    static Optional<Fold<?, ?>> of(String aggregate) {
        return ALL.stream().filter(fold -> aggregate.startsWith(fold.prefix())).findFirst();
    }

    record Fold<S, E extends DomainEvent>(
            String prefix, S initial, Class<E> family, BiFunction<S, E, S> evolve) {

        /** The states after each event, the initial one first. */
        S next(Object state, Object event) {
            @SuppressWarnings("unchecked") // a state of this fold is what this fold gave
            var current = (S) state;
            return evolve.apply(current, family.cast(event));
        }
    }
}
