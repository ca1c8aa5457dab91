package pe.comanda.boot.postgres;

import java.nio.file.Path;

/** Writes one row and then waits to be killed. */
final class WritingProgram {
    static final String WRITTEN = "written";
    static final String DISH = "ají de gallina";

    private WritingProgram() {}

    public static void main(String[] args) throws Exception {
        var postgres = EmbeddedPostgres.start(Path.of(args[0]), Server.ANY_PORT, _ -> {});
        var app = Sql.asApp(postgres);
        Sql.execute(app, "INSERT INTO dish VALUES ('" + DISH + "')");
        System.out.println(WRITTEN);
        Thread.currentThread().join();
    }
}
