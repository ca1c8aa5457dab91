package pe.comanda.api.security;

import static org.mockito.Mockito.mock;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

import pe.comanda.domain.shared.Vault;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The table of signing keys without a database. */
final class KeysInMemory extends KeyTable {
    private final List<Stored> rows = new ArrayList<>();

    private record Stored(Row row, Instant verifiesUntil) {}

    KeysInMemory() {
        super(mock(JdbcTemplate.class), mock(PlatformTransactionManager.class));
    }

    /** Seals nothing: what is sealed is tested elsewhere. */
    static Vault openVault() {
        return new Vault() {
            @Override
            public byte[] seal(byte[] secret, String purpose) {
                return secret.clone();
            }

            @Override
            public byte[] open(byte[] sealed, String purpose) {
                return sealed.clone();
            }
        };
    }

    @Override
    List<Row> valid(Instant now) {
        return rows.stream()
                .filter(stored -> stored.verifiesUntil().isAfter(now))
                .sorted(Comparator.comparing(Stored::verifiesUntil).reversed())
                .map(Stored::row)
                .toList();
    }

    @Override
    void addFirst(String id, String publicKey, byte[] privateKey, Instant now) {
        if (rows.isEmpty()) {
            rows.add(new Stored(new Row(id, publicKey, privateKey, now), Instant.MAX));
        }
    }

    @Override
    void replace(
            String id, String publicKey, byte[] privateKey, Instant now, Instant oldVerifiesUntil) {
        rows.replaceAll(
                stored ->
                        stored.verifiesUntil().isAfter(oldVerifiesUntil)
                                ? new Stored(stored.row(), oldVerifiesUntil)
                                : stored);
        rows.add(new Stored(new Row(id, publicKey, privateKey, now), Instant.MAX));
    }
}
