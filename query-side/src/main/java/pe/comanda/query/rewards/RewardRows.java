package pe.comanda.query.rewards;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.rewards.RewardQuery.RewardRedemption;
import pe.comanda.domain.rewards.RewardQuery.RewardView;
import pe.comanda.domain.rewards.RewardTerms;
import pe.comanda.domain.shared.Cursor;

import tools.jackson.databind.json.JsonMapper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The tables of rewards. Terms are kept as JSON, beside the branch that lists are filtered by. */
@Component
class RewardRows {
    private static final String WITHIN_REACH =
            """
            organization_id = :organization
              and (:everywhere or branch_id is null or branch_id = any(:branches))
            """;

    private final JdbcClient sql;
    private final JsonMapper json;

    RewardRows(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** A reward, and when it was offered first. */
    record Row(RewardView view, Instant createdAt) {}

    /**
     * @param branches empty for all of them
     */
    List<Row> list(
            String organization,
            Set<String> branches,
            @Nullable Boolean offered,
            @Nullable Cursor after,
            int limit) {
        return sql.sql(
                        """
                        select id, terms, offered, redeemed, version, created_at from reward_view where %s
                          and (:offered::boolean is null or offered = :offered)
                          and (:at::timestamptz is null or (created_at, id) < (:at, :id))
                        order by created_at desc, id desc limit :limit
                        """
                                .formatted(WITHIN_REACH))
                .param("organization", organization)
                .param("everywhere", branches.isEmpty())
                .param("branches", branches.toArray(String[]::new))
                .param("offered", offered)
                .param("at", after == null ? null : Timestamp.from(after.at()))
                .param("id", after == null ? "" : after.id())
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /**
     * @param branches empty for all of them
     */
    Optional<RewardView> find(String organization, Set<String> branches, String reward) {
        return sql.sql(
                        """
                        select id, terms, offered, redeemed, version, created_at from reward_view
                        where %s and id = :reward
                        """
                                .formatted(WITHIN_REACH))
                .param("organization", organization)
                .param("everywhere", branches.isEmpty())
                .param("branches", branches.toArray(String[]::new))
                .param("reward", reward)
                .query(this::row)
                .optional()
                .map(Row::view);
    }

    /** Newest first, the last hundred. */
    List<RewardRedemption> redemptions(String organization, String reward) {
        return sql.sql(
                        """
                        select order_id, customer, at, released_at from reward_redemption
                        where organization_id = ? and reward_id = ? order by at desc limit 100
                        """)
                .params(organization, reward)
                .query(
                        (row, _) ->
                                new RewardRedemption(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getTimestamp(3).toInstant(),
                                        instant(row.getTimestamp(4))))
                .list();
    }

    void offer(String id, String organization, RewardTerms terms, Instant at) {
        var unused =
                sql.sql(
                                """
                                insert into reward_view
                                    (id, organization_id, branch_id, terms, offered, redeemed, created_at, version)
                                values (:id, :organization, :branch, :terms, true, 0, :at, 0) on conflict do nothing
                                """)
                        .param("id", id)
                        .param("organization", organization)
                        .param("branch", branch(terms))
                        .param("terms", json.writeValueAsString(terms))
                        .param("at", Timestamp.from(at))
                        .update();
    }

    void change(String id, RewardTerms terms) {
        var unused =
                sql.sql("update reward_view set terms = :terms, branch_id = :branch where id = :id")
                        .param("terms", json.writeValueAsString(terms))
                        .param("branch", branch(terms))
                        .param("id", id)
                        .update();
    }

    void stand(String id, boolean offered) {
        var unused =
                sql.sql("update reward_view set offered = ? where id = ?")
                        .params(offered, id)
                        .update();
    }

    void count(String id, int redeemed) {
        var unused =
                sql.sql("update reward_view set redeemed = ? where id = ?")
                        .params(redeemed, id)
                        .update();
    }

    void version(String id, long version) {
        var unused =
                sql.sql("update reward_view set version = ? where id = ?")
                        .params(version, id)
                        .update();
    }

    void held(
            String event,
            String organization,
            String reward,
            String order,
            String customer,
            Instant at) {
        var unused =
                sql.sql(
                                """
                                insert into reward_redemption
                                    (event, organization_id, reward_id, order_id, customer, at)
                                values (:event, :organization, :reward, :order, :customer, :at)
                                on conflict do nothing
                                """)
                        .param("event", event)
                        .param("organization", organization)
                        .param("reward", reward)
                        .param("order", order)
                        .param("customer", customer)
                        .param("at", Timestamp.from(at))
                        .update();
    }

    void released(String reward, String order, Instant at) {
        var unused =
                sql.sql(
                                """
                                update reward_redemption set released_at = ?
                                where reward_id = ? and order_id = ? and released_at is null
                                """)
                        .params(Timestamp.from(at), reward, order)
                        .update();
    }

    void clear() {
        var _ = sql.sql("delete from reward_redemption").update();
        var _ = sql.sql("delete from reward_view").update();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new RewardView(
                        row.getString("id"),
                        Objects.requireNonNull(
                                json.readValue(row.getString("terms"), RewardTerms.class)),
                        row.getBoolean("offered"),
                        row.getInt("redeemed"),
                        row.getLong("version")),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable String branch(RewardTerms terms) {
        return terms.branch() == null ? null : terms.branch().value();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
