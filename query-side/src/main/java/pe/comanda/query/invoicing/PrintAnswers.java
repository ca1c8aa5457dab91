package pe.comanda.query.invoicing;

import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.Caller;
import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.BuyerDocumentType;
import pe.comanda.domain.invoicing.FinanceQuery.PrintInvoice;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceQuery.StoredFile;
import pe.comanda.domain.shared.PersonVault;
import pe.comanda.query.invoicing.print.Printout;

import tools.jackson.databind.json.JsonMapper;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Prints documents from what the history holds: nothing printed is kept. */
@Component
class PrintAnswers {
    private final InvoiceRows invoices;
    private final PersonVault vault;
    private final JsonMapper json;
    private final String consultAt;
    private final boolean rehearsal;

    PrintAnswers(
            InvoiceRows invoices,
            PersonVault vault,
            JsonMapper json,
            @Value("${comanda.public-url:http://localhost:8080}") String publicUrl,
            @Value("${comanda.sunat:local}") String sunat) {
        this.invoices = invoices;
        this.vault = vault;
        this.json = json;
        this.consultAt = publicUrl.replaceFirst("/+$", "") + "/consulta";
        this.rehearsal = sunat.equals("local") || sunat.equals("beta");
    }

    @QueryHandler
    Optional<StoredFile> answer(PrintInvoice query, MetaData metadata) {
        var caller = Caller.from(metadata);
        return invoices.findByIdAndOrganizationId(query.invoice().value(), caller.organization())
                .filter(row -> caller.reachesBranch(row.branch()))
                .map(
                        row -> {
                            var printout = printout(row);
                            var file = printout.on(query.paper());
                            var name =
                                    printout.document().key().fileName()
                                            + query.paper().extension();
                            return new StoredFile(name, file, sha256(file));
                        });
    }

    private Printout printout(InvoiceRow row) {
        var issued = json.readValue(row.document(), InvoiceIssued.class);
        var buyer = buyer(row.organization(), issued);
        var document = issued.document(buyer == null ? Buyer.ANONYMOUS : buyer);
        return new Printout(
                document,
                buyer == null ? null : buyer.name(),
                row.digest(),
                row.digest().isEmpty() || buyer == null ? "" : document.qr(row.digest()),
                Notices.of(row.status(), rehearsal),
                consultAt);
    }

    private @Nullable Buyer buyer(String organization, InvoiceIssued issued) {
        return issued.buyerType() == BuyerDocumentType.NONE
                ? Buyer.ANONYMOUS
                : vault.open(organization, issued.buyer())
                        .map(text -> json.readValue(text, Buyer.class))
                        .orElse(null);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
