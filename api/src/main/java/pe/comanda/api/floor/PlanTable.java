package pe.comanda.api.floor;

import static pe.comanda.api.floor.PlanRule.SPACE_NAME_TAKEN;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.TenantScope;

import java.util.List;
import java.util.function.Supplier;

/** Spaces and fixtures as plain rows of a branch. */
@Component
class PlanTable {
    private final JdbcClient sql;

    PlanTable(JdbcClient sql) {
        this.sql = sql;
    }

    List<Space> spaces(String organization, String branch) {
        return in(
                organization,
                () ->
                        sql.sql(
                                        """
                                        select id, name, level, rank from floor_space
                                        where organization_id = ? and branch_id = ? order by rank, level, name
                                        """)
                                .params(organization, branch)
                                .query(
                                        (row, _) ->
                                                new Space(
                                                        row.getString(1),
                                                        row.getString(2),
                                                        row.getInt(3),
                                                        row.getInt(4)))
                                .list());
    }

    List<Fixture> fixtures(String organization, String branch) {
        return in(
                organization,
                () ->
                        sql.sql(
                                        """
                                        select id, space, kind, label, x, y, width, height, rotation
                                        from floor_fixture
                                        where organization_id = ? and branch_id = ? order by id
                                        """)
                                .params(organization, branch)
                                .query(
                                        (row, _) ->
                                                new Fixture(
                                                        row.getString(1),
                                                        row.getString(2),
                                                        Fixture.Kind.valueOf(row.getString(3)),
                                                        row.getString(4),
                                                        row.getInt(5),
                                                        row.getInt(6),
                                                        row.getInt(7),
                                                        row.getInt(8),
                                                        row.getInt(9)))
                                .list());
    }

    /** Draws it, or draws it anew. Refused where another branch has something of this id. */
    void put(Drawn drawn, String organization, String branch) {
        int written =
                in(
                        organization,
                        () ->
                                switch (drawn) {
                                    case Space space -> write(space, organization, branch);
                                    case Fixture fixture -> write(fixture, organization, branch);
                                });
        AccessRule.ALREADY_EXISTS.require(written == 1, "id", drawn.id());
    }

    private int write(Space space, String organization, String branch) {
        try {
            return sql.sql(
                            """
                            insert into floor_space (id, organization_id, branch_id, name, level, rank)
                            values (?, ?, ?, ?, ?, ?)
                            on conflict (id) do update set name = excluded.name,
                                level = excluded.level, rank = excluded.rank
                            where floor_space.branch_id = excluded.branch_id
                            """)
                    .params(
                            space.id(),
                            organization,
                            branch,
                            space.name(),
                            space.level(),
                            space.rank())
                    .update();
        } catch (DuplicateKeyException _) {
            throw SPACE_NAME_TAKEN.broken("name", space.name());
        }
    }

    private int write(Fixture fixture, String organization, String branch) {
        return sql.sql(
                        """
                        insert into floor_fixture (id, organization_id, branch_id, space, kind,
                            label, x, y, width, height, rotation)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (id) do update set space = excluded.space,
                            kind = excluded.kind, label = excluded.label, x = excluded.x,
                            y = excluded.y, width = excluded.width,
                            height = excluded.height, rotation = excluded.rotation
                        where floor_fixture.branch_id = excluded.branch_id
                        """)
                .params(
                        fixture.id(),
                        organization,
                        branch,
                        fixture.space(),
                        fixture.kind().name(),
                        fixture.label(),
                        fixture.x(),
                        fixture.y(),
                        fixture.width(),
                        fixture.height(),
                        fixture.rotation())
                .update();
    }

    void removeSpace(String id, String organization, String branch) {
        remove("delete from floor_space where id = ? and branch_id = ?", id, organization, branch);
    }

    void removeFixture(String id, String organization, String branch) {
        remove(
                "delete from floor_fixture where id = ? and branch_id = ?",
                id,
                organization,
                branch);
    }

    private void remove(String statement, String id, String organization, String branch) {
        int removed = in(organization, () -> sql.sql(statement).params(id, branch).update());
        AccessRule.NOT_FOUND.require(removed == 1, "id", id);
    }

    private static <T> T in(String organization, Supplier<T> work) {
        var leave = TenantScope.enter(organization);
        try {
            return work.get();
        } finally {
            leave.run();
        }
    }
}
