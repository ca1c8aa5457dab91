package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.BusinessRule;

/** What SUNAT's proposal of a register must be to be compared. */
public enum ProposalRule implements BusinessRule {
    /** Says in which line, and in which column where it is one. */
    PROPOSAL_UNREADABLE,
    PROPOSAL_OF_ANOTHER_TAXPAYER,
    PROPOSAL_OF_ANOTHER_MONTH
}
