package pe.comanda.command.loyalty;

import static pe.comanda.domain.loyalty.LoyaltyRule.CUSTOMER_EMAIL_TAKEN;
import static pe.comanda.domain.loyalty.LoyaltyRule.CUSTOMER_PHONE_TAKEN;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.KnownCustomers;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.PersonalData;
import pe.comanda.domain.shared.Digests;
import pe.comanda.domain.shared.PersonVault;

import tools.jackson.databind.json.JsonMapper;

/**
 * What is personal about customers: sealed under a key of each person. Phone and e-mail are found,
 * and kept unique, by keyed digests. A plain table on purpose: history must not know what a person
 * may want forgotten.
 */
@Component
class Profiles implements KnownCustomers {
    private final JdbcClient sql;
    private final PersonVault people;
    private final Digests digests;
    private final JsonMapper json;

    Profiles(JdbcClient sql, PersonVault people, Digests digests, JsonMapper json) {
        this.sql = sql;
        this.people = people;
        this.digests = digests;
        this.json = json;
    }

    /** Refuses a phone number or an address that is another customer's. */
    void file(String organization, CustomerId customer, PersonalData data) {
        var phone = digest(organization, data.phone());
        var email = digest(organization, data.email());
        mustBeFree(organization, customer, phone, email);
        int filed =
                sql.sql(
                                """
                                insert into customer_profile
                                    (customer_id, organization_id, profile, phone_digest, email_digest)
                                values (:customer, :organization, :profile, :phone, :email)
                                on conflict do nothing
                                """)
                        .param("customer", customer.value())
                        .param("organization", organization)
                        .param("profile", sealed(organization, customer, data))
                        .param("phone", phone)
                        .param("email", email)
                        .update();
        if (filed == 0) {
            // Somebody else was faster by a moment: now it shows whose it is.
            mustBeFree(organization, customer, phone, email);
            throw AccessRule.ALREADY_EXISTS.broken("id", customer);
        }
    }

    void change(String organization, CustomerId customer, PersonalData data) {
        var phone = digest(organization, data.phone());
        var email = digest(organization, data.email());
        mustBeFree(organization, customer, phone, email);
        var unused =
                sql.sql(
                                """
                                update customer_profile set profile = :profile, phone_digest = :phone, email_digest = :email
                                where customer_id = :customer
                                """)
                        .param("profile", sealed(organization, customer, data))
                        .param("phone", phone)
                        .param("email", email)
                        .param("customer", customer.value())
                        .update();
    }

    /** The key first: without it, what is sealed means nothing wherever a copy of it lies. */
    void forget(String organization, CustomerId customer) {
        people.forget(organization, customer.value());
        var unused =
                sql.sql("delete from customer_profile where customer_id = ?")
                        .params(customer.value())
                        .update();
    }

    @Override
    public boolean knows(String organization, CustomerId customer) {
        return sql.sql(
                        "select 1 from customer_profile where customer_id = ? and organization_id = ?")
                .params(customer.value(), organization)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private void mustBeFree(
            String organization,
            CustomerId customer,
            @Nullable String phone,
            @Nullable String email) {
        CUSTOMER_PHONE_TAKEN.require(isFree(organization, customer, "phone_digest", phone));
        CUSTOMER_EMAIL_TAKEN.require(isFree(organization, customer, "email_digest", email));
    }

    private boolean isFree(
            String organization, CustomerId customer, String column, @Nullable String digest) {
        return digest == null
                || sql.sql(
                                "select 1 from customer_profile where organization_id = ? and "
                                        + column
                                        + " = ? and customer_id <> ?")
                        .params(organization, digest, customer.value())
                        .query(Integer.class)
                        .optional()
                        .isEmpty();
    }

    private String sealed(String organization, CustomerId customer, PersonalData data) {
        return people.seal(organization, customer.value(), json.writeValueAsString(data)).value();
    }

    private @Nullable String digest(String organization, String contact) {
        return contact.isEmpty() ? null : digests.of(organization, contact);
    }
}
