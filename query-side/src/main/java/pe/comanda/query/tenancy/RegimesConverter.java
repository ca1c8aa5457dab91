package pe.comanda.query.tenancy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

import pe.comanda.domain.tax.TaxRegime;
import pe.comanda.domain.tenancy.DatedRegime;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A handful of dated regimes as one text: {@code 2026-01-01=GENERAL;2027-01-01=EXEMPT}. */
@Converter
public class RegimesConverter implements AttributeConverter<List<DatedRegime>, String> {
    @Override
    public String convertToDatabaseColumn(List<DatedRegime> regimes) {
        return regimes.stream()
                .map(dated -> dated.from() + "=" + dated.regime())
                .collect(Collectors.joining(";"));
    }

    @Override
    public List<DatedRegime> convertToEntityAttribute(String text) {
        return Arrays.stream(text.split(";", -1))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.split("=", -1))
                .map(
                        parts ->
                                new DatedRegime(
                                        TaxRegime.valueOf(parts[1]), LocalDate.parse(parts[0])))
                .toList();
    }
}
