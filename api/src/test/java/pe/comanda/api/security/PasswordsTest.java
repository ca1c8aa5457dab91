package pe.comanda.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.api.security.PasswordRule.PASSWORD_TOO_LONG;
import static pe.comanda.api.security.PasswordRule.PASSWORD_TOO_SHORT;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

import java.util.ArrayList;
import java.util.List;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PasswordsTest {
    private final PasswordEncoder encoder = new SecurityConfiguration().passwordEncoder();
    private final Passwords passwords = new Passwords(encoder);

    @Test
    void a_password_is_kept_as_an_argon2id_hash_of_16_mebibytes() {
        var hash = passwords.hash("secreto123").value();
        assertThat(hash).startsWith("{argon2}$argon2id$v=19$m=16384,t=2,p=1$");
        assertThat(passwords.matches("secreto123", hash)).isTrue();
        assertThat(passwords.matches("secreto124", hash)).isFalse();
        assertThat(passwords.isOutdated(hash)).isFalse();
    }

    @Test
    void a_hash_by_bcrypt_is_understood_and_known_to_be_outdated() {
        var hash = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("secreto123");
        assertThat(passwords.matches("secreto123", hash)).isTrue();
        assertThat(passwords.isOutdated(hash)).isTrue();
    }

    @Test
    void it_has_8_to_128_characters() {
        assertThatThrownBy(() -> passwords.hash("1234567")).hasMessage(PASSWORD_TOO_SHORT.name());
        assertThatThrownBy(() -> passwords.hash("x".repeat(129)))
                .hasMessage(PASSWORD_TOO_LONG.name());
        assertThat(passwords.matches("x".repeat(128), passwords.hash("x".repeat(128)).value()))
                .isTrue();
    }

    /** The work is counted, not the time: a loaded machine may be slow for one of the two. */
    @Test
    void an_unknown_account_takes_as_much_work_as_a_known_one() {
        var compared = new ArrayList<String>();
        var counting =
                new PasswordEncoder() {
                    @Override
                    public String encode(CharSequence raw) {
                        return "{argon2}0123456789012345678901234567890";
                    }

                    @Override
                    public boolean matches(CharSequence raw, String hash) {
                        compared.add(hash);
                        return true;
                    }
                };
        var counted = new Passwords(counting);
        assertThat(counted.matches("x", null)).isFalse();
        assertThat(counted.matches("x".repeat(5000), "{argon2}known")).isFalse();
        assertThat(counted.matches("x", "{argon2}known")).isTrue();
        assertThat(compared).hasSize(3).containsAll(List.of("{argon2}known"));
    }
}
