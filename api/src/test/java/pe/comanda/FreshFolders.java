package pe.comanda;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.springframework.util.FileSystemUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Removes what an earlier run of the tests left, before the first test starts a database in it. */
public final class FreshFolders implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        for (var folder :
                List.of(
                        "integration",
                        "integration-axon-server",
                        "integration-containers",
                        "kill")) {
            try {
                FileSystemUtils.deleteRecursively(Path.of("target", folder));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
