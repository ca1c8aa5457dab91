package pe.comanda.boot.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The programs, the data they keep, and the account they run as. */
record Installation(Path home, Path binaries, Path cluster, PostgresAccount account) {
    static Installation prepare(Path home, Consumer<String> progress) throws IOException {
        Folders.sweep(home);
        var binaries = PostgresBinaries.unpacked(home, progress);
        var cluster = home.resolve("cluster");
        var installation =
                new Installation(
                        home, binaries, cluster, PostgresAccount.choose(home, cluster, binaries));
        if (Files.isDirectory(cluster)) {
            installation.mustBeOfThisMajorVersion();
            installation.account.own(cluster);
        } else {
            progress.accept("Creating the database in " + cluster + " (once)");
            installation.createCluster();
        }
        return installation;
    }

    Program.Outcome run(String program, String... arguments) {
        return Program.run(home, account.command(binaries, program, arguments));
    }

    private void mustBeOfThisMajorVersion() throws IOException {
        var data = Files.readString(cluster.resolve("PG_VERSION")).strip();
        var programs = binaries.getFileName().toString();
        if (!programs.startsWith(data + ".")) {
            throw new PostgresRefused(
                    "The data in "
                            + cluster
                            + " is of PostgreSQL "
                            + data
                            + ", this build carries "
                            + programs,
                    "dump it with the build that wrote it and load it into a new folder, or "
                            + PostgresRefused.OWN_DATABASE);
        }
    }

    /**
     * Sorting by code point, decided by PostgreSQL alone: an update of the system's locales cannot
     * corrupt an index.
     */
    private void createCluster() throws IOException {
        var making = Folders.making(home);
        var passwords = Passwords.made();
        var made = making.resolve("cluster");
        var secret = Files.createFile(making.resolve("password"));
        Folders.permit(secret, "rw-------");
        Files.writeString(secret, passwords.superuser());
        account.own(making);

        var outcome =
                run(
                        "initdb",
                        "--pgdata=" + made,
                        "--username=" + Passwords.SUPERUSER,
                        "--pwfile=" + secret,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums",
                        "--no-instructions");
        if (!outcome.ok()) {
            throw new PostgresRefused(
                    "PostgreSQL could not create its data (" + outcome.reason() + ")",
                    PostgresRefused.OWN_DATABASE);
        }
        ServerSettings.includeIn(made);
        passwords.write(made);
        account.own(made.resolve("comanda.pgpass"));
        Folders.move(made, cluster);
        Folders.delete(making);
    }
}
