package pe.comanda.domain.invoicing;

import pe.comanda.domain.shared.Money;

/** An amount in Spanish words, in capitals and without accents, as legend 1000 carries it. */
final class AmountInWords {
    private static final String[] UNITS = {
        "",
        "UNO",
        "DOS",
        "TRES",
        "CUATRO",
        "CINCO",
        "SEIS",
        "SIETE",
        "OCHO",
        "NUEVE",
        "DIEZ",
        "ONCE",
        "DOCE",
        "TRECE",
        "CATORCE",
        "QUINCE",
        "DIECISEIS",
        "DIECISIETE",
        "DIECIOCHO",
        "DIECINUEVE",
        "VEINTE",
        "VEINTIUNO",
        "VEINTIDOS",
        "VEINTITRES",
        "VEINTICUATRO",
        "VEINTICINCO",
        "VEINTISEIS",
        "VEINTISIETE",
        "VEINTIOCHO",
        "VEINTINUEVE"
    };
    private static final String[] TENS = {
        "", "", "", "TREINTA", "CUARENTA", "CINCUENTA", "SESENTA", "SETENTA", "OCHENTA", "NOVENTA"
    };
    private static final String[] HUNDREDS = {
        "",
        "CIENTO",
        "DOSCIENTOS",
        "TRESCIENTOS",
        "CUATROCIENTOS",
        "QUINIENTOS",
        "SEISCIENTOS",
        "SETECIENTOS",
        "OCHOCIENTOS",
        "NOVECIENTOS"
    };

    private AmountInWords() {}

    /** {@code CIENTO DIECIOCHO CON 00/100 SOLES}. */
    static String of(Money amount, String currency) {
        var cents = amount.value().movePointRight(2).toBigIntegerExact().longValueExact();
        return "%s CON %02d/100 %s".formatted(whole(cents / 100), cents % 100, nameOf(currency));
    }

    private static String nameOf(String currency) {
        return switch (currency) {
            case "PEN" -> "SOLES";
            case "USD" -> "DOLARES AMERICANOS";
            case "EUR" -> "EUROS";
            default -> currency;
        };
    }

    private static String whole(long number) {
        if (number == 0) {
            return "CERO";
        }
        var millions = (int) (number / 1_000_000);
        var thousands = (int) (number / 1000 % 1000);
        var words = new StringBuilder();
        if (millions > 0) {
            words.append(
                    millions == 1 ? "UN MILLON" : shortened(underThousand(millions)) + " MILLONES");
        }
        if (thousands > 0) {
            append(words, thousands == 1 ? "MIL" : shortened(underThousand(thousands)) + " MIL");
        }
        append(words, underThousand((int) (number % 1000)));
        return words.toString();
    }

    private static void append(StringBuilder words, String more) {
        if (!words.isEmpty() && !more.isEmpty()) {
            words.append(' ');
        }
        words.append(more);
    }

    private static String underThousand(int number) {
        if (number == 100) {
            return "CIEN";
        }
        var words = new StringBuilder(HUNDREDS[number / 100]);
        append(words, underHundred(number % 100));
        return words.toString();
    }

    private static String underHundred(int number) {
        if (number < 30) {
            return UNITS[number];
        }
        return number % 10 == 0
                ? TENS[number / 10]
                : TENS[number / 10] + " Y " + UNITS[number % 10];
    }

    /** {@code UNO} is {@code UN} before MIL and MILLONES. */
    private static String shortened(String words) {
        return words.endsWith("UNO") ? words.substring(0, words.length() - 1) : words;
    }
}
