package pe.comanda.story;

import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

import pe.comanda.domain.access.TenantScope;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every row of every table of the query side, the feed's among them. */
final class ViewTables {
    /** The query side's range of migrations, and what came to it later. */
    private static final Pattern MIGRATION = Pattern.compile("V((5|6|7)\\d|93)__.*");

    private static final String ROWS =
            """
            select (to_jsonb(t) - '{position,part,arrival}'::text[])::text from %s t
            where coalesce(to_jsonb(t) ->> 'organization_id', ?) = ? order by 1
            """;

    private static final Pattern TABLE = Pattern.compile("(?m)^create table (\\w+)");

    private final JdbcTemplate sql;
    private final List<String> names;

    ViewTables(JdbcTemplate sql) throws IOException {
        this.sql = sql;
        var migrations =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:db/migration/*.sql");
        this.names =
                List.of(migrations).stream()
                        .filter(file -> MIGRATION.matcher(file.getFilename()).matches())
                        .flatMap(
                                file -> {
                                    try {
                                        return TABLE.matcher(
                                                        file.getContentAsString(
                                                                StandardCharsets.UTF_8))
                                                .results();
                                    } catch (IOException e) {
                                        throw new IllegalStateException(e);
                                    }
                                })
                        .map(found -> found.group(1))
                        .toList();
    }

    List<String> names() {
        return names;
    }

    /**
     * By table, every row as text, in order, without its place among the others. The event that
     * fills a gap of a view's token comes with the position of the token, and after events of
     * higher positions; in a rebuild it comes with its own position, at its own place.
     *
     * <p>Of one organization: other tests file events wrongly in theirs, on purpose.
     */
    Map<String, List<String>> rows(String organization) {
        var rows = new TreeMap<String, List<String>>();
        TenantScope.run(
                TenantScope.ALL,
                () ->
                        names.forEach(
                                table ->
                                        rows.put(
                                                table,
                                                sql.queryForList(
                                                        ROWS.formatted(table),
                                                        String.class,
                                                        organization,
                                                        organization))));
        return rows;
    }
}
