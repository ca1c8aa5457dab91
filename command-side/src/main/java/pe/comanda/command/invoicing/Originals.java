package pe.comanda.command.invoicing;

import pe.comanda.domain.invoicing.InvoiceId;

import java.util.Optional;

/** Which document each note changes. */
public interface Originals {
    /** Empty for what is no note. */
    Optional<InvoiceId> of(InvoiceId note);
}
