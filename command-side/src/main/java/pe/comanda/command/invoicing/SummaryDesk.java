package pe.comanda.command.invoicing;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.MetaData;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.invoicing.FileShelf.Kept;
import pe.comanda.command.invoicing.sunat.SummaryXml;
import pe.comanda.command.invoicing.sunat.SummaryXml.Told;
import pe.comanda.command.invoicing.sunat.XmlSigner;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.invoicing.InvoiceQuery.FileKind;
import pe.comanda.domain.invoicing.Ruc;
import pe.comanda.domain.invoicing.SubmissionDeadline;
import pe.comanda.domain.invoicing.Summary;
import pe.comanda.domain.invoicing.SummaryCommand.BuildSummary;
import pe.comanda.domain.invoicing.SummaryCommand.IssueSummary;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryIssued;
import pe.comanda.domain.invoicing.SummaryLine;
import pe.comanda.domain.invoicing.SummaryName;

import java.time.LocalDate;
import java.util.List;

/**
 * Makes files about documents: the name, the file's history and the mark on what it carries are one
 * commit, and so are the XML and the fact that it is there.
 */
@Component
class SummaryDesk {
    /** What a command answers that found nothing to do. */
    static final long NOTHING = -1;

    private final ObjectProvider<Configuration> axon;
    private final JdbcClient sql;
    private final Histories histories;
    private final SummaryWishes wishes;
    private final SummaryFiles files;
    private final SummaryPlans plans;
    private final Certificates certificates;
    private final Buyers buyers;

    SummaryDesk(
            ObjectProvider<Configuration> axon,
            JdbcClient sql,
            Histories histories,
            SummaryWishes wishes,
            SummaryFiles files,
            SummaryPlans plans,
            Certificates certificates,
            Buyers buyers) {
        this.axon = axon;
        this.sql = sql;
        this.histories = histories;
        this.wishes = wishes;
        this.files = files;
        this.plans = plans;
        this.certificates = certificates;
        this.buyers = buyers;
    }

    @CommandHandler
    long handle(IssueSummary command, MetaData metadata) throws Exception {
        var organization = Caller.from(metadata).organization();
        var lines = wishes.waiting(organization, command.kind(), command.referenceDate());
        if (lines.isEmpty()) {
            return NOTHING;
        }
        var issuer = histories.issued(lines.getFirst().invoice()).document().issuer();
        var decided =
                Summary.NOT_ISSUED.issue(
                        new SummaryIssued(
                                command.summary(),
                                nextName(organization, issuer.ruc(), command),
                                issuer.legalName(),
                                command.referenceDate(),
                                lines,
                                command.at()));
        wishes.assign(command.summary(), lines);
        plans.run(command.summary(), organization);
        var _ =
                axon.getObject()
                        .repository(SummaryAggregate.class)
                        .newInstance(
                                () -> new SummaryAggregate(decided, new Owner(organization, null)));
        return 0;
    }

    @CommandHandler
    long handle(BuildSummary command, MetaData metadata) {
        var shell =
                axon.getObject().repository(SummaryAggregate.class).load(command.summary().value());
        var owner = shell.invoke(SummaryAggregate::owner);
        shell.execute(it -> it.owner().admit(metadata));
        var summary = shell.invoke(SummaryAggregate::summary);
        var issued = summary.mustExist();
        var first = histories.issued(issued.lines().getFirst().invoice()).document();
        var signed =
                XmlSigner.sign(
                        SummaryXml.write(issued, told(owner.organization(), issued.lines())),
                        certificates.of(owner.organization(), first.issuer()));
        var sha256 =
                files.keep(
                        command.summary(),
                        owner.organization(),
                        FileKind.XML,
                        issued.name(),
                        new Kept(signed.xml(), 0, signed.digest()));
        var decided = summary.sign(signed.digest(), sha256);
        shell.execute(it -> it.record(decided));
        return shell.version();
    }

    /** The documents as they were issued, their buyers opened. */
    private List<Told> told(String organization, List<SummaryLine> lines) {
        return lines.stream()
                .map(
                        line -> {
                            var issued = histories.issued(line.invoice()).document();
                            return new Told(line, issued, buyers.open(organization, issued));
                        })
                .toList();
    }

    private SummaryName nextName(String organization, Ruc ruc, IssueSummary command) {
        var day = LocalDate.ofInstant(command.at(), SubmissionDeadline.LIMA);
        // One at a time counts: two that look at once would take the same number.
        var _ =
                sql.sql("select true from pg_advisory_xact_lock(hashtextextended(?, 13))")
                        .param(ruc.value())
                        .query(Boolean.class)
                        .single();
        var number =
                sql.sql(
                                """
                                insert into summary_number (organization_id, ruc, kind, day, number, summary_id)
                                select ?, ?, ?, ?, coalesce(max(number), 0) + 1, ?
                                from summary_number where ruc = ? and kind = ? and day = ?
                                returning number
                                """)
                        .params(
                                organization,
                                ruc.value(),
                                command.kind().name(),
                                day,
                                command.summary().value(),
                                ruc.value(),
                                command.kind().name(),
                                day)
                        .query(Integer.class)
                        .single();
        return new SummaryName(ruc, command.kind(), day, number);
    }
}
