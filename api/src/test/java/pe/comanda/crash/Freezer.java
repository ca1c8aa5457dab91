package pe.comanda.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Stops one thread at the point that is armed, for good, so that the process can be killed there.
 * Both sides see it as a folder: {@link FrozenProgram} passes points, the test arms them.
 */
record Freezer(Path folder) {

    /** The next thread that passes this point goes no further; empty for none. */
    void arm(String point) {
        try {
            var unused = Files.deleteIfExists(frozen(point));
            unused = Files.deleteIfExists(armed());
            if (!point.isEmpty()) {
                var next = Files.writeString(folder.resolve("next"), point);
                Files.move(next, armed(), StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasFrozen(String point) {
        return Files.exists(frozen(point));
    }

    /** What was handed to SUNAT: the document's name and the digest of its bytes, once per try. */
    List<String> sent() throws IOException {
        return Files.exists(sentFile()) ? Files.readAllLines(sentFile()) : List.of();
    }

    void pass(String point) {
        try {
            if (!Files.readString(armed()).equals(point)) {
                return;
            }
            var unused = Files.createFile(frozen(point));
        } catch (NoSuchFileException | FileAlreadyExistsException _) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        while (true) {
            LockSupport.park();
        }
    }

    void noteSent(String document, String digest) {
        try {
            Files.writeString(
                    sentFile(),
                    document + " " + digest + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path armed() {
        return folder.resolve("armed");
    }

    private Path frozen(String point) {
        return folder.resolve("frozen at " + point);
    }

    private Path sentFile() {
        return folder.resolve("sent");
    }
}
