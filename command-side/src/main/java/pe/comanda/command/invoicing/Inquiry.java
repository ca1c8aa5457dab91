package pe.comanda.command.invoicing;

import pe.comanda.domain.invoicing.DocumentKey;
import pe.comanda.domain.shared.Money;

import java.time.LocalDate;

/** What one has to know of a document to ask for it. */
public record Inquiry(DocumentKey key, LocalDate issueDate, Money payable) {}
