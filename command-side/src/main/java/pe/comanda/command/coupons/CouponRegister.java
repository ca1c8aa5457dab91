package pe.comanda.command.coupons;

import static pe.comanda.domain.coupons.CouponRule.*;

import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.ordering.OffersSource;
import pe.comanda.command.shared.Lookups;
import pe.comanda.command.shared.Premises;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.coupons.Coupon;
import pe.comanda.domain.coupons.CouponCode;
import pe.comanda.domain.coupons.CouponCommand;
import pe.comanda.domain.coupons.CouponCommand.CreateCoupon;
import pe.comanda.domain.coupons.CouponEvent;
import pe.comanda.domain.coupons.CouponFacts;
import pe.comanda.domain.coupons.CouponId;
import pe.comanda.domain.coupons.CouponTerms;
import pe.comanda.domain.menu.CategoryId;
import pe.comanda.domain.menu.MenuItemId;
import pe.comanda.domain.tenancy.BranchId;

import java.util.List;

/**
 * What coupons must know of the world: codes that are unique in the organization, claimed in the
 * transaction of the coupon's own events; the branches that a caller may offer them in; the menus.
 */
@Component
class CouponRegister {
    /** For commands that name no dish and no category. */
    static final CouponFacts NO_MENU =
            new CouponFacts() {
                @Override
                public boolean hasDish(BranchId branch, MenuItemId dish) {
                    return false;
                }

                @Override
                public boolean hasCategory(BranchId branch, CategoryId category) {
                    return false;
                }
            };

    private final JdbcClient sql;
    private final Premises premises;
    private final OffersSource offers;
    private final Lookups lookups;

    CouponRegister(JdbcClient sql, Premises premises, OffersSource offers, Lookups lookups) {
        this.sql = sql;
        this.premises = premises;
        this.offers = offers;
        this.lookups = lookups;
    }

    List<CouponEvent> decide(Coupon coupon, CouponCommand command) {
        return lookups.freshly(() -> coupon.decide(command, new Menus()));
    }

    /** Refuses whoever may not act in every branch that honours the coupon. */
    void mustReach(CouponTerms terms, MetaData metadata) {
        if (terms.branches().isEmpty()) {
            AccessRule.FOREIGN_BRANCH.require(Caller.from(metadata).role().reachesAllBranches());
        }
        for (var branch : terms.branches()) {
            var unused = premises.of(metadata.and(MetadataKey.BRANCH, branch.value()));
        }
    }

    /** A coupon may claim its own code again: it is the coupon itself that exists already then. */
    void claim(CreateCoupon command, String organization) {
        int claimed =
                sql.sql(
                                """
                                insert into coupon_code (organization_id, code, coupon_id) values (?, ?, ?)
                                on conflict (organization_id, code) do update set coupon_id = excluded.coupon_id
                                where coupon_code.coupon_id = excluded.coupon_id
                                """)
                        .params(organization, command.code().value(), command.coupon().value())
                        .update();
        COUPON_CODE_TAKEN.require(claimed == 1, "code", command.code());
    }

    CouponId find(String organization, CouponCode code) {
        return sql.sql("select coupon_id from coupon_code where organization_id = ? and code = ?")
                .params(organization, code.value())
                .query((row, _) -> new CouponId(row.getString(1)))
                .optional()
                .orElseThrow(() -> COUPON_UNKNOWN.broken("code", code));
    }

    private final class Menus implements CouponFacts {
        @Override
        public boolean hasDish(BranchId branch, MenuItemId dish) {
            return offers.find(branch.value(), dish).isPresent();
        }

        @Override
        public boolean hasCategory(BranchId branch, CategoryId category) {
            return offers.under(branch.value(), category).isPresent();
        }
    }
}
