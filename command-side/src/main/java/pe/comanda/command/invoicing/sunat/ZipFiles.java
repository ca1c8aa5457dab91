package pe.comanda.command.invoicing.sunat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** ZIP files with one document in them. */
public final class ZipFiles {
    private static final int MOST_ENTRIES = 10;
    private static final int MOST_BYTES = 5_000_000;

    private ZipFiles() {}

    public static byte[] zip(String name, byte[] content) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                var entry = new ZipEntry(name);
                // The same document makes the same bytes, whenever it is packed.
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(content);
                zip.closeEntry();
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The files in it by name, folders left out. Refuses what would unfold beyond reason. */
    public static Map<String, byte[]> unzip(byte[] bytes) throws ZipException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            var left = MOST_BYTES;
            var entries = 0;
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new ZipException("Too many files");
                }
                var content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0) {
                    throw new ZipException("Too large");
                }
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), content);
                }
            }
        } catch (ZipException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            var broken = new ZipException("Broken: " + e.getMessage());
            broken.initCause(e);
            throw broken;
        }
        return files;
    }
}
