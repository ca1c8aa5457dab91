package pe.comanda.command.invoicing;

import org.springframework.stereotype.Component;

import pe.comanda.domain.invoicing.Buyer;
import pe.comanda.domain.invoicing.BuyerDocumentType;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.shared.PersonVault;
import pe.comanda.domain.shared.Sealed;

import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/** Buyers, sealed for history and opened for the XML. Nobody in particular needs no seal. */
@Component
class Buyers {
    private static final Sealed NOBODY = new Sealed("");

    private final PersonVault vault;
    private final JsonMapper json;

    Buyers(PersonVault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    /** Under a key of the document's own: a buyer need not be a customer. */
    Sealed seal(String organization, InvoiceId invoice, Buyer buyer) {
        return buyer.isIdentified()
                ? vault.seal(organization, invoice.value(), json.writeValueAsString(buyer))
                : NOBODY;
    }

    /** Empty where the buyer was forgotten. */
    Optional<Buyer> open(String organization, InvoiceIssued issued) {
        return issued.buyerType() == BuyerDocumentType.NONE
                ? Optional.of(Buyer.ANONYMOUS)
                : vault.open(organization, issued.buyer())
                        .map(text -> json.readValue(text, Buyer.class));
    }
}
