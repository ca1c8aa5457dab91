package pe.comanda.command.invoicing.standin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.xml.sax.SAXException;

import pe.comanda.command.invoicing.standin.TaxOffice.Refused;
import pe.comanda.command.invoicing.standin.TaxOffice.Verdict;
import pe.comanda.command.invoicing.sunat.SigningKey;
import pe.comanda.command.invoicing.sunat.SunatEndpoints;
import pe.comanda.domain.invoicing.DocumentKey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The stand-in for SUNAT, on this machine only. Takes documents of any RUC under the user MODDATOS
 * with the password moddatos, as SUNAT's beta does, but remembers like production.
 */
public final class StandIn implements AutoCloseable {
    public static final String USER = "MODDATOS";
    public static final String PASSWORD = "moddatos";

    /** Whom its certificates are made out to: with SUNAT's RUC, and plainly not SUNAT. */
    public static final String KEY_NAME = "CN=SUNAT de prueba, OU=20131312955, O=Comanda, C=PE";

    private static final String BILLS = "/ol-ti-itcpfegem-beta/billService";
    private static final String CONSULTS = "/ol-it-wsconscpegem/billConsultService";

    /** How long a request that is to time out is held, if nobody closes the stand-in sooner. */
    private static final Duration HOLD = Duration.ofMinutes(5);

    private static final Duration SLOWNESS = Duration.ofSeconds(2);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final StandInRegistry registry;
    private final TaxOffice office;
    private final SummaryDoor files;
    private final X509Certificate certificate;
    private final Journal journal;

    private StandIn(HttpServer server, StandInRegistry registry, Clock clock, SigningKey key) {
        this.server = server;
        this.registry = registry;
        this.journal = new Journal(clock);
        this.certificate = key.certificate();
        this.office = new TaxOffice(registry, new CdrWriter(key), clock);
        this.files =
                new SummaryDoor(registry, new SummaryOffice(registry, new CdrWriter(key), clock));
    }

    /**
     * Opens the doors, with a key of its own that is gone when it stops.
     *
     * @param port 0 takes a free one
     */
    public static StandIn start(int port, StandInRegistry registry, Clock clock) {
        return start(port, registry, clock, StandInKey.named(KEY_NAME, clock.instant()));
    }

    /**
     * Opens the doors.
     *
     * @param port 0 takes a free one
     * @param key signs the answers
     */
    public static StandIn start(int port, StandInRegistry registry, Clock clock, SigningKey key) {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var standIn = new StandIn(server, registry, clock, key);
            var _ = server.createContext(BILLS, standIn::bills);
            var _ =
                    server.createContext(
                            CONSULTS, new ConsultDoor(registry, standIn.journal)::open);
            new ValidityPages(registry).openOn(server);
            new AdminPages(registry, standIn::journal).openOn(server);
            server.setExecutor(standIn.threads);
            server.start();
            return standIn;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /**
     * Where a gateway finds it.
     *
     * @param answer how long the gateway is to wait
     */
    public SunatEndpoints endpoints(Duration answer) {
        return new SunatEndpoints(
                address().resolve(BILLS),
                address().resolve(CONSULTS),
                address(),
                address(),
                Duration.ofSeconds(2),
                answer);
    }

    /** Signs the answers. */
    public X509Certificate certificate() {
        return certificate;
    }

    public StandInRegistry registry() {
        return registry;
    }

    /** What arrived, newest first. */
    public List<JournalEntry> journal() {
        return journal.entries();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        var _ = threads.shutdownNow();
    }

    private void bills(HttpExchange http) throws IOException {
        try (http) {
            var soap = SoapExchange.of(http);
            var fileName = soap.parameter("fileName");
            var login = soap.parameter("Username");
            try {
                mustSignIn(soap);
                if (soap.operation().equals("sendSummary")) {
                    journal.note(soap, fileName, files.send(soap, this::hold));
                    return;
                }
                if (soap.operation().equals("getStatus")) {
                    journal.note(soap, soap.parameter("ticket"), files.status(soap));
                    return;
                }
                if (!soap.operation().equals("sendBill")) {
                    throw new Refused("0152");
                }
                var key = TaxOffice.key(fileName, login);
                var zip = decoded(soap.parameter("contentFile"));
                var fault = registry.takeFault(key);
                if (fault.isPresent()) {
                    journal.note(soap, fileName, fault.get().mode() + " " + fault.get().code());
                    play(fault.get(), soap, key, zip);
                } else {
                    var verdict = office.judge(key, zip);
                    journal.note(soap, fileName, verdict.code());
                    say(soap, verdict);
                }
            } catch (Refused e) {
                journal.note(soap, fileName, e.fault().code());
                soap.fault(e.fault());
            }
        } catch (SAXException e) {
            http.sendResponseHeaders(400, -1);
        }
    }

    private void play(ArmedFault fault, SoapExchange soap, DocumentKey key, byte[] zip)
            throws IOException {
        switch (fault.mode()) {
            case TIME_OUT_BEFORE_REGISTERING -> hold();
            case TIME_OUT_AFTER_REGISTERING -> {
                var _ = office.judge(key, zip);
                hold();
            }
            // Returning without an answer closes the connection.
            case CUT_BEFORE_REGISTERING -> {}
            case CUT_AFTER_REGISTERING -> {
                var _ = office.judge(key, zip);
            }
            case UNAVAILABLE -> soap.unavailable();
            case FAULT -> soap.fault(faultOf(fault, key, zip));
            case FAULT_IN_STRING -> soap.faultInString(faultOf(fault, key, zip));
            case REJECTION -> say(soap, office.reject(key, zip, fault.code()));
            case OBSERVATION -> say(soap, office.observe(key, zip, fault.code()));
            case CORRUPT_CDR -> {
                var _ = office.judge(key, zip);
                say(soap, new Verdict.Answer("0", new byte[] {'P', 'K', 3, 4, 0, 0}));
            }
            case FOREIGN_CDR -> {
                var _ = office.judge(key, zip);
                say(soap, new Verdict.Answer("0", office.foreignCdr()));
            }
            case UNSIGNED_CDR, ALTERED_CDR, CDR_BY_ANOTHER_SIGNER ->
                    say(soap, SpoiltCdr.of(fault.mode(), office.judge(key, zip)));
            case PAGE -> soap.page();
            case XML_BOMB -> soap.bomb();
            case EXTERNAL_ENTITY -> soap.externalEntity();
            case SLOW -> {
                pause();
                say(soap, office.judge(key, zip));
            }
            // These are about files; a document is judged as ever.
            case TICKET_STUCK, TICKET_LOST -> say(soap, office.judge(key, zip));
        }
    }

    /** A fault from 2000 on is a rejection in other clothes: the number is burnt. */
    private Verdict.Fault faultOf(ArmedFault fault, DocumentKey key, byte[] zip) {
        if (fault.code().compareTo("2000") >= 0 && !fault.code().matches("232[5-8]")) {
            var _ = office.reject(key, zip, fault.code());
        }
        return Verdict.Fault.of(fault.code());
    }

    private static void say(SoapExchange soap, Verdict verdict) throws IOException {
        switch (verdict) {
            case Verdict.Answer(_, byte[] cdr) ->
                    soap.answer(
                            "sendBill",
                            "<applicationResponse>"
                                    + Base64.getEncoder().encodeToString(cdr)
                                    + "</applicationResponse>");
            case Verdict.Fault fault -> soap.fault(fault);
        }
    }

    static void mustSignIn(SoapExchange soap) throws Refused {
        var login = soap.parameter("Username");
        if (login.isEmpty()) {
            throw new Refused("0101");
        }
        if (login.length() < 12
                || !login.substring(11).equals(USER)
                || !soap.parameter("Password").equals(PASSWORD)) {
            throw new Refused("0102");
        }
    }

    static byte[] decoded(String base64) throws Refused {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Refused("0156");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(SLOWNESS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void hold() {
        try {
            var _ = closed.await(HOLD.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
