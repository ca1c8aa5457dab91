package pe.comanda.boot.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AesVaultTest {
    private static final byte[] SECRET = "the private key".getBytes(UTF_8);
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir private Path folder;

    @Test
    void what_was_sealed_opens_with_the_same_purpose() {
        var vault = new AesVault(KEY, folder);
        var sealed = vault.seal(SECRET, "signing-key:1");
        assertThat(vault.open(sealed, "signing-key:1")).isEqualTo(SECRET);
        assertThat(new String(sealed, UTF_8)).doesNotContain("private");
        assertThatThrownBy(() -> vault.open(sealed, "signing-key:2"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_secret_never_looks_the_same() {
        var vault = new AesVault(KEY, folder);
        assertThat(vault.seal(SECRET, "x")).isNotEqualTo(vault.seal(SECRET, "x"));
    }

    @Test
    void what_was_changed_does_not_open() {
        var vault = new AesVault(KEY, folder);
        var sealed = vault.seal(SECRET, "x");
        for (int i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open(changed, "x"))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> vault.open(new byte[0], "x"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_is_made_once_and_kept_for_its_owner_alone() throws IOException {
        var data = folder.resolve("data");
        var sealed = new AesVault("", data).seal(SECRET, "x");
        assertThat(new AesVault("", data).open(sealed, "x")).isEqualTo(SECRET);
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(data.resolve("master.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void another_key_opens_nothing() {
        var sealed = new AesVault(KEY, folder).seal(SECRET, "x");
        assertThatThrownBy(() -> new AesVault("", folder).open(sealed, "x"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_that_is_no_key_stops_the_start() {
        assertThatThrownBy(() -> new AesVault("c2hvcnQ=", folder))
                .hasMessageContaining("comanda.master-key");
        assertThatThrownBy(() -> new AesVault("not base64!", folder))
                .hasMessageContaining("comanda.master-key");
    }
}
