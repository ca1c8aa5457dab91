package pe.comanda.api.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import pe.comanda.domain.shared.Vault;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The keys that sign tokens. One signs; those before it verify until the last token they signed has
 * expired. So a rotation logs nobody out. Private keys are sealed at rest.
 */
@Component
class SigningKeys {
    /** How old what is known of other nodes' keys may be. */
    private static final Duration FRESH = Duration.ofSeconds(60);

    /** An unknown key id makes the keys be read again, but not for every forged token. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(2);

    /** No token lives longer than this. */
    static final Duration LONGEST_TOKEN = Duration.ofHours(4).plusMinutes(5);

    private final KeyTable table;
    private final Vault vault;
    private final Clock clock;
    private volatile @Nullable Known known;

    SigningKeys(KeyTable table, Vault vault, Clock clock) {
        this.table = table;
        this.vault = vault;
        this.clock = clock;
    }

    private record Known(ECKey signing, Map<String, ECKey> verifying, Instant at) {}

    /** The key, private part included, that signs from now on. */
    ECKey signing() {
        return fresh().signing();
    }

    /** The public key of this id, if tokens that it signed may still be good. */
    Optional<ECKey> verifying(String id) {
        var keys = fresh();
        if (!keys.verifying().containsKey(id)
                && keys.at().plus(ASK_AGAIN).isBefore(clock.instant())) {
            keys = load();
        }
        return Optional.ofNullable(keys.verifying().get(id));
    }

    /** The public parts of all keys that verify, the newest first. */
    List<ECKey> published() {
        var keys = fresh();
        return keys.verifying().values().stream()
                .sorted(
                        (a, b) ->
                                Boolean.compare(
                                        b.getKeyID().equals(keys.signing().getKeyID()),
                                        a.getKeyID().equals(keys.signing().getKeyID())))
                .toList();
    }

    /**
     * Signs with a new key from now on, and answers its id.
     *
     * @param distrust whether tokens of the keys before are refused at once: their holders refresh
     */
    synchronized String rotate(boolean distrust) {
        var key = generate();
        var now = clock.instant();
        table.replace(
                key.getKeyID(),
                key.toPublicJWK().toJSONString(),
                seal(key),
                now,
                distrust ? now : now.plus(LONGEST_TOKEN));
        var _ = load();
        return key.getKeyID();
    }

    /** When the key that signs now began to. */
    Instant since() {
        return table.valid(clock.instant()).getFirst().createdAt();
    }

    private Known fresh() {
        var keys = known;
        return keys == null || keys.at().plus(FRESH).isBefore(clock.instant()) ? load() : keys;
    }

    private synchronized Known load() {
        var now = clock.instant();
        var rows = table.valid(now);
        if (rows.isEmpty()) {
            var key = generate();
            table.addFirst(key.getKeyID(), key.toPublicJWK().toJSONString(), seal(key), now);
            rows = table.valid(now);
        }
        var verifying =
                rows.stream()
                        .map(row -> parse(row.publicKey()))
                        .collect(Collectors.toUnmodifiableMap(ECKey::getKeyID, key -> key));
        var loaded = new Known(open(rows.getFirst()), verifying, now);
        known = loaded;
        return loaded;
    }

    private byte[] seal(ECKey key) {
        return vault.seal(
                key.toJSONString().getBytes(StandardCharsets.UTF_8), purpose(key.getKeyID()));
    }

    private ECKey open(KeyTable.Row row) {
        return parse(
                new String(
                        vault.open(row.privateKey(), purpose(row.id())), StandardCharsets.UTF_8));
    }

    private static String purpose(String id) {
        return "signing-key:" + id;
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No key can be made", e);
        }
    }

    private static ECKey parse(String json) {
        try {
            return ECKey.parse(json);
        } catch (ParseException e) {
            throw new IllegalStateException("A stored key cannot be read", e);
        }
    }
}
