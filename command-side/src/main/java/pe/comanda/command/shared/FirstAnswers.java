package pe.comanda.command.shared;

import static pe.comanda.domain.access.AccessRule.IDEMPOTENCY_KEY_REUSED;

import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.shared.Receipt;

import java.util.Map;

/**
 * The first answer under each idempotency key. It is written after the handler, in the transaction
 * of the events: of two that race, the second one's insert finds the key taken, everything it did
 * is undone, and it gets the first one's answer. So the ordinary case costs one insert and no
 * question.
 */
@Component
class FirstAnswers {
    private final JdbcClient sql;
    private final Positions positions;

    FirstAnswers(JdbcClient sql, Positions positions) {
        this.sql = sql;
        this.positions = positions;
    }

    /**
     * Files the receipt under the command's key. False where the key is taken: then this was asked
     * before.
     */
    boolean remember(MetaData metadata, Caller caller, Receipt receipt) {
        var key = (String) metadata.get(MetadataKey.IDEMPOTENCY_KEY);
        return key == null
                || sql.sql(
                                        """
                                insert into idempotency_key (organization_id, actor, key, body_digest, target, version)
                                values (?, ?, ?, ?, ?, ?)
                                on conflict do nothing
                                """)
                                .params(
                                        caller.organization(),
                                        caller.actor(),
                                        key,
                                        metadata.getOrDefault(MetadataKey.BODY_DIGEST, ""),
                                        receipt.getTarget(),
                                        receipt.getVersion())
                                .update()
                        == 1;
    }

    /**
     * The answer that the same command got before, or null; refuses the key where the body was
     * another.
     */
    @Nullable Receipt to(MetaData metadata) {
        var key = (String) metadata.get(MetadataKey.IDEMPOTENCY_KEY);
        if (key == null) {
            return null;
        }
        var caller = Caller.from(metadata);
        return sql.sql(
                        """
                        select body_digest, target, version from idempotency_key
                        where organization_id = :organization and actor = :actor and key = :key
                        """)
                .params(
                        Map.of(
                                "organization",
                                caller.organization(),
                                "actor",
                                caller.actor(),
                                "key",
                                key))
                .query(
                        (row, _) -> {
                            IDEMPOTENCY_KEY_REUSED.require(
                                    row.getString("body_digest")
                                            .equals(
                                                    metadata.getOrDefault(
                                                            MetadataKey.BODY_DIGEST, "")));
                            return Receipt.repeated(
                                    row.getString("target"),
                                    row.getLong("version"),
                                    positions.latest());
                        })
                .optional()
                .orElse(null);
    }
}
