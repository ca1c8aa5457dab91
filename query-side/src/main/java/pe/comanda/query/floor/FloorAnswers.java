package pe.comanda.query.floor;

import static pe.comanda.domain.floor.FloorRule.QR_CODE_REVOKED;
import static pe.comanda.domain.floor.FloorRule.QR_CODE_UNKNOWN;

import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.access.Role;
import pe.comanda.domain.floor.FloorQuery.*;
import pe.comanda.domain.floor.SessionView;
import pe.comanda.domain.floor.TableView;
import pe.comanda.domain.shared.Cursor;
import pe.comanda.query.shared.Scroll;

import java.time.Instant;
import java.util.Optional;

/** Answers questions about the floor. */
@Component
class FloorAnswers {
    private static final int MOST = 200;

    /** Later than any session: where the first page starts. */
    private static final Cursor START = new Cursor(Instant.parse("9999-01-01T00:00:00Z"), "");

    private final TableRows tables;
    private final QrCodeRows codes;
    private final SessionRows sessions;

    FloorAnswers(TableRows tables, QrCodeRows codes, SessionRows sessions) {
        this.tables = tables;
        this.codes = codes;
        this.sessions = sessions;
    }

    @QueryHandler
    FloorPlan answer(
            ShowFloorPlan query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return new FloorPlan(
                tables
                        .findByOrganizationIdAndBranchIdAndRemovedFalseOrderByNumber(
                                organization, branch)
                        .stream()
                        .map(TableRow::view)
                        .toList());
    }

    @QueryHandler
    TablePage answer(
            ListTables query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return new Scroll<TableRow>(
                        id -> tables.findByIdAndOrganizationIdAndBranchId(id, organization, branch),
                        TableRow::place)
                .page(
                        query.cursor(),
                        query.limit(),
                        (after, limit) ->
                                tables
                                        .findByOrganizationIdAndBranchIdAndRemovedFalseOrderByNumberAscIdAsc(
                                                organization, branch, after, limit),
                        TableRow::view,
                        TableView::id,
                        TablePage::new);
    }

    @QueryHandler
    Optional<TableView> answer(
            FindTable query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return tables.findByIdAndOrganizationIdAndBranchIdAndRemovedFalse(
                        query.table().value(), organization, branch)
                .map(TableRow::view);
    }

    @QueryHandler
    SessionPage answer(
            ListSessions query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        int limit = Math.clamp(query.limit(), 1, MOST);
        var given = Cursor.of(query.cursor());
        var after = given == null ? START : given;
        var found =
                sessions
                        .list(
                                organization,
                                branch,
                                query.status(),
                                query.table() == null ? null : query.table().value(),
                                after.at(),
                                after.id(),
                                Limit.of(limit + 1))
                        .stream()
                        .map(SessionRow::view)
                        .toList();
        if (found.size() <= limit) {
            return new SessionPage(found, "");
        }
        var page = found.subList(0, limit);
        var last = page.getLast();
        return new SessionPage(page, new Cursor(last.requestedAt(), last.id()).text());
    }

    @QueryHandler
    Optional<SessionView> answer(
            FindSession query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch,
            @MetaDataValue(MetadataKey.ROLE) String role,
            @MetaDataValue(MetadataKey.SESSION) @Nullable String own) {
        var id = query.session().value();
        if (role.equals(Role.CUSTOMER.name()) && !id.equals(own)) {
            return Optional.empty();
        }
        return sessions.findById(id)
                .map(SessionRow::view)
                .filter(
                        session ->
                                session.organization().equals(organization)
                                        && session.branch().equals(branch));
    }

    @QueryHandler
    TableDoor answer(FindTableByQr query) {
        return behind(codes.findById(query.token()));
    }

    @QueryHandler
    TableDoor answer(
            FindTableByShortCode query,
            @MetaDataValue(value = MetadataKey.BRANCH, required = true) String branch) {
        return behind(codes.findByBranchIdAndShortCode(branch, query.shortCode()));
    }

    private TableDoor behind(Optional<QrCodeRow> code) {
        var row = code.orElseThrow(QR_CODE_UNKNOWN::broken);
        QR_CODE_REVOKED.require(!row.isRevoked());
        return tables.findById(row.table())
                .filter(TableRow::stands)
                .map(TableRow::door)
                .orElseThrow(QR_CODE_UNKNOWN::broken);
    }
}
