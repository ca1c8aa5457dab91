package pe.comanda.api.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

import pe.comanda.api.shared.Asking;
import pe.comanda.api.shared.Queries;
import pe.comanda.domain.audit.AuditQuery.*;
import pe.comanda.domain.audit.Moment;
import pe.comanda.domain.shared.MalformedValue;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** History: timelines with filters, states as of a moment, differences, export. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {
    private final Queries queries;
    private final JsonMapper json;

    AuditController(Queries queries, JsonMapper json) {
        this.queries = queries;
        this.json = json;
    }

    /** The filters of a timeline, as query parameters; instants are RFC 3339. */
    record Filter(
            @Nullable String aggregate,
            @Nullable String actor,
            @Nullable String type,
            @Nullable String branch,
            @Nullable String device,
            @Nullable String correlation,
            @Nullable Instant from,
            @Nullable Instant until) {
        ShowTimeline page(long after, int limit) {
            return page(after, limit, null);
        }

        ShowTimeline page(long after, int limit, @Nullable Long beyond) {
            return new ShowTimeline(
                    aggregate,
                    actor,
                    type,
                    branch,
                    device,
                    correlation,
                    from,
                    until,
                    after,
                    limit,
                    beyond);
        }
    }

    @GetMapping("/timeline")
    CompletableFuture<TimelineAnswer> timeline(
            Filter filter,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Asking asking) {
        return queries.ask(filter.page(after(cursor), limit), Timeline.class, asking)
                .thenApply(
                        page ->
                                new TimelineAnswer(
                                        page.items().stream().map(EntryAnswer::of).toList(),
                                        page.next() < 0 ? "" : String.valueOf(page.next())));
    }

    /** The position that a page ended with; -1: from the start. */
    private static long after(String cursor) {
        try {
            return cursor.isEmpty() ? -1 : Long.parseLong(cursor);
        } catch (NumberFormatException _) {
            throw MalformedValue.cursor();
        }
    }

    /** Everything that passes the filter, one JSON object a line. */
    @GetMapping(value = "/export", produces = MediaType.APPLICATION_NDJSON_VALUE)
    ResponseEntity<StreamingResponseBody> export(Filter filter, Asking asking) {
        var first = queries.ask(filter.page(-1, 500), Timeline.class, asking).join();
        StreamingResponseBody body =
                out -> {
                    var page = first;
                    while (true) {
                        for (var entry : page.items()) {
                            out.write(json.writeValueAsBytes(EntryAnswer.of(entry)));
                            out.write('\n');
                        }
                        if (page.next() < 0) {
                            return;
                        }
                        var next = filter.page(page.next(), 500, page.beyond());
                        page = queries.ask(next, Timeline.class, asking).join();
                    }
                };
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"events.ndjson\"")
                .body(body);
    }

    @GetMapping("/aggregates/{aggregate}/as-of")
    CompletableFuture<AsOfAnswer> asOf(
            @PathVariable String aggregate,
            @RequestParam(required = false) @Nullable Instant at,
            @RequestParam(required = false) @Nullable Long version,
            Asking asking) {
        return queries.ask(new ShowAsOf(aggregate, new Moment(at, version)), AsOf.class, asking)
                .thenApply(
                        found ->
                                new AsOfAnswer(
                                        found.aggregate(),
                                        found.version(),
                                        found.at(),
                                        found.state()));
    }

    /**
     * @param from an event's number or an instant
     * @param until likewise; where it is not given, now
     */
    @GetMapping("/aggregates/{aggregate}/difference")
    CompletableFuture<Difference> difference(
            @PathVariable String aggregate,
            @RequestParam String from,
            @RequestParam(required = false) @Nullable String until,
            Asking asking) {
        return queries.ask(
                new ShowDifference(aggregate, Moment.of(from), Moment.of(until)),
                Difference.class,
                asking);
    }

    /**
     * @param nextCursor send it back for the next page; empty where there is no more
     */
    record TimelineAnswer(List<EntryAnswer> items, String nextCursor) {}

    /** An entry with its event as JSON rather than as a text. */
    record EntryAnswer(
            long position,
            Instant at,
            String type,
            String aggregate,
            long version,
            @Nullable String branch,
            String actor,
            String role,
            String device,
            String address,
            @Nullable String reason,
            String cause,
            String correlation,
            String event,
            @JsonRawValue String payload) {
        static EntryAnswer of(Entry e) {
            return new EntryAnswer(
                    e.position(),
                    e.at(),
                    e.type(),
                    e.aggregate(),
                    e.version(),
                    e.branch(),
                    e.actor(),
                    e.role(),
                    e.device(),
                    e.address(),
                    e.reason(),
                    e.cause(),
                    e.correlation(),
                    e.event(),
                    e.payload());
        }
    }

    record AsOfAnswer(String aggregate, long version, Instant at, @JsonRawValue String state) {}
}
