package pe.comanda.query.loyalty;

import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.loyalty.LoyaltyQuery.*;
import pe.comanda.domain.loyalty.PersonalData;
import pe.comanda.domain.shared.Digests;
import pe.comanda.domain.shared.PersonVault;
import pe.comanda.domain.shared.Sealed;

import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/**
 * Answers questions about customers. What is personal is opened for the answer and kept nowhere: it
 * stands sealed in a plain table beside the events.
 */
@Component
class CustomerAnswers {
    private static final PersonalData NOTHING = new PersonalData("", "", "", null);
    private final CustomerRows rows;
    private final JdbcClient sql;
    private final PersonVault people;
    private final Digests digests;
    private final JsonMapper json;

    CustomerAnswers(
            CustomerRows rows,
            JdbcClient sql,
            PersonVault people,
            Digests digests,
            JsonMapper json) {
        this.rows = rows;
        this.sql = sql;
        this.people = people;
        this.digests = digests;
        this.json = json;
    }

    @QueryHandler
    Optional<CustomerView> answer(
            FindCustomer query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization) {
        return find(organization, query.customer().value());
    }

    @QueryHandler
    Optional<CustomerView> answer(
            SearchCustomer query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization) {
        return (query.phone().isBlank()
                        ? known("email_digest", organization, PersonalData.emailForm(query.email()))
                        : known(
                                "phone_digest",
                                organization,
                                PersonalData.phoneForm(query.phone())))
                .flatMap(id -> find(organization, id));
    }

    private Optional<String> known(String column, String organization, String contact) {
        return sql.sql(
                        "select customer_id from customer_profile where organization_id = ? and "
                                + column
                                + " = ?")
                .params(organization, digests.of(organization, contact))
                .query(String.class)
                .optional();
    }

    private Optional<CustomerView> find(String organization, String id) {
        return rows.findById(id)
                .filter(row -> row.isOf(organization))
                .map(row -> view(row, row.isForgotten() ? NOTHING : personal(organization, id)));
    }

    private PersonalData personal(String organization, String id) {
        return sql.sql("select profile from customer_profile where customer_id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .flatMap(profile -> people.open(organization, new Sealed(profile)))
                .map(text -> json.readValue(text, PersonalData.class))
                .orElse(NOTHING);
    }

    private static CustomerView view(CustomerRow row, PersonalData data) {
        return new CustomerView(
                row.id(),
                row.account(),
                data.name(),
                data.phone(),
                data.email(),
                data.birthday(),
                row.isForgotten(),
                row.registeredAt(),
                row.version());
    }
}
