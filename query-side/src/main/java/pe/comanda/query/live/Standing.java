package pe.comanda.query.live;

/** What becomes of a thing once it was told. */
enum Standing {
    /** Part of every snapshot. */
    SHOWN,
    /** Known, because later events build on it; nobody has to see it now. */
    KEPT,
    /** Over, or never more than news. */
    GONE
}
