package pe.comanda.api.floor;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.TenantScope;
import pe.comanda.domain.floor.TableSessionId;
import pe.comanda.domain.shared.Words;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What parties are called. Personal data, so it is no event: it lies in a table of its own and is
 * forgotten after thirty days (Ley 29733, art. 8: no longer than its purpose needs).
 */
@Component
class GuestNames {
    private final JdbcClient sql;

    GuestNames(JdbcClient sql) {
        this.sql = sql;
    }

    /** The name as it may be kept: up to 80 characters; empty where there is none. */
    static String checked(@Nullable String name) {
        return Words.optional("name", name, 80);
    }

    void keep(TableSessionId session, @Nullable String name, String organization, String branch) {
        var kept = checked(name);
        if (kept.isEmpty()) {
            return;
        }
        TenantScope.run(
                organization,
                () -> {
                    sql.sql(
                                    """
                                    delete from session_guest
                                    where organization_id = ? and created_at < now() - interval '30 days'
                                    """)
                            .param(organization)
                            .update();
                    sql.sql(
                                    """
                                    insert into session_guest (session_id, organization_id, branch_id, name)
                                    values (?, ?, ?, ?) on conflict (session_id) do update set name = excluded.name
                                    """)
                            .params(session.value(), organization, branch, kept)
                            .update();
                });
    }

    /** The names of those that have one, by session. */
    Map<String, String> of(Collection<String> sessions, String organization) {
        var names = new HashMap<String, String>();
        if (!sessions.isEmpty()) {
            TenantScope.run(
                    organization,
                    () ->
                            sql.sql(
                                            """
                                            select session_id, name from session_guest
                                            where organization_id = :organization and session_id in (:sessions)
                                            """)
                                    .param("organization", organization)
                                    .param("sessions", sessions)
                                    .query(
                                            row -> {
                                                names.put(row.getString(1), row.getString(2));
                                            }));
        }
        return names;
    }
}
