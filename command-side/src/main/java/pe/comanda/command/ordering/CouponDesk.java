package pe.comanda.command.ordering;

import pe.comanda.domain.coupons.CouponCommand;
import pe.comanda.domain.ordering.Redeemables;

import java.time.LocalDate;

/** The coupons of an organization, in the unit of work at hand. Coupons answer it. */
public interface CouponDesk {
    Redeemables in(String organization, String branch, LocalDate day);

    /** Does at the coupon what the order's event brings about there. */
    void follow(CouponCommand command);
}
