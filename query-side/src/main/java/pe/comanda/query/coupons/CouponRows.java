package pe.comanda.query.coupons;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.coupons.CouponQuery.CouponView;
import pe.comanda.domain.coupons.CouponQuery.Redemption;
import pe.comanda.domain.coupons.CouponTerms;
import pe.comanda.domain.shared.Cursor;
import pe.comanda.domain.tenancy.BranchId;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The tables of coupons. Terms are kept as JSON, beside the branches that lists are filtered by.
 */
@Component
class CouponRows {
    private static final String HONOURED =
            "organization_id = :organization and (branches = '{}' or :branch = any(branches))";

    private final JdbcClient sql;
    private final JsonMapper json;

    CouponRows(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A coupon, and when it was made. */
    record Row(CouponView view, Instant createdAt) {}

    List<Row> list(
            String organization,
            String branch,
            @Nullable Boolean active,
            @Nullable Cursor after,
            int limit) {
        return sql.sql(
                        """
                        select id, code, terms, active, uses, version, created_at from coupon_view where %s
                          and (:active::boolean is null or active = :active)
                          and (:at::timestamptz is null or (created_at, id) < (:at, :id))
                        order by created_at desc, id desc limit :limit
                        """
                                .formatted(HONOURED))
                .param("organization", organization)
                .param("branch", branch)
                .param("active", active)
                .param("at", after == null ? null : Timestamp.from(after.at()))
                .param("id", after == null ? "" : after.id())
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    Optional<CouponView> find(String organization, String branch, String coupon) {
        return sql.sql(
                        """
                        select id, code, terms, active, uses, version, created_at from coupon_view
                        where %s and id = :coupon
                        """
                                .formatted(HONOURED))
                .param("organization", organization)
                .param("branch", branch)
                .param("coupon", coupon)
                .query(this::row)
                .optional()
                .map(Row::view);
    }

    /** Newest first, the last hundred. */
    List<Redemption> redemptions(String organization, String coupon) {
        return sql.sql(
                        """
                        select order_id, customer, at, released_at from coupon_redemption
                        where organization_id = ? and coupon_id = ? order by at desc limit 100
                        """)
                .params(organization, coupon)
                .query(
                        (row, _) ->
                                new Redemption(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getTimestamp(3).toInstant(),
                                        instant(row.getTimestamp(4))))
                .list();
    }

    void create(String id, String organization, String code, CouponTerms terms, Instant at) {
        var unused =
                sql.sql(
                                """
                                insert into coupon_view
                                    (id, organization_id, code, terms, branches, active, uses, created_at, version)
                                values (?, ?, ?, ?, ?, true, 0, ?, 0) on conflict do nothing
                                """)
                        .params(
                                id,
                                organization,
                                code,
                                json.writeValueAsString(terms),
                                branches(terms),
                                Timestamp.from(at))
                        .update();
    }

    void change(String id, CouponTerms terms) {
        var unused =
                sql.sql("update coupon_view set terms = ?, branches = ? where id = ?")
                        .params(json.writeValueAsString(terms), branches(terms), id)
                        .update();
    }

    void activate(String id, boolean active) {
        var unused =
                sql.sql("update coupon_view set active = ? where id = ?")
                        .params(active, id)
                        .update();
    }

    void count(String id, int uses) {
        var unused =
                sql.sql("update coupon_view set uses = ? where id = ?").params(uses, id).update();
    }

    void version(String id, long version) {
        var unused =
                sql.sql("update coupon_view set version = ? where id = ?")
                        .params(version, id)
                        .update();
    }

    void held(
            String event,
            String organization,
            String coupon,
            String order,
            @Nullable String customer,
            Instant at) {
        var unused =
                sql.sql(
                                """
                                insert into coupon_redemption
                                    (event, organization_id, coupon_id, order_id, customer, at)
                                values (:event, :organization, :coupon, :order, :customer, :at)
                                on conflict do nothing
                                """)
                        .param("event", event)
                        .param("organization", organization)
                        .param("coupon", coupon)
                        .param("order", order)
                        .param("customer", customer)
                        .param("at", Timestamp.from(at))
                        .update();
    }

    void released(String coupon, String order, Instant at) {
        var unused =
                sql.sql(
                                """
                                update coupon_redemption set released_at = ?
                                where coupon_id = ? and order_id = ? and released_at is null
                                """)
                        .params(Timestamp.from(at), coupon, order)
                        .update();
    }

    void clear() {
        var _ = sql.sql("delete from coupon_redemption").update();
        var _ = sql.sql("delete from coupon_view").update();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new CouponView(
                        row.getString("id"),
                        row.getString("code"),
                        Objects.requireNonNull(
                                json.readValue(row.getString("terms"), CouponTerms.class)),
                        row.getBoolean("active"),
                        row.getInt("uses"),
                        row.getLong("version")),
                row.getTimestamp("created_at").toInstant());
    }

    private static String[] branches(CouponTerms terms) {
        return terms.branches().stream().map(BranchId::value).sorted().toArray(String[]::new);
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
