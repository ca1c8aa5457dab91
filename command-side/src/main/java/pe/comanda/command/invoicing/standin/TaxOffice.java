package pe.comanda.command.invoicing.standin;

import org.xml.sax.SAXException;

import pe.comanda.command.invoicing.sunat.SafeXml;
import pe.comanda.command.invoicing.sunat.Xml;
import pe.comanda.command.invoicing.sunat.XmlSignatures;
import pe.comanda.command.invoicing.sunat.ZipFiles;
import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.DocumentNumber;
import pe.comanda.domain.invoicing.DocumentType;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.shared.MalformedValue;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipException;

/**
 * Judges documents in SUNAT's order: packaging, parsing, names, state, signature, rules, remarks.
 */
final class TaxOffice {
    private static final Pattern NAME =
            Pattern.compile(
                    "([0-9]{11})-(01|03|07|08)-([FB][A-Z0-9]{3})-([0-9]{1,8})\\.zip",
                    Pattern.CASE_INSENSITIVE);

    private final StandInRegistry registry;
    private final CdrWriter cdrs;
    private final Clock clock;

    TaxOffice(StandInRegistry registry, CdrWriter cdrs, Clock clock) {
        this.registry = registry;
        this.cdrs = cdrs;
        this.clock = clock;
    }

    /** What the sender gets to hear. */
    sealed interface Verdict {
        String code();

        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Answer(String code, byte[] cdr) implements Verdict {}

        record Fault(String code, String text) implements Verdict {
            static Fault of(String code) {
                return new Fault(code, Messages.of(code));
            }
        }
    }

    /** A document that is refused before anything is registered. */
    static final class Refused extends Exception {
        private final String code;

        Refused(String code) {
            super(code, null, false, false);
            this.code = code;
        }

        Verdict.Fault fault() {
            return Verdict.Fault.of(code);
        }
    }

    /** Which document a file is about. */
    static DocumentKey key(String fileName, String login) throws Refused {
        var matcher = NAME.matcher(fileName);
        if (!matcher.matches()) {
            throw new Refused(fileName.matches("[0-9]{11}-R[AC]-.*") ? "0152" : "0151");
        }
        if (!login.startsWith(matcher.group(1))) {
            throw new Refused("0154");
        }
        try {
            return new DocumentKey(
                    new Ruc(matcher.group(1)),
                    DocumentType.withCode(matcher.group(2)),
                    DocumentNumber.of(matcher.group(3), Integer.parseInt(matcher.group(4))));
        } catch (MalformedValue e) {
            throw new Refused("0151");
        }
    }

    Verdict judge(DocumentKey key, byte[] zip) {
        try {
            var xml = xml(key.fileName(), zip);
            var document = parsed(key, xml);
            for (var rule : Rules.form()) {
                if (rule.broken().test(document)) {
                    throw new Refused(rule.code());
                }
            }
            mustBeNew(key);
            if (XmlSignatures.signer(document.xml()).isEmpty()) {
                return rejected(document, xml, "2335");
            }
            return byTheRules(document, xml);
        } catch (Refused e) {
            return e.fault();
        }
    }

    /** Rejects whatever it is, as the armed fault wants. */
    Verdict reject(DocumentKey key, byte[] zip, String code) {
        try {
            var xml = xml(key.fileName(), zip);
            var document = parsed(key, xml);
            mustBeNew(key);
            return rejected(document, xml, code);
        } catch (Refused e) {
            return e.fault();
        }
    }

    /** Accepts whatever it is, with a remark, as the armed fault wants. */
    Verdict observe(DocumentKey key, byte[] zip, String code) {
        try {
            var xml = xml(key.fileName(), zip);
            var document = parsed(key, xml);
            mustBeNew(key);
            return accepted(document, xml, List.of(note(code)));
        } catch (Refused e) {
            return e.fault();
        }
    }

    byte[] foreignCdr() {
        var other =
                new DocumentKey(
                        new Ruc("20131312955"),
                        DocumentType.FACTURA,
                        DocumentNumber.of("F999", DocumentNumber.LAST));
        return cdrs.write(
                other,
                "0",
                "La Factura numero F999-99999999, ha sido aceptada",
                List.of(),
                clock.instant());
    }

    private Verdict byTheRules(Received document, byte[] xml) throws Refused {
        var notes = new ArrayList<String>();
        for (var code : Rules.broken(document, registry::find).toList()) {
            if (code.startsWith("1")) {
                throw new Refused(code);
            }
            if (!code.startsWith("4")) {
                return rejected(document, xml, code);
            }
            notes.add(note(code));
        }
        return accepted(document, xml, notes);
    }

    private Verdict accepted(Received document, byte[] xml, List<String> notes) {
        var key = document.key();
        var description =
                "%s numero %s, ha sido aceptada".formatted(called(key.type()), key.number());
        return register(document, xml, true, "0", description, notes);
    }

    private Verdict rejected(Received document, byte[] xml, String code) {
        return register(document, xml, false, code, Messages.of(code), List.of());
    }

    private Verdict register(
            Received document,
            byte[] xml,
            boolean accepted,
            String code,
            String description,
            List<String> notes) {
        var now = clock.instant();
        var issued = document.issued();
        var cdr = cdrs.write(document.key(), code, description, notes, now);
        var entry =
                new StandInDocument(
                        document.key(),
                        accepted,
                        code,
                        description,
                        document.payable(),
                        sha256(xml),
                        now,
                        issued == null ? document.today() : issued,
                        Instalments.onCredit(document),
                        false,
                        cdr);
        return registry.register(entry) ? new Verdict.Answer(code, cdr) : Verdict.Fault.of("1033");
    }

    private void mustBeNew(DocumentKey key) throws Refused {
        var earlier = registry.find(key);
        if (earlier.isPresent()) {
            var stands = earlier.get().accepted() && !earlier.get().voided();
            throw new Refused(stands ? "1033" : "1032");
        }
    }

    /** The one XML in a ZIP, which is called like it. */
    static byte[] xml(String name, byte[] zip) throws Refused {
        if (zip.length == 0) {
            throw new Refused("0155");
        }
        try {
            var files = ZipFiles.unzip(zip);
            if (files.isEmpty()) {
                throw new Refused("0157");
            }
            if (files.size() > 1) {
                throw new Refused("0158");
            }
            var file = files.entrySet().iterator().next();
            if (!file.getKey().toLowerCase(Locale.ROOT).endsWith(".xml")) {
                throw new Refused("0159");
            }
            if (!file.getKey().equalsIgnoreCase(name + ".xml")) {
                throw new Refused("0161");
            }
            if (file.getValue().length == 0) {
                throw new Refused("0160");
            }
            return file.getValue();
        } catch (ZipException e) {
            throw new Refused("0156");
        }
    }

    private Received parsed(DocumentKey key, byte[] xml) throws Refused {
        try {
            var document = SafeXml.parse(xml);
            var root = document.getDocumentElement();
            var wanted =
                    switch (key.type()) {
                        case FACTURA, BOLETA -> "Invoice";
                        case CREDIT_NOTE -> "CreditNote";
                        case DEBIT_NOTE -> "DebitNote";
                    };
            var extension = Xml.all(root, "UBLExtensions/UBLExtension/ExtensionContent");
            if (!wanted.equals(root.getLocalName())
                    || extension.isEmpty()
                    || extension.getFirst().getFirstChild() == null) {
                throw new Refused("0306");
            }
            return new Received(
                    key, document, LocalDate.ofInstant(clock.instant(), SubmissionDeadline.LIMA));
        } catch (SAXException e) {
            throw new Refused("0306");
        }
    }

    private static String called(DocumentType type) {
        return switch (type) {
            case FACTURA -> "La Factura";
            case BOLETA -> "La Boleta";
            case CREDIT_NOTE -> "La Nota de Credito";
            case DEBIT_NOTE -> "La Nota de Debito";
        };
    }

    private static String note(String code) {
        return code + " - " + Messages.of(code);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
