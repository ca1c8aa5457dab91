package pe.comanda.domain.shared;

/**
 * A fact, stored for ever. Families are sealed interfaces named {@code XEvent}; their records are
 * stored under {@code <capability>.<RecordName>} and pinned by a golden file each. Who, where and
 * when are metadata.
 */
public interface DomainEvent {}
