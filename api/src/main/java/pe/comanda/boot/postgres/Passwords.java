package pe.comanda.boot.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Made once and kept inside the data folder, so that data and passwords are copied, moved and lost
 * together. The file has the form of a {@code .pgpass}: with PGPASSFILE set to it, psql opens the
 * database.
 */
record Passwords(String superuser, String owner, String app) {
    static final String SUPERUSER = "postgres";
    static final String OWNER = "comanda_owner";
    static final String APP = "comanda_app";

    private static final SecureRandom RANDOM = new SecureRandom();

    static Passwords made() {
        return new Passwords(secret(), secret(), secret());
    }

    private static String secret() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Path file(Path cluster) {
        return cluster.resolve("comanda.pgpass");
    }

    static Passwords read(Path cluster) throws IOException {
        Map<String, String> passwords =
                Files.readAllLines(file(cluster)).stream()
                        .map(line -> line.split(":"))
                        .collect(Collectors.toMap(parts -> parts[3], parts -> parts[4]));
        return new Passwords(
                of(passwords, SUPERUSER, cluster),
                of(passwords, OWNER, cluster),
                of(passwords, APP, cluster));
    }

    private static String of(Map<String, String> passwords, String role, Path cluster)
            throws IOException {
        var password = passwords.get(role);
        if (password == null) {
            throw new IOException("no password of " + role + " in " + file(cluster));
        }
        return password;
    }

    void write(Path cluster) throws IOException {
        var file = Files.createFile(file(cluster));
        Folders.permit(file, "rw-------");
        Files.writeString(file, line(SUPERUSER, superuser) + line(OWNER, owner) + line(APP, app));
    }

    private static String line(String role, String password) {
        return "127.0.0.1:*:*:" + role + ":" + password + "\n";
    }

    /** A record is easily logged. */
    @Override
    public String toString() {
        return "Passwords[]";
    }
}
