package pe.comanda.command.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import pe.comanda.command.invoicing.standin.ArmedFault;
import pe.comanda.command.invoicing.standin.FaultMode;
import pe.comanda.command.invoicing.standin.StandIn;
import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.invoicing.sunat.SummaryXml;
import pe.comanda.command.invoicing.sunat.SummaryXml.Told;
import pe.comanda.command.invoicing.sunat.UblWriter;
import pe.comanda.command.invoicing.sunat.XmlSigner;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.Invoice;
import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.RecordVoid;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.Summary;
import pe.comanda.domain.invoicing.SummaryCommand.BuildSummary;
import pe.comanda.domain.invoicing.SummaryCommand.ParkSummary;
import pe.comanda.domain.invoicing.SummaryCommand.RecordSummaryOutcome;
import pe.comanda.domain.invoicing.SummaryCommand.StartSummaryAttempt;
import pe.comanda.domain.invoicing.SummaryEvent;
import pe.comanda.domain.invoicing.SummaryEvent.SummaryIssued;
import pe.comanda.domain.invoicing.SummaryId;
import pe.comanda.domain.invoicing.SummaryKind;
import pe.comanda.domain.invoicing.SummaryLine;
import pe.comanda.domain.invoicing.SummaryLine.Condition;
import pe.comanda.domain.invoicing.SummaryName;
import pe.comanda.domain.invoicing.SummaryOutcome;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Sealed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The power goes out at each step of a file's way. In the end the document is voided, it is told
 * so, and whatever went out was the same bytes under the same name.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SummaryCutTest {
    private static final SummaryId ID = new SummaryId("summary-1");
    private static final InvoiceId INVOICE = new InvoiceId("invoice-1");

    private final List<StandIn> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(StandIn::close);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CUT_AFTER_REGISTERING",
                "CUT_BEFORE_REGISTERING",
                "UNAVAILABLE",
                "PAGE",
                "XML_BOMB",
                "TICKET_LOST"
            })
    void a_notice_of_voiding_survives_a_cut_at_any_step(String fault) throws Exception {
        survives(Bills.factura(1), SummaryKind.VOIDING, fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CUT_AFTER_REGISTERING", "CUT_BEFORE_REGISTERING"})
    void a_daily_summary_survives_a_cut_at_any_step(String fault) throws Exception {
        survives(Bills.boleta(1), SummaryKind.DAILY, fault);
    }

    private void survives(FiscalDocument document, SummaryKind kind, String fault)
            throws Exception {
        var undisturbed = new Life(document, kind, fault, -1);
        undisturbed.toTheEnd();
        assertThat(undisturbed.steps).hasSizeGreaterThan(8);
        for (int step = 0; step < undisturbed.steps.size(); step++) {
            var life = new Life(document, kind, fault, step);
            life.toTheEnd();
            assertThat(life.cuts()).as(undisturbed.steps.get(step)).isEqualTo(1);
        }
    }

    /** A file's way, as often as it takes. */
    private final class Life extends CutStage {
        private final List<SummaryEvent> stored = new ArrayList<>();
        private final List<RecordVoid> told = new ArrayList<>();
        private final InvoiceIssued document;
        private byte[] xml = {};

        Life(FiscalDocument document, SummaryKind kind, String fault, int cutAt) {
            super(opened, cutAt, false);
            this.document =
                    (InvoiceIssued)
                            Invoice.NOT_ISSUED
                                    .decide(
                                            new IssueInvoice(
                                                    INVOICE,
                                                    new OrderId("order-1"),
                                                    document,
                                                    new Sealed(""),
                                                    null,
                                                    NOW))
                                    .getFirst();
            var signed = XmlSigner.sign(UblWriter.write(document), KEY);
            var bill = new SignedFile(document.key(), signed.xml(), signed.digest());
            assertThat(real.send(bill, ACCOUNT).cdrZip()).isNotEmpty();
            var name = new SummaryName(Bills.RUC, kind, LocalDate.of(2026, 11, 21), 1);
            var line = new SummaryLine(INVOICE, document.key(), Condition.VOID, "mesa errada");
            stored.addAll(
                    Summary.NOT_ISSUED.issue(
                            new SummaryIssued(
                                    ID,
                                    name,
                                    "LA HUACA S.A.C.",
                                    document.issueDate(),
                                    List.of(line),
                                    NOW)));
            if (!fault.isEmpty()) {
                registry.arm(new ArmedFault("", kind.code(), 1, FaultMode.valueOf(fault), "", 1));
            }
        }

        void toTheEnd() throws Exception {
            var run = new SummaryPlans.Run(ID.value(), "org-1");
            var more = true;
            for (int i = 0; i < 80 && more; i++) {
                more = untilCut(true, () -> program().run(run).isPresent());
            }
            assertThat(summary().phase()).isEqualTo(Summary.Phase.ACCEPTED);
            assertThat(told).isNotEmpty().allMatch(RecordVoid::accepted);
            assertThat(registry.find(document.key()))
                    .hasValueSatisfying(it -> assertThat(it.voided()).isTrue());
            assertThat(sent)
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(Arrays.equals(it, sent.getFirst())).isTrue());
        }

        private Summary summary() {
            var state = Summary.NOT_ISSUED;
            for (var event : stored) {
                state = state.evolve(event);
            }
            return state;
        }

        private SummaryRunner program() {
            var histories = mock(Histories.class);
            when(histories.summary(ID)).thenAnswer(_ -> summary());
            when(histories.issued(INVOICE))
                    .thenReturn(new Histories.Issued(document, new Owner("org-1", "branch-1")));
            when(histories.lastWord(ID))
                    .thenReturn(
                            new SummaryOutcome(SummaryOutcome.Kind.ACCEPTED, "0", "", List.of()));
            var settings = mock(SunatSettings.class);
            when(settings.paced(any())).thenAnswer(call -> call.getArgument(0));
            return new SummaryRunner(
                    commands(),
                    histories,
                    _ -> Optional.empty(),
                    files(),
                    mock(SummaryWishes.class),
                    accounts(),
                    mock(IssuerPauses.class),
                    settings,
                    door(gateway()),
                    CLOCK);
        }

        @Override
        void store(Command command) {
            stored.addAll(decide(command));
        }

        private List<SummaryEvent> decide(Command command) {
            return switch (command) {
                case BuildSummary _ -> build();
                case StartSummaryAttempt start -> summary().start(start);
                case RecordSummaryOutcome outcome -> summary().record(outcome);
                case ParkSummary park -> summary().park(park);
                case RecordVoid result -> {
                    told.add(result);
                    yield List.of();
                }
                default -> throw new IllegalStateException("Not expected: " + command);
            };
        }

        private List<SummaryEvent> build() {
            var issued = summary().mustExist();
            var line = new Told(issued.lines().getFirst(), document, Optional.empty());
            var signed = XmlSigner.sign(SummaryXml.write(issued, List.of(line)), KEY);
            var decided = summary().sign(signed.digest(), "ff");
            xml = signed.xml();
            return decided;
        }

        private SummaryFiles files() {
            var files = mock(SummaryFiles.class);
            when(files.signed(any())).thenAnswer(_ -> xml);
            when(files.cdrOf(any(), anyInt())).thenAnswer(call -> cdr(call.getArgument(1)));
            when(files.keep(any(), any(), any(), any(), any()))
                    .thenAnswer(call -> keep(call.getArgument(4)));
            return files;
        }

        private FiscalGateway gateway() {
            var gateway = mock(FiscalGateway.class);
            when(gateway.sendSummary(any(), any(), any()))
                    .thenAnswer(
                            call ->
                                    step(
                                            "before sending",
                                            "after sending",
                                            () -> send(call.getArgument(0), call.getArgument(1))));
            when(gateway.ticket(any(), any(), any()))
                    .thenAnswer(
                            call ->
                                    step(
                                            "before polling",
                                            "after polling",
                                            () ->
                                                    real.ticket(
                                                            call.getArgument(0),
                                                            call.getArgument(1),
                                                            ACCOUNT)));
            when(gateway.state(any(), any()))
                    .thenAnswer(
                            call ->
                                    step(
                                            "before asking",
                                            "after asking",
                                            () -> real.state(call.getArgument(0), ACCOUNT)));
            return gateway;
        }

        private GatewayReply send(SummaryName name, byte[] file) {
            sent.add(file);
            return real.sendSummary(name, file, ACCOUNT);
        }
    }
}
