package pe.comanda.command.invoicing.standin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** SUNAT's own words for its return codes. */
final class Messages {
    private static final Map<String, String> TEXTS = read();

    private Messages() {}

    static String of(String code) {
        return TEXTS.getOrDefault(code, "Error " + code);
    }

    private static Map<String, String> read() {
        try (var file = Messages.class.getResourceAsStream("/sunat/codes.tsv")) {
            if (file == null) {
                throw new IllegalStateException("sunat/codes.tsv is missing");
            }
            var texts = new HashMap<String, String>();
            var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cut = line.indexOf('\t');
                if (cut > 0) {
                    var _ = texts.put(line.substring(0, cut), line.substring(cut + 1).strip());
                }
            }
            return Map.copyOf(texts);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
