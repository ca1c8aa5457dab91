package pe.comanda.command.invoicing.standin;

import org.xml.sax.SAXException;

import pe.comanda.command.invoicing.standin.ReceivedSummary.Line;
import pe.comanda.command.invoicing.standin.TaxOffice.Refused;
import pe.comanda.command.invoicing.sunat.SafeXml;
import pe.comanda.command.invoicing.sunat.Xml;
import pe.comanda.command.invoicing.sunat.XmlSignatures;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.invoicing.SummaryKind;
import pe.comanda.domain.invoicing.SummaryName;
import pe.comanda.domain.shared.MalformedValue;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Judges files about documents: takes them in against a ticket, and has the answer ready when the
 * ticket is asked for. A file is done as a whole or not at all.
 */
final class SummaryOffice {
    private static final Pattern NAME =
            Pattern.compile(
                    "([0-9]{11})-(RA|RC)-([0-9]{8})-([0-9]{1,5})\\.zip", Pattern.CASE_INSENSITIVE);

    /** How often a ticket is still in process when it is asked for. */
    private static final int POLLS = 1;

    private final StandInRegistry registry;
    private final CdrWriter cdrs;
    private final Clock clock;

    SummaryOffice(StandInRegistry registry, CdrWriter cdrs, Clock clock) {
        this.registry = registry;
        this.cdrs = cdrs;
        this.clock = clock;
    }

    /** Which file it is. */
    static SummaryName name(String fileName, String login) throws Refused {
        var matcher = NAME.matcher(fileName);
        if (!matcher.matches()) {
            throw new Refused("0151");
        }
        if (!login.startsWith(matcher.group(1))) {
            throw new Refused("0154");
        }
        try {
            return new SummaryName(
                    new Ruc(matcher.group(1)),
                    "RA".equals(matcher.group(2).toUpperCase(Locale.ROOT))
                            ? SummaryKind.VOIDING
                            : SummaryKind.DAILY,
                    LocalDate.parse(matcher.group(3), DateTimeFormatter.BASIC_ISO_DATE),
                    Integer.parseInt(matcher.group(4)));
        } catch (MalformedValue | DateTimeException _) {
            throw new Refused("0151");
        }
    }

    /** Takes a file in; the ticket. */
    String take(SummaryName name, byte[] zip) throws Refused {
        var file = received(name, zip);
        var code =
                XmlSignatures.signer(file.xml()).isEmpty()
                        ? "2335"
                        : SummaryRules.broken(file, registry::find).orElse("0");
        if (!code.equals("0")) {
            return keep(name, "99", POLLS, refusal(name, code));
        }
        file.lines().forEach(line -> follow(line, file));
        var word =
                name.kind() == SummaryKind.VOIDING
                        ? "La Comunicacion de baja "
                        : "El Resumen diario ";
        return keep(
                name,
                "0",
                POLLS,
                cdrs.write(
                        name.ruc(),
                        name.id(),
                        name.fileName(),
                        "0",
                        word + name.id() + ", ha sido aceptado",
                        remarks(file),
                        clock.instant()));
    }

    /** Takes a file in and does nothing of it, as the armed fault wants. */
    String refuse(SummaryName name, byte[] zip, String code) throws Refused {
        var unused = received(name, zip);
        return keep(name, "99", POLLS, refusal(name, code));
    }

    /** Takes a file in and never works it off. */
    String stick(SummaryName name, byte[] zip) throws Refused {
        var unused = received(name, zip);
        return keep(name, "98", StandInTicket.STUCK, new byte[0]);
    }

    private ReceivedSummary received(SummaryName name, byte[] zip) throws Refused {
        var xml = TaxOffice.xml(name.fileName(), zip);
        try {
            var document = SafeXml.parse(xml);
            var root = name.kind() == SummaryKind.VOIDING ? "VoidedDocuments" : "SummaryDocuments";
            var extension =
                    Xml.all(
                            document.getDocumentElement(),
                            "UBLExtensions/UBLExtension/ExtensionContent");
            if (!root.equals(document.getDocumentElement().getLocalName())
                    || extension.isEmpty()
                    || extension.getFirst().getFirstChild() == null) {
                throw new Refused("0306");
            }
            if (registry.hasFile(name.ruc().value(), name.id())) {
                throw new Refused(name.kind() == SummaryKind.VOIDING ? "2324" : "2223");
            }
            return new ReceivedSummary(
                    name, document, LocalDate.ofInstant(clock.instant(), SubmissionDeadline.LIMA));
        } catch (SAXException _) {
            throw new Refused("0306");
        }
    }

    private void follow(Line line, ReceivedSummary file) {
        var key = line.key();
        if (key == null) {
            return;
        }
        if (line.condition().equals("3")) {
            registry.voidDocument(key);
            return;
        }
        var reference = file.date("ReferenceDate");
        var unused =
                registry.register(
                        new StandInDocument(
                                key,
                                true,
                                "0",
                                "Informado en " + file.name().id(),
                                line.text("TotalAmount"),
                                "",
                                clock.instant(),
                                reference == null ? file.today() : reference,
                                false,
                                false,
                                new byte[0]));
    }

    private static List<String> remarks(ReceivedSummary file) {
        return SummaryRules.remarks(file).stream()
                .map(code -> code + " - " + Messages.of(code))
                .toList();
    }

    private byte[] refusal(SummaryName name, String code) {
        return cdrs.write(
                name.ruc(),
                name.id(),
                name.fileName(),
                code,
                Messages.of(code),
                List.of(),
                clock.instant());
    }

    private String keep(SummaryName name, String status, int polls, byte[] cdr) throws Refused {
        var ticket =
                new StandInTicket(
                        String.valueOf(clock.millis())
                                + UUID.randomUUID().toString().substring(0, 4),
                        name.ruc().value(),
                        name.id(),
                        status,
                        polls,
                        clock.instant(),
                        cdr);
        if (!registry.keep(ticket)) {
            throw new Refused(name.kind() == SummaryKind.VOIDING ? "2324" : "2223");
        }
        return ticket.ticket();
    }
}
