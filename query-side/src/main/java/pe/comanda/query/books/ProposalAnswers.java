package pe.comanda.query.books;

import static pe.comanda.domain.invoicing.ProposalRule.PROPOSAL_OF_ANOTHER_MONTH;
import static pe.comanda.domain.invoicing.ProposalRule.PROPOSAL_OF_ANOTHER_TAXPAYER;

import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.invoicing.ProposalQuery.CompareProposal;
import pe.comanda.domain.invoicing.ProposalQuery.Difference;
import pe.comanda.domain.invoicing.ProposalQuery.DifferenceKind;
import pe.comanda.domain.invoicing.ProposalQuery.Field;
import pe.comanda.domain.invoicing.ProposalQuery.ProposalMatch;
import pe.comanda.domain.invoicing.ProposalQuery.Side;
import pe.comanda.domain.shared.Money;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares SUNAT's proposal of a register with the books. */
@Component
class ProposalAnswers {
    private static final int MOST = 1_000;
    private static final DateTimeFormatter PERIOD =
            DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);

    private final Entries entries;
    private final JdbcClient sql;

    ProposalAnswers(Entries entries, JdbcClient sql) {
        this.entries = entries;
        this.sql = sql;
    }

    @QueryHandler
    ProposalMatch answer(
            CompareProposal query,
            @MetaDataValue(value = MetadataKey.ORGANIZATION, required = true) String organization) {
        var proposal = ProposalFile.read(query.file());
        mustBeOf(organization, query.month(), proposal);
        var register = entries.of(organization, query.month());
        var matcher = new ProposalMatcher(register);
        var differences = matcher.match(proposal);
        return new ProposalMatch(
                query.month(),
                ours(register),
                theirs(proposal),
                matcher.agreeing(),
                differences.size(),
                differences.stream()
                        .limit(MOST)
                        .map(difference -> explained(organization, difference))
                        .toList());
    }

    private void mustBeOf(String organization, YearMonth month, List<ProposalLine> proposal) {
        var ruc = ruc(organization);
        for (var line : proposal) {
            PROPOSAL_OF_ANOTHER_TAXPAYER.require(
                    ruc.isEmpty() || ruc.get().equals(line.ruc()), "ruc", line.ruc());
            PROPOSAL_OF_ANOTHER_MONTH.require(
                    PERIOD.format(month).equals(line.period()), "period", line.period());
        }
    }

    /** Unknown where nothing was issued yet. */
    private Optional<String> ruc(String organization) {
        return sql.sql(
                        """
                        select ruc from book_document where organization_id = ?
                        order by issued_at desc limit 1
                        """)
                .param(organization)
                .query(String.class)
                .optional();
    }

    private static Side ours(List<Entry> register) {
        return new Side(
                register.size(),
                Money.sum(register.stream().map(Entry::taxed).toList()),
                Money.sum(register.stream().map(Entry::igv).toList()),
                Money.sum(register.stream().map(Entry::total).toList()));
    }

    private static Side theirs(List<ProposalLine> proposal) {
        return new Side(
                proposal.stream().mapToLong(line -> line.last() - line.number() + 1L).sum(),
                Money.sum(proposal.stream().map(ProposalLine::base).toList()),
                Money.sum(proposal.stream().map(ProposalLine::igv).toList()),
                Money.sum(proposal.stream().map(ProposalLine::total).toList()));
    }

    /** Where a document that the month's register lacks is after all: rejected, or elsewhere. */
    private Difference explained(String organization, Difference difference) {
        if (difference.kind() != DifferenceKind.MISSING_HERE) {
            return difference;
        }
        return sql.sql(
                        """
                        select invoice_id, status, issue_date from book_document
                        where organization_id = ? and type = ? and series = ? and number = ?
                        """)
                .params(organization, difference.type(), difference.series(), difference.number())
                .query(
                        (row, _) ->
                                new Difference(
                                        difference.kind(),
                                        difference.type(),
                                        difference.series(),
                                        difference.number(),
                                        difference.last(),
                                        row.getString(1),
                                        row.getString(2),
                                        List.of(
                                                new Field(
                                                        "issueDate",
                                                        row.getObject(3, LocalDate.class)
                                                                .toString(),
                                                        ""))))
                .optional()
                .orElse(difference);
    }
}
