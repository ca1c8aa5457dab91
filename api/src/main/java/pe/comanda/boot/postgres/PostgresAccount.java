package pe.comanda.boot.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * As whom PostgreSQL runs. It refuses root; started by root it runs as the owner of the data, or as
 * {@code nobody}, or, where neither may enter the folder, in a user namespace in which root has no
 * name and no powers.
 */
record PostgresAccount(List<String> prefix, Optional<Owner> owner) {
    record Owner(int uid, int gid) {
        static final Owner ROOT = new Owner(0, 0);

        static Owner of(Path path) throws IOException {
            return new Owner(
                    (int) Files.getAttribute(path, "unix:uid"),
                    (int) Files.getAttribute(path, "unix:gid"));
        }
    }

    static PostgresAccount choose(Path home, Path cluster, Path binaries) throws IOException {
        var refusals = new ArrayList<String>();
        for (var candidate : candidates(home, cluster)) {
            var probe = Program.run(home, candidate.command(binaries, "postgres", "--version"));
            if (probe.ok()) {
                return candidate;
            }
            refusals.add(probe.reason());
        }
        throw new PostgresRefused(
                "PostgreSQL cannot run here (" + String.join("; ", refusals) + ")",
                isRoot()
                        ? "start from an ordinary account instead of root, or "
                                + PostgresRefused.OWN_DATABASE
                        : PostgresRefused.OWN_DATABASE);
    }

    private static List<PostgresAccount> candidates(Path home, Path cluster) throws IOException {
        if (!isRoot()) {
            return List.of(new PostgresAccount(List.of(), Optional.empty()));
        }
        var candidates = new ArrayList<PostgresAccount>();
        var owner = Owner.of(Files.exists(cluster) ? cluster : home);
        if (owner.uid() != 0) {
            candidates.add(ordinary(owner));
        }
        nobody(home).map(PostgresAccount::ordinary).ifPresent(candidates::add);
        candidates.add(new PostgresAccount(List.of("unshare", "--user"), Optional.of(Owner.ROOT)));
        return candidates;
    }

    private static boolean isRoot() {
        return ProcessHandle.current().info().user().equals(Optional.of("root"));
    }

    private static PostgresAccount ordinary(Owner owner) {
        return new PostgresAccount(
                List.of(
                        "setpriv",
                        "--reuid=" + owner.uid(),
                        "--regid=" + owner.gid(),
                        "--clear-groups",
                        "--no-new-privs"),
                Optional.of(owner));
    }

    private static Optional<Owner> nobody(Path home) {
        var uid = Program.run(home, List.of("id", "-u", "nobody"));
        var gid = Program.run(home, List.of("id", "-g", "nobody"));
        return uid.ok() && gid.ok()
                ? Optional.of(
                        new Owner(
                                Integer.parseInt(uid.output().strip()),
                                Integer.parseInt(gid.output().strip())))
                : Optional.empty();
    }

    List<String> command(Path binaries, String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** The folder itself comes last, so that one that was interrupted half-way is done again. */
    void own(Path tree) throws IOException {
        if (owner.isEmpty() || owner.get().equals(Owner.of(tree))) {
            return;
        }
        for (var path : Folders.deepestFirst(tree)) {
            Files.setAttribute(path, "unix:uid", owner.get().uid(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", owner.get().gid(), LinkOption.NOFOLLOW_LINKS);
        }
    }
}
