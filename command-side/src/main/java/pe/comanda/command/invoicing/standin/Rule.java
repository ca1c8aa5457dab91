package pe.comanda.command.invoicing.standin;

import java.util.function.Predicate;

/**
 * One check of SUNAT's rule workbook.
 *
 * @param code of a factura, and of whatever has no code of its own
 * @param boletaCode of a boleta and the notes on it; from 4000 on a remark
 * @param broken what must not be
 */
record Rule(String code, String boletaCode, Predicate<Received> broken) {

    static Rule check(String code, Predicate<Received> broken) {
        return new Rule(code, code, broken);
    }

    /** For sums, which reject a factura and only remark on a boleta. */
    static Rule sum(String code, String boletaCode, Predicate<Received> broken) {
        return new Rule(code, boletaCode, broken);
    }

    static Rule ofFactura(String code, Predicate<Received> broken) {
        return new Rule(code, code, document -> document.isFactura() && broken.test(document));
    }

    static Rule ofLines(String code, Predicate<ReceivedLine> broken) {
        return ofLines(code, code, broken);
    }

    static Rule ofLines(String code, String boletaCode, Predicate<ReceivedLine> broken) {
        return new Rule(code, boletaCode, document -> document.lines().stream().anyMatch(broken));
    }

    /** Only on documents of this kind; the others have a code of their own, or no such rule. */
    Rule in(Predicate<Received> kind) {
        return new Rule(code, boletaCode, kind.and(broken));
    }

    String codeFor(Received document) {
        return document.key().number().series().isOfFacturas() ? code : boletaCode;
    }
}
