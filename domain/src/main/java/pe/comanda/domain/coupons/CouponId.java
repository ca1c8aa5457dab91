package pe.comanda.domain.coupons;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a coupon of an organization. */
public record CouponId(String value) implements AggregateId {
    public CouponId {
        value = AggregateId.form("coupon", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
