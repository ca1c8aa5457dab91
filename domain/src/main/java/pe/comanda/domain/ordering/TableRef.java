package pe.comanda.domain.ordering;

import pe.comanda.domain.floor.TableId;

/** The table of an order, with the label that people call it by. */
public record TableRef(TableId id, String label) {}
