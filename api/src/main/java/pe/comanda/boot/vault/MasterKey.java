package pe.comanda.boot.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/**
 * Where the master key comes from: the setting {@code comanda.master-key} (32 bytes in Base64),
 * else the file {@code master.key} in the data folder, which is made on the first start and
 * readable by its owner alone. Who loses it loses every sealed secret; back it up apart from the
 * database.
 */
final class MasterKey {
    static final int BYTES = 32;

    private MasterKey() {}

    static byte[] from(String setting, Path folder) {
        return setting.isBlank() ? fromFile(folder.resolve("master.key")) : decoded(setting);
    }

    private static byte[] fromFile(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return decoded(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The master key cannot be kept in " + file, e);
        }
    }

    private static void create(Path file) throws IOException {
        var key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Files.createDirectories(file.toAbsolutePath().getParent());
        var text = Base64.getEncoder().encodeToString(key);
        var draft =
                Files.createTempFile(file.toAbsolutePath().getParent(), "key", "", ownerOnly(file));
        try {
            Files.writeString(draft, text, StandardOpenOption.SYNC);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException _) {
            // Another process was faster: its key counts.
        } finally {
            Files.delete(draft);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)};
    }

    private static byte[] decoded(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("comanda.master-key is not Base64", e);
        }
        if (key.length != BYTES) {
            throw new IllegalStateException("comanda.master-key must be 32 bytes in Base64");
        }
        return key;
    }
}
