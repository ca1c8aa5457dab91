package pe.comanda.domain.invoicing;

/** What is tried: handing the document over, or asking what became of it. */
public enum AttemptKind {
    SEND,
    ASK
}
