package pe.comanda.domain.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static pe.comanda.domain.loyalty.LoyaltyRule.*;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.domain.loyalty.CustomerCommand.*;
import pe.comanda.domain.loyalty.CustomerEvent.*;
import pe.comanda.domain.shared.BusinessRule;
import pe.comanda.domain.shared.RuleViolated;

import java.time.LocalDate;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomerTest {
    private static final CustomerId ANA = new CustomerId("customer-ana");
    private static final PersonalData DATA = data("987 654 321", "");

    @Test
    void a_customer_is_registered_with_an_account() {
        assertThat(Customer.NOT_REGISTERED.decide(new RegisterCustomer(ANA, DATA)))
                .containsExactly(new CustomerRegistered(ANA, new LoyaltyAccountId("points-ana")));
        assertThatThrownBy(() -> Customer.KNOWN.decide(new RegisterCustomer(ANA, DATA)))
                .hasMessage("CUSTOMER_IS_REGISTERED_ONCE");
    }

    @Test
    void who_was_forgotten_stays_so() {
        assertThat(Customer.evolve(new CustomerForgotten(ANA))).isEqualTo(Customer.FORGOTTEN);
        assertThatThrownBy(() -> Customer.FORGOTTEN.decide(new ChangeCustomer(ANA, DATA)))
                .hasMessage("CUSTOMER_WAS_FORGOTTEN");
        assertThatThrownBy(() -> Customer.FORGOTTEN.decide(new ForgetCustomer(ANA)))
                .hasMessage("CUSTOMER_WAS_FORGOTTEN");
    }

    @Test
    void a_phone_is_kept_with_its_country_and_an_address_in_small_letters() {
        assertThat(DATA.checked().phone()).isEqualTo("51987654321");
        assertThat(data("+51 (987) 654-321", "").checked().phone()).isEqualTo("51987654321");
        assertThat(data("", " Ana@Example.COM ").checked().email()).isEqualTo("ana@example.com");
    }

    @Test
    void data_that_cannot_be_right_is_refused() {
        refused(data("", ""), CONTACT_REQUIRED);
        refused(data("12345", ""), PHONE_MALFORMED);
        refused(data("98765432x", ""), PHONE_MALFORMED);
        refused(data("", "ana@example"), EMAIL_MALFORMED);
        refused(
                new PersonalData("Ana", "987654321", "", LocalDate.of(1899, 12, 31)),
                BIRTHDAY_OUT_OF_RANGE);
    }

    @Test
    void who_somebody_is_is_in_no_text() {
        assertThat(new RegisterCustomer(ANA, DATA)).asString().doesNotContain("987");
    }

    private static PersonalData data(String phone, String email) {
        return new PersonalData("Ana", phone, email, null);
    }

    private static void refused(PersonalData data, BusinessRule rule) {
        assertThatThrownBy(data::checked)
                .isInstanceOfSatisfying(
                        RuleViolated.class, refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }
}
