package pe.comanda.boot.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What is made of many files is made under another name and moved into place in one step, so half
 * of it never counts.
 */
final class Folders {
    static final String MAKING = "making-";

    private Folders() {}

    static Path making(Path home) throws IOException {
        return Files.createDirectory(home.resolve(MAKING + UUID.randomUUID()));
    }

    /** The rename is written down at once: what follows it relies on the new name. */
    static void move(Path made, Path place) throws IOException {
        Files.move(made, place, StandardCopyOption.ATOMIC_MOVE);
        if (posix(place)) {
            try (var parent =
                    FileChannel.open(place.resolveSibling("."), StandardOpenOption.READ)) {
                parent.force(true);
            }
        }
    }

    /** What a start that was killed left half made. */
    static void sweep(Path home) throws IOException {
        try (var halfMade = Files.newDirectoryStream(home, MAKING + "*")) {
            for (var folder : halfMade) {
                delete(folder);
            }
        }
    }

    static void delete(Path tree) throws IOException {
        for (var path : deepestFirst(tree)) {
            Files.deleteIfExists(path);
        }
    }

    static List<Path> deepestFirst(Path tree) throws IOException {
        try (var paths = Files.walk(tree)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }

    static void permit(Path path, String permissions) throws IOException {
        if (posix(path)) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
