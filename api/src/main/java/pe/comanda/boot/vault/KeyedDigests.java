package pe.comanda.boot.vault;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import pe.comanda.domain.shared.Digests;
import pe.comanda.domain.shared.Vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under a key of each organization, which is itself sealed by the {@link Vault}. */
@Component
class KeyedDigests implements Digests {
    private static final String ALGORITHM = "HmacSHA256";
    private final JdbcClient sql;
    private final Vault vault;
    private final TransactionTemplate apart;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKeySpec> keys = new ConcurrentHashMap<>();

    KeyedDigests(
            JdbcClient sql,
            Vault vault,
            @Qualifier("transactionManager") PlatformTransactionManager transactions) {
        this.sql = sql;
        this.vault = vault;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public String of(String organization, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(keys.computeIfAbsent(organization, this::key));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Nothing can be digested", e);
        }
    }

    private SecretKeySpec key(String organization) {
        return new SecretKeySpec(
                vault.open(kept(organization), "customer-digest:" + organization), ALGORITHM);
    }

    /**
     * The first key that anybody makes counts for everybody. It is made in a transaction of its
     * own: it must outlive the one at hand, which may yet be refused.
     */
    private byte[] kept(String organization) {
        var kept = find(organization);
        if (kept.length > 0) {
            return kept;
        }
        var fresh = new byte[MasterKey.BYTES];
        random.nextBytes(fresh);
        apart.executeWithoutResult(
                _ ->
                        sql.sql(
                                        """
                                        insert into customer_digest_key (organization_id, key)
                                        values (?, ?) on conflict do nothing
                                        """)
                                .params(
                                        organization,
                                        vault.seal(fresh, "customer-digest:" + organization))
                                .update());
        return find(organization);
    }

    private byte[] find(String organization) {
        return sql.sql("select key from customer_digest_key where organization_id = ?")
                .param(organization)
                .query(byte[].class)
                .optional()
                .orElse(new byte[0]);
    }
}
