package pe.comanda.domain.invoicing;

/** What an amount counts under (SUNAT catalogue 05). */
public enum Tribute {
    IGV("1000", "IGV", "VAT"),
    EXONERATED("9997", "EXO", "VAT"),
    NOT_SUBJECT("9998", "INA", "FRE"),
    FREE("9996", "GRA", "FRE"),
    ICBPER("7152", "ICBPER", "OTH");

    private final String code;
    private final String label;
    private final String international;

    Tribute(String code, String label, String international) {
        this.code = code;
        this.label = label;
        this.international = international;
    }

    public String code() {
        return code;
    }

    /** SUNAT's name of it. */
    public String label() {
        return label;
    }

    /** Its UN/ECE 5153 code. */
    public String international() {
        return international;
    }
}
