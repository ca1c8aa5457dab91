package pe.comanda.query.loyalty;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.loyalty.LoyaltyQuery.ProgramView;
import pe.comanda.domain.loyalty.LoyaltyQuery.ShowProgram;
import pe.comanda.domain.loyalty.ProgramEvent;
import pe.comanda.domain.loyalty.ProgramEvent.ProgramSet;
import pe.comanda.domain.loyalty.ProgramTerms;
import pe.comanda.query.shared.Views;

import tools.jackson.databind.json.JsonMapper;

/** Follows loyalty programs: one row an organization that has set its own. */
@Component
@ProcessingGroup(Views.LOYALTY)
class ProgramProjection {
    private final JdbcClient sql;
    private final JsonMapper json;

    ProgramProjection(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @EventHandler
    void on(
            ProgramEvent event,
            @MetaDataValue(MetadataKey.ORGANIZATION) String organization,
            @SequenceNumber long version) {
        switch (event) {
            case ProgramSet(_, var terms) -> {
                var unused =
                        sql.sql(
                                        """
                                        insert into loyalty_program (organization_id, terms, version) values (?, ?, ?)
                                        on conflict (organization_id) do update
                                        set terms = excluded.terms, version = excluded.version
                                        """)
                                .params(organization, json.writeValueAsString(terms), version)
                                .update();
            }
        }
    }

    @ResetHandler
    void reset() {
        var unused = sql.sql("delete from loyalty_program").update();
    }

    @QueryHandler
    ProgramView answer(
            ShowProgram query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization) {
        return sql.sql("select terms, version from loyalty_program where organization_id = ?")
                .param(organization)
                .query(
                        (row, _) ->
                                view(
                                        json.readValue(row.getString(1), ProgramTerms.class),
                                        row.getLong(2)))
                .optional()
                .orElseGet(() -> view(ProgramTerms.STANDARD, -1));
    }

    private static ProgramView view(ProgramTerms terms, long version) {
        return new ProgramView(terms.pointsPerSol(), terms.tiers(), version);
    }
}
