package pe.comanda.boot.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * At most one Comanda per folder: a second one would take the database of the first for a left-over
 * and stop it.
 */
final class FolderLock implements AutoCloseable {
    /**
     * The system releases a process's lock when any channel to the file closes, so this JVM must
     * not open it twice.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** The system lets go of it when the process ends, however it ends. */
    static FolderLock take(Path folder) throws IOException {
        var file = folder.resolve("owner.lock");
        if (!HELD.add(file)) {
            throw taken(folder, "this process");
        }
        FileChannel channel = null;
        try {
            channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw taken(folder, "process " + Files.readString(file).strip());
            }
            var pid = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            return new FolderLock(file, channel);
        } catch (IOException | RuntimeException failure) {
            if (channel != null) {
                channel.close();
            }
            HELD.remove(file);
            throw failure;
        }
    }

    private static PostgresRefused taken(Path folder, String owner) {
        return new PostgresRefused(
                "Another Comanda (" + owner + ") runs on the data in " + folder,
                "stop it, give this one a folder of its own with comanda.data, or "
                        + PostgresRefused.OWN_DATABASE);
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD.remove(file);
    }
}
