package pe.comanda.query.invoicing;

import pe.comanda.domain.invoicing.InvoiceStatus;

import java.util.ArrayList;
import java.util.List;

/**
 * What a printed document says of its standing: what was turned down or undone must not pass for
 * one, and a rehearsal not for the real thing, however it ended.
 */
final class Notices {
    private static final String REHEARSAL = "EMITIDO EN PRUEBAS - SIN VALOR TRIBUTARIO";

    private Notices() {}

    /**
     * @param rehearsal whether it was issued in test mode
     */
    static List<String> of(InvoiceStatus status, boolean rehearsal) {
        var notices = new ArrayList<String>();
        if (status == InvoiceStatus.REJECTED) {
            notices.add("RECHAZADO POR SUNAT - SIN VALIDEZ");
        }
        if (status == InvoiceStatus.VOIDED) {
            notices.add("ANULADO - DADO DE BAJA ANTE SUNAT");
        }
        if (rehearsal) {
            notices.add(REHEARSAL);
        }
        return notices;
    }
}
