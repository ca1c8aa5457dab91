package pe.comanda.load;

import pe.comanda.command.invoicing.standin.StandInKey;
import pe.comanda.command.invoicing.sunat.SigningKey;
import pe.comanda.command.invoicing.sunat.UblWriter;
import pe.comanda.command.invoicing.sunat.XmlSigner;
import pe.comanda.command.invoicing.sunat.ZipFiles;
import pe.comanda.domain.invoicing.Affectation;
import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.FiscalAmounts;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.Issuer;
import pe.comanda.domain.invoicing.IssuerAddress;
import pe.comanda.domain.invoicing.PaymentTerms;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.Sale;
import pe.comanda.domain.invoicing.SoldItem;
import pe.comanda.domain.shared.Money;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** What the making of documents costs by itself. */
final class DocumentsScene {
    private DocumentsScene() {}

    /**
     * Boletas of three lines, built, signed and zipped in this process; no network, no database.
     */
    static void play(double seconds) throws Exception {
        var key = StandInKey.named("CN=La Huaca", Instant.now());
        int threads = Runtime.getRuntime().availableProcessors();
        var made = new AtomicInteger();
        long end = System.nanoTime() + (long) (seconds * 1.25e9);
        long clock = System.nanoTime() + (long) (seconds * 0.25e9);
        var workers =
                IntStream.range(0, threads)
                        .mapToObj(_ -> Thread.ofPlatform().start(() -> make(key, clock, end, made)))
                        .toList();
        for (var worker : workers) {
            worker.join();
        }
        System.out.printf(
                Locale.ROOT,
                "documents: built, signed and zipped on %d threads: %.0f /s%n",
                threads,
                made.get() / seconds);
    }

    private static void make(SigningKey key, long clock, long end, AtomicInteger made) {
        while (System.nanoTime() < end) {
            var xml = UblWriter.write(boleta(made.get() + 1));
            var zip = ZipFiles.zip("a.xml", XmlSigner.sign(xml, key).xml());
            if (zip.length > 0 && System.nanoTime() >= clock) {
                made.incrementAndGet();
            }
        }
    }

    private static FiscalDocument boleta(int number) {
        var at = LocalDateTime.of(2026, 11, 21, 13, 5, 10);
        var lines =
                List.of(
                        SoldItem.of("P01", "Ceviche", 2, Money.of("42.00"), Affectation.TAXED),
                        SoldItem.of("B01", "Chicha", 1, Money.of("9.00"), Affectation.TAXED),
                        SoldItem.of("B02", "Inca Kola", 2, Money.of("7.00"), Affectation.TAXED));
        var sale = Sale.of(at.toLocalDate(), new BigDecimal("0.105"), lines);
        return new FiscalDocument(
                new Issuer(
                        new Ruc("20100066603"),
                        "LA HUACA S.A.C.",
                        "La Huaca",
                        new IssuerAddress("150122", "LIMA", "LIMA", "MIRAFLORES", "CALLE BERLIN 1"),
                        "0000"),
                DocumentType.BOLETA,
                DocumentNumber.of("B001", number),
                at,
                "PEN",
                sale.rate(),
                Buyer.ANONYMOUS,
                FiscalAmounts.of(sale),
                PaymentTerms.AT_ONCE,
                null);
    }
}
