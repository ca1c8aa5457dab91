package pe.comanda.command.shared;

/**
 * The event processors of the command side. Prefixes tell how they behave: see {@code
 * docs/processors.md}.
 */
public final class Processors {
    /** Small read models that decisions need. */
    public static final String LOOKUPS = "lookups";

    public static final String PROCESS_STOCK_DEDUCTION = "process-stock-deduction";
    public static final String PROCESS_INVOICE_SUBMISSION = "process-invoice-submission";
    public static final String POLICY_LOYALTY = "policy-loyalty";
    public static final String POLICY_FLOOR = "policy-floor";
    public static final String POLICY_MENU = "policy-menu";

    private Processors() {}
}
