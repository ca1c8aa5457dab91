package pe.comanda.command.invoicing.standin;

import pe.comanda.command.invoicing.sunat.CdrSigner;
import pe.comanda.command.invoicing.sunat.SigningKey;
import pe.comanda.command.invoicing.sunat.UblXml;
import pe.comanda.command.invoicing.sunat.XmlSigner;
import pe.comanda.command.invoicing.sunat.ZipFiles;
import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.SubmissionDeadline;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes and signs answers as SUNAT does: an ApplicationResponse in a ZIP, the file named R- and
 * the document.
 */
final class CdrWriter {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final SigningKey key;

    CdrWriter(SigningKey key) {
        this.key = key;
    }

    byte[] write(
            DocumentKey document, String code, String description, List<String> notes, Instant at) {
        return write(
                document.ruc(),
                document.number().toString(),
                document.fileName(),
                code,
                description,
                notes,
                at);
    }

    /**
     * @param reference what the answer is about, by its own ID
     * @param fileName that it came under, without ending
     */
    byte[] write(
            Ruc ruc,
            String reference,
            String fileName,
            String code,
            String description,
            List<String> notes,
            Instant at) {
        var lima = at.atZone(SubmissionDeadline.LIMA);
        var xml =
                UblXml.document(
                        "ApplicationResponse",
                        out -> {
                            out.text("cbc:UBLVersionID", "2.0");
                            out.text("cbc:CustomizationID", "1.0");
                            out.text("cbc:ID", at.toEpochMilli());
                            out.text("cbc:IssueDate", lima.toLocalDate());
                            out.text("cbc:IssueTime", TIME.format(lima));
                            out.text("cbc:ResponseDate", lima.toLocalDate());
                            out.text("cbc:ResponseTime", TIME.format(lima));
                            for (var note : notes) {
                                out.text("cbc:Note", note);
                            }
                            out.element(
                                    "cac:SenderParty", () -> party(out, CdrSigner.SUNAT.value()));
                            out.element("cac:ReceiverParty", () -> party(out, ruc.value()));
                            out.element(
                                    "cac:DocumentResponse",
                                    () -> {
                                        out.element(
                                                "cac:Response",
                                                () -> {
                                                    out.text("cbc:ReferenceID", reference);
                                                    out.text("cbc:ResponseCode", code);
                                                    out.text("cbc:Description", description);
                                                });
                                        out.element(
                                                "cac:DocumentReference",
                                                () -> out.text("cbc:ID", reference));
                                    });
                        });
        return ZipFiles.zip("R-" + fileName + ".xml", XmlSigner.sign(xml, key).xml());
    }

    private static void party(UblXml out, String ruc) {
        out.element("cac:PartyIdentification", () -> out.text("cbc:ID", ruc));
    }
}
