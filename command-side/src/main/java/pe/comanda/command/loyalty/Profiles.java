package pe.comanda.command.loyalty;

import static pe.comanda.domain.loyalty.LoyaltyRule.*;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.shared.KnownCustomers;
import pe.comanda.domain.loyalty.CustomerId;
import pe.comanda.domain.loyalty.RegisterCustomer;
import pe.comanda.domain.shared.PersonVault;
import pe.comanda.domain.shared.Vault;
import pe.comanda.domain.shared.Words;

import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is personal about customers: sealed under a key of each person. Phone and e-mail are found,
 * and kept unique, by a keyed digest, because whoever reads the table must not be able to try all
 * nine-digit numbers.
 */
@Component
class Profiles implements KnownCustomers {
    private final JdbcClient sql;
    private final PersonVault people;
    private final Vault vault;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKeySpec> keys = new ConcurrentHashMap<>();

    Profiles(JdbcClient sql, PersonVault people, Vault vault, JsonMapper json) {
        this.sql = sql;
        this.people = people;
        this.vault = vault;
        this.json = json;
    }

    record Profile(String name, @Nullable String phone, @Nullable String email) {}

    void file(String organization, RegisterCustomer customer) {
        var phone = normalPhone(customer.phone());
        var email =
                customer.email() == null || customer.email().isBlank()
                        ? null
                        : customer.email().strip().toLowerCase(Locale.ROOT);
        var profile = new Profile(Words.required("name", customer.name(), 255), phone, email);
        CUSTOMER_PHONE_TAKEN.require(
                phone == null || isFree(organization, "phone_digest", digest(organization, phone)));
        CUSTOMER_EMAIL_TAKEN.require(
                email == null || isFree(organization, "email_digest", digest(organization, email)));
        var sealed =
                people.seal(
                        organization,
                        customer.customer().value(),
                        json.writeValueAsString(profile));
        var unused =
                sql.sql(
                                """
                                insert into customer_profile
                                    (customer_id, organization_id, profile, phone_digest, email_digest)
                                values (:customer, :organization, :profile, :phone, :email)
                                """)
                        .param("customer", customer.customer().value())
                        .param("organization", organization)
                        .param("profile", sealed.value())
                        .param("phone", phone == null ? null : digest(organization, phone))
                        .param("email", email == null ? null : digest(organization, email))
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

    private boolean isFree(String organization, String column, String digest) {
        return sql.sql(
                        "select 1 from customer_profile where organization_id = ? and "
                                + column
                                + " = ?")
                .params(organization, digest)
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    /** Digits with the country code; Peru's where there is none. */
    static @Nullable String normalPhone(@Nullable String phone) {
        if (phone == null || phone.isBlank()) {
            return null;
        }
        var digits = phone.replaceAll("[\\s()+.-]", "");
        PHONE_MALFORMED.require(digits.matches("\\d{6,15}"));
        return digits.length() == 9 ? "51" + digits : digits;
    }

    private String digest(String organization, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.computeIfAbsent(organization, this::key));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private SecretKeySpec key(String organization) {
        var fresh = new byte[32];
        random.nextBytes(fresh);
        var unused =
                sql.sql(
                                "insert into customer_digest_key (organization_id, key) values (?, ?) on conflict do nothing")
                        .params(organization, vault.seal(fresh, purpose(organization)))
                        .update();
        var kept =
                sql.sql("select key from customer_digest_key where organization_id = ?")
                        .param(organization)
                        .query(byte[].class)
                        .single();
        return new SecretKeySpec(vault.open(kept, purpose(organization)), "HmacSHA256");
    }

    private static String purpose(String organization) {
        return "customer-digest:" + organization;
    }
}
