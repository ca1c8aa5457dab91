package pe.comanda.boot.postgres;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** PostgreSQL's programs travel in a jar, one per platform, and are unpacked once per version. */
final class PostgresBinaries {
    private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar");

    private PostgresBinaries() {}

    static Path unpacked(Path home, Consumer<String> progress) throws IOException {
        var archive = archive();
        var version = version(archive);
        var place = home.resolve(version);
        if (!Files.isDirectory(place)) {
            progress.accept("Unpacking PostgreSQL " + version + " (once)");
            var made = Folders.making(home);
            unpack(archive, made);
            Folders.permit(made, "rwxr-xr-x");
            Folders.move(made, place);
        }
        return place;
    }

    private static URL archive() {
        var name = "postgres-" + system() + "-" + machine() + ".txz";
        var archive = PostgresBinaries.class.getResource("/" + name);
        if (archive == null) {
            throw new PostgresRefused(
                    "This build carries no PostgreSQL for this platform (" + name + ")",
                    PostgresRefused.OWN_DATABASE);
        }
        return archive;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    }

    /** The archive does not say its version, the name of the jar around it does. */
    private static String version(URL archive) {
        var matcher = VERSION.matcher(archive.toString());
        return matcher.find() ? matcher.group(1) : "unversioned";
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (var in =
                new TarArchiveInputStream(
                        new XZInputStream(new BufferedInputStream(archive.openStream())))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().endsWith(".a")) {
                    unpack(in, entry, folder);
                }
            }
        }
    }

    private static void unpack(TarArchiveInputStream in, TarArchiveEntry entry, Path folder)
            throws IOException {
        var place = folder.resolve(entry.getName()).normalize();
        if (!place.startsWith(folder)) {
            throw new IOException("entry outside the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            Folders.permit(place, "rwxr-xr-x");
            return;
        }
        Files.createDirectories(place.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else {
            write(in, place);
            Folders.permit(place, (entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x");
        }
    }

    /**
     * On disk before the folder gets its name: torn programs under a good name would be believed
     * for ever.
     */
    private static void write(TarArchiveInputStream in, Path place) throws IOException {
        try (var file =
                FileChannel.open(place, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            in.transferTo(Channels.newOutputStream(file));
            file.force(true);
        }
    }
}
