package pe.comanda.crash;

import static org.assertj.core.api.Assertions.assertThat;

import static pe.comanda.story.Billing.V;

import pe.comanda.story.Billing;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;

/** What must be true of documents after the program was killed under them. */
final class Afterwards {
    private final Billing shop;

    /** Numbers and digests as they were told before. */
    private final Map<String, String> before;

    Afterwards(Billing shop) {
        this(shop, new HashMap<>());
    }

    private Afterwards(Billing shop, Map<String, String> before) {
        this.shop = shop;
        this.before = before;
    }

    /** The same knowledge about a program that was started anew. */
    Afterwards at(Billing restarted) {
        return new Afterwards(restarted, before);
    }

    /** What is shown of documents before the program is killed; nothing, of one not shown yet. */
    void remember(List<String> invoices) {
        for (var invoice : invoices) {
            var view = shop.as("contadora").get(V + "/invoices/" + invoice);
            if (view.status() == 200) {
                before.putIfAbsent(invoice, number(view.body()));
                if (!view.text("digest").isEmpty()) {
                    before.putIfAbsent(invoice + " digest", view.text("digest"));
                }
            }
        }
    }

    /**
     * @param sent name and digest of whatever was handed to SUNAT, once per try
     */
    void everythingIsThereOnce(List<String> facturas, List<String> voided, List<String> sent)
            throws Exception {
        var bytes = bytesByName(sent);
        var numbers = new TreeSet<Integer>();
        for (var invoice : facturas) {
            var view = shop.as("contadora").get(V + "/invoices/" + invoice).mustBe(200).body();
            var number = number(view);
            assertThat(before.getOrDefault(invoice, number)).as("same number").isEqualTo(number);
            assertThat(before.getOrDefault(invoice + " digest", view.path("digest").asString()))
                    .as("same signature")
                    .isEqualTo(view.path("digest").asString());
            assertThat(bytes.get("20100066603-01-" + number))
                    .as("bytes of " + invoice)
                    .containsExactly(sha256(file(invoice, "xml")));
            assertThat(unzipped(file(invoice, "cdr"))).as("CDR of " + invoice).contains(number);
            assertThat(timesAccepted(invoice)).as(invoice).isEqualTo(1);
            assertThat(numbers.add(Integer.parseInt(number.substring(number.indexOf('-') + 1))))
                    .isTrue();
        }
        assertThat(numbers)
                .as("no number missing")
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, facturas.size()).boxed().toList());
        eachIsVoidedByOneFile(voided);
    }

    private void eachIsVoidedByOneFile(List<String> voided) {
        var files = shop.as("contadora").get(V + "/summaries?limit=200").mustBe(200).body();
        assertThat(files.path("items").size()).isEqualTo(voided.size());
        for (var file : files.path("items")) {
            assertThat(file.path("phase").asString()).isEqualTo("ACCEPTED");
        }
    }

    private long timesAccepted(String invoice) {
        return shop.steps(invoice)
                .valueStream()
                .filter(step -> step.path("kind").asString().equals("InvoiceAccepted"))
                .count();
    }

    private byte[] file(String invoice, String kind) {
        return shop.as("contadora")
                .get(V + "/invoices/" + invoice + "/" + kind)
                .mustBe(200)
                .bytes();
    }

    private static String number(JsonNode view) {
        return view.path("summary").path("number").asString();
    }

    private static Map<String, TreeSet<String>> bytesByName(List<String> sent) {
        return sent.stream()
                .map(line -> line.split(" ", -1))
                .collect(
                        Collectors.groupingBy(
                                line -> line[0],
                                TreeMap::new,
                                Collectors.mapping(
                                        line -> line[1], Collectors.toCollection(TreeSet::new))));
    }

    private static String unzipped(byte[] zip) throws IOException {
        var text = new StringBuilder();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (in.getNextEntry() != null) {
                text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
