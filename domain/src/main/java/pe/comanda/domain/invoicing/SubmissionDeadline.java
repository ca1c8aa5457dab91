package pe.comanda.domain.invoicing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Until when SUNAT takes a document: calendar days in Lima after the issue date (RS 000003-2023).
 */
public final class SubmissionDeadline {
    public static final ZoneId LIMA = ZoneId.of("America/Lima");

    private static final int DAYS_OF_FACTURA = 3;
    private static final int DAYS_OF_BOLETA = 5;
    private static final int DAYS_BY_SUMMARY = 7;
    private static final int DAYS_TO_VOID = 7;

    private SubmissionDeadline() {}

    /** The last day for sending it by itself; a day later SUNAT answers 2108 (F) or 1079 (B). */
    public static LocalDate lastDay(Series series, LocalDate issueDate) {
        return issueDate.plusDays(series.isOfFacturas() ? DAYS_OF_FACTURA : DAYS_OF_BOLETA);
    }

    /** The last day for a boleta in a daily summary. */
    public static LocalDate lastDayBySummary(LocalDate issueDate) {
        return issueDate.plusDays(DAYS_BY_SUMMARY);
    }

    /** The moment from which a boleta is too late for a daily summary too. */
    public static Instant endBySummary(LocalDate issueDate) {
        return lastDayBySummary(issueDate).plusDays(1).atStartOfDay(LIMA).toInstant();
    }

    /** The moment from which it can no more be voided (SUNAT 2957). */
    public static Instant endOfVoiding(LocalDate issueDate) {
        return issueDate.plusDays(DAYS_TO_VOID + 1L).atStartOfDay(LIMA).toInstant();
    }

    /** Twelve hours before it is too late: time enough for somebody to do something. */
    public static Instant warning(Series series, LocalDate issueDate) {
        return end(series, issueDate).minus(Duration.ofHours(12));
    }

    /** The moment from which it is too late to send it by itself. */
    public static Instant end(Series series, LocalDate issueDate) {
        return lastDay(series, issueDate).plusDays(1).atStartOfDay(LIMA).toInstant();
    }
}
