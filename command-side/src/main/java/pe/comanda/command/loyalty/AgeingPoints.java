package pe.comanda.command.loyalty;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Processors;
import pe.comanda.domain.loyalty.LoyaltyAccount;
import pe.comanda.domain.loyalty.LoyaltyAccountId;
import pe.comanda.domain.loyalty.LoyaltyEvent;
import pe.comanda.domain.loyalty.LoyaltyEvent.*;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/**
 * When points will be too old: the loyalty policy's own table. It knows when to look at an account,
 * not what will be left to expire then; that the account knows.
 */
@Component
@ProcessingGroup(Processors.POLICY_LOYALTY)
@DisallowReplay
class AgeingPoints {
    static final int AT_ONCE = 200;
    private final JdbcClient sql;

    AgeingPoints(JdbcClient sql) {
        this.sql = sql;
    }

    record Due(LoyaltyAccountId account, Owner owner) {}

    @EventHandler
    void on(LoyaltyEvent event, MetaData metadata) {
        switch (event) {
            case PointsEarned e -> watch(e.account(), e.at(), metadata);
            case PointsAdjusted e -> {
                if (e.points() > 0) {
                    watch(e.account(), e.at(), metadata);
                }
            }
            case RewardReturned e ->
                    e.lots().forEach(lot -> watch(e.account(), lot.since(), metadata));
            case AccountOpened _,
                    PointsReversed _,
                    PointsRedeemed _,
                    RewardPaid _,
                    PointsExpired _ -> {}
        }
    }

    /** Accounts with points that may be too old by now; a few at a time. */
    List<Due> at(Instant now) {
        return sql.sql(
                        """
                        select account_id, organization_id from points_due where due_at <= ?
                        group by account_id, organization_id order by min(due_at) limit ?
                        """)
                .params(Timestamp.from(now), AT_ONCE)
                .query(
                        (row, _) ->
                                new Due(
                                        new LoyaltyAccountId(row.getString(1)),
                                        new Owner(row.getString(2), null)))
                .list();
    }

    void lookedAt(LoyaltyAccountId account, Instant now) {
        var unused =
                sql.sql("delete from points_due where account_id = ? and due_at <= ?")
                        .params(account.value(), Timestamp.from(now))
                        .update();
    }

    private void watch(LoyaltyAccountId account, Instant since, MetaData metadata) {
        var unused =
                sql.sql(
                                """
                                insert into points_due (account_id, organization_id, due_at) values (?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(
                                account.value(),
                                Owner.of(metadata).organization(),
                                Timestamp.from(since.plus(LoyaltyAccount.LIFE)))
                        .update();
    }
}
