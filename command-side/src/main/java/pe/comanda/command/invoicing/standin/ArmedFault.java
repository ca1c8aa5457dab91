package pe.comanda.command.invoicing.standin;

/**
 * A fault that waits for its documents.
 *
 * @param ruc whose; empty for everybody's
 * @param series which; empty for all
 * @param number which; 0 for all
 * @param code of SUNAT, where the mode wants one; else empty
 * @param remaining for how many documents
 */
public record ArmedFault(
        String ruc, String series, int number, FaultMode mode, String code, int remaining) {

    /** For the next document, whosever it is. */
    public static ArmedFault next(FaultMode mode, String code) {
        return new ArmedFault("", "", 0, mode, code, 1);
    }

    public static ArmedFault next(FaultMode mode) {
        return next(mode, "");
    }

    boolean meets(String whose, String in, int which) {
        return (ruc.isEmpty() || ruc.equals(whose))
                && (series.isEmpty() || series.equals(in))
                && (number == 0 || number == which);
    }

    ArmedFault once() {
        return new ArmedFault(ruc, series, number, mode, code, remaining - 1);
    }
}
