package pe.comanda.domain.loyalty;

import static pe.comanda.domain.loyalty.LoyaltyRule.*;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.Words;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Who a customer is. Travels in commands and answers, never in an event and never in a log: its
 * text form says nothing.
 *
 * @param phone digits with the country code; empty where there is none
 * @param email in lower case; empty where there is none
 */
public record PersonalData(String name, String phone, String email, @Nullable LocalDate birthday) {
    private static final Pattern PHONE = Pattern.compile("\\d{6,15}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]{2,}");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    /**
     * In the form in which it is kept and compared. Refuses data without a name, without any way to
     * reach the person, or with one that cannot be right.
     */
    public PersonalData checked() {
        var checked =
                new PersonalData(
                        Words.required("name", name, 255),
                        phoneForm(phone),
                        emailForm(email),
                        birthday);
        CONTACT_REQUIRED.require(!checked.phone.isEmpty() || !checked.email.isEmpty());
        BIRTHDAY_OUT_OF_RANGE.require(birthday == null || !birthday.isBefore(EARLIEST));
        return checked;
    }

    /** Digits with the country code; Peru's where there is none. */
    public static String phoneForm(String phone) {
        var digits = phone.replaceAll("[\\s()+.-]", "");
        PHONE_MALFORMED.require(digits.isEmpty() || PHONE.matcher(digits).matches());
        return digits.length() == 9 ? "51" + digits : digits;
    }

    public static String emailForm(String email) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        EMAIL_MALFORMED.require(
                address.isEmpty() || address.length() <= 255 && EMAIL.matcher(address).matches());
        return address;
    }

    @Override
    public String toString() {
        return "PersonalData[not shown]";
    }
}
