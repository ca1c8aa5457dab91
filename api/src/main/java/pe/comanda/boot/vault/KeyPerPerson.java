package pe.comanda.boot.vault;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.shared.PersonVault;
import pe.comanda.domain.shared.Sealed;
import pe.comanda.domain.shared.Vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * AES-256 under a key of each person's own, which is itself sealed by the {@link Vault}. A sealed
 * text names its person: {@code person:base64}.
 */
@Component
class KeyPerPerson implements PersonVault {
    private final JdbcClient sql;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    KeyPerPerson(JdbcClient sql, Vault vault) {
        this.sql = sql;
        this.vault = vault;
    }

    @Override
    public Sealed seal(String organization, String person, String text) {
        var key = key(organization, person).orElseGet(() -> make(organization, person));
        var sealed = new AesVault(key).seal(text.getBytes(StandardCharsets.UTF_8), person);
        return new Sealed(person + ":" + Base64.getEncoder().encodeToString(sealed));
    }

    @Override
    public Optional<String> open(String organization, Sealed sealed) {
        var cut = sealed.value().lastIndexOf(':');
        if (cut < 0) {
            throw new IllegalStateException("This was not sealed for a person");
        }
        var person = sealed.value().substring(0, cut);
        var bytes = Base64.getDecoder().decode(sealed.value().substring(cut + 1));
        return key(organization, person)
                .map(key -> new AesVault(key).open(bytes, person))
                .map(text -> new String(text, StandardCharsets.UTF_8));
    }

    @Override
    public void forget(String organization, String person) {
        sql.sql("delete from person_key where organization_id = ? and person = ?")
                .params(organization, person)
                .update();
    }

    private byte[] make(String organization, String person) {
        var key = new byte[MasterKey.BYTES];
        random.nextBytes(key);
        sql.sql(
                        """
                        insert into person_key (organization_id, person, key) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(organization, person, vault.seal(key, purpose(organization, person)))
                .update();
        // Two that seal first for the same person: the first one's key counts for both.
        return key(organization, person).orElseThrow();
    }

    private Optional<byte[]> key(String organization, String person) {
        return sql.sql("select key from person_key where organization_id = ? and person = ?")
                .params(organization, person)
                .query(byte[].class)
                .optional()
                .map(locked -> vault.open(locked, purpose(organization, person)));
    }

    private static String purpose(String organization, String person) {
        return "person-key:" + organization + ":" + person;
    }
}
