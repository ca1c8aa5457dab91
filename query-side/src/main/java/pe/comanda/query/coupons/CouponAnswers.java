package pe.comanda.query.coupons;

import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.coupons.CouponQuery.*;
import pe.comanda.domain.shared.Cursor;

import java.util.Optional;

/** Answers questions about coupons: those that the branch honours. */
@Component
class CouponAnswers {
    private static final int MOST = 200;
    private final CouponRows rows;

    CouponAnswers(CouponRows rows) {
        this.rows = rows;
    }

    @QueryHandler
    CouponPage answer(
            ListCoupons query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        int limit = Math.clamp(query.limit(), 1, MOST);
        var found =
                rows.list(organization, branch, query.active(), Cursor.of(query.cursor()), limit);
        var next =
                found.size() < limit
                        ? ""
                        : new Cursor(found.getLast().createdAt(), found.getLast().view().id())
                                .text();
        return new CouponPage(found.stream().map(CouponRows.Row::view).toList(), next);
    }

    @QueryHandler
    Optional<CouponDetails> answer(
            FindCoupon query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return rows.find(organization, branch, query.coupon().value())
                .map(view -> new CouponDetails(view, rows.redemptions(organization, view.id())));
    }
}
