package pe.comanda.domain.invoicing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * What SUNAT knows a file by: {@code RA-20261122-1}. Never given to another file.
 *
 * @param day on which it was made, in Lima
 * @param number counts up per issuer, kind and day
 */
public record SummaryName(Ruc ruc, SummaryKind kind, LocalDate day, int number) {
    /** The file's own ID. */
    public String id() {
        return kind.code() + "-" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + number;
    }

    /** What it is called, without ending: {@code 20131312955-RA-20261122-1}. */
    public String fileName() {
        return ruc + "-" + id();
    }
}
