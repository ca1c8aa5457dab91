package pe.comanda.domain.invoicing;

/** Files about documents that SUNAT works off by ticket. */
public enum SummaryKind {
    /** Comunicación de baja: voids facturas and the notes on them. */
    VOIDING("RA"),
    /** Resumen diario: tells of late boletas and their notes, and voids them. */
    DAILY("RC");

    private final String code;

    SummaryKind(String code) {
        this.code = code;
    }

    /** What its files are called by. */
    public String code() {
        return code;
    }

    /** Which of them voids documents of this series (SUNAT 2308, 2513). */
    public static SummaryKind of(Series series) {
        return series.isOfFacturas() ? VOIDING : DAILY;
    }
}
