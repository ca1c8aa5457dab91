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

import pe.comanda.command.invoicing.FileShelf.Kept;
import pe.comanda.command.invoicing.standin.ArmedFault;
import pe.comanda.command.invoicing.standin.FaultMode;
import pe.comanda.command.invoicing.standin.MemoryRegistry;
import pe.comanda.command.invoicing.standin.StandIn;
import pe.comanda.command.invoicing.standin.StandInKey;
import pe.comanda.command.invoicing.sunat.Bills;
import pe.comanda.command.invoicing.sunat.CdrReader;
import pe.comanda.command.invoicing.sunat.SigningKey;
import pe.comanda.command.invoicing.sunat.SoapGateway;
import pe.comanda.command.invoicing.sunat.SummaryXml;
import pe.comanda.command.invoicing.sunat.SummaryXml.Told;
import pe.comanda.command.invoicing.sunat.UblWriter;
import pe.comanda.command.invoicing.sunat.XmlSigner;
import pe.comanda.command.shared.OwnCommands;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.access.Refusal;
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
import pe.comanda.domain.shared.RuleViolated;
import pe.comanda.domain.shared.Sealed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The power goes out at each step of a file's way. In the end the document is voided, it is told
 * so, and whatever went out was the same bytes under the same name.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SummaryCutTest {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final SigningKey KEY = StandInKey.named("CN=La Huaca", NOW);
    private static final SummaryId ID = new SummaryId("summary-1");
    private static final InvoiceId INVOICE = new InvoiceId("invoice-1");
    private static final Owner OWNER = new Owner("org-1", null);
    private static final SunatAccount ACCOUNT =
            new SunatAccount(
                    Bills.RUC,
                    StandIn.USER,
                    StandIn.PASSWORD,
                    new SunatAccount.ValidityClient("id", "secret"));

    private final List<StandIn> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(StandIn::close);
    }

    /** The power is gone. */
    private static final class Cut extends Error {
        private static final long serialVersionUID = 1;

        Cut() {
            super("cut", null, false, false);
        }
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
    void a_notice_of_voiding_survives_a_cut_at_any_step(String fault) {
        survives(Bills.factura(1), SummaryKind.VOIDING, fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CUT_AFTER_REGISTERING", "CUT_BEFORE_REGISTERING"})
    void a_daily_summary_survives_a_cut_at_any_step(String fault) {
        survives(Bills.boleta(1), SummaryKind.DAILY, fault);
    }

    private void survives(FiscalDocument document, SummaryKind kind, String fault) {
        var undisturbed = new Life(document, kind, fault, -1);
        undisturbed.toTheEnd();
        assertThat(undisturbed.steps).hasSizeGreaterThan(8);
        for (int step = 0; step < undisturbed.steps.size(); step++) {
            var life = new Life(document, kind, fault, step);
            life.toTheEnd();
            assertThat(life.cuts).as(undisturbed.steps.get(step)).isEqualTo(1);
        }
    }

    /** A program whose store outlives it. */
    private final class Life {
        private final MemoryRegistry registry = new MemoryRegistry();
        private final StandIn sunat = StandIn.start(0, registry, CLOCK);
        private final CdrReader reader = new CdrReader(Set.of(sunat.certificate()));
        private final SoapGateway real =
                new SoapGateway(sunat.endpoints(Duration.ofSeconds(20)), reader);
        private final List<SummaryEvent> stored = new ArrayList<>();
        private final Map<Integer, byte[]> cdrs = new HashMap<>();
        private final List<byte[]> sent = new ArrayList<>();
        private final List<RecordVoid> told = new ArrayList<>();
        private final List<String> steps = new ArrayList<>();
        private final InvoiceIssued document;
        private final int cutAt;
        private byte[] xml = {};
        private int cuts;

        Life(FiscalDocument document, SummaryKind kind, String fault, int cutAt) {
            this.cutAt = cutAt;
            opened.add(sunat);
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

        void toTheEnd() {
            var run = new SummaryPlans.Run(ID.value(), "org-1");
            var more = true;
            for (int i = 0; i < 80 && more; i++) {
                try {
                    more = program().run(run).isPresent();
                } catch (Cut _) {
                    cuts++;
                }
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
            var accounts = mock(SunatAccounts.class);
            when(accounts.of(any(), any())).thenReturn(Optional.of(ACCOUNT));
            var door = mock(TaxOfficeDoor.class);
            var gateway = gateway();
            when(door.gateway()).thenReturn(gateway);
            when(door.cdrs()).thenReturn(reader);
            var settings = mock(SunatSettings.class);
            when(settings.paced(any())).thenAnswer(call -> call.getArgument(0));
            return new SummaryRunner(
                    commands(),
                    histories,
                    _ -> Optional.empty(),
                    files(),
                    mock(SummaryWishes.class),
                    accounts,
                    mock(IssuerPauses.class),
                    settings,
                    door,
                    CLOCK);
        }

        private OwnCommands commands() {
            var commands = mock(OwnCommands.class);
            when(commands.send(any(), any(), any()))
                    .thenAnswer(call -> perform(call.getArgument(0, Command.class)));
            return commands;
        }

        private Optional<Refusal> perform(Command command) {
            var name = command.getClass().getSimpleName();
            step("before " + name);
            try {
                stored.addAll(decide(command));
            } catch (RuleViolated refused) {
                return Optional.of(new Refusal(refused.rule().name(), refused.details()));
            }
            step("after " + name);
            return Optional.empty();
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
            when(files.cdrOf(any(), anyInt()))
                    .thenAnswer(
                            call ->
                                    Optional.ofNullable(
                                            cdrs.get(call.getArgument(1, Integer.class))));
            when(files.keep(any(), any(), any(), any(), any()))
                    .thenAnswer(
                            call -> {
                                step("before keeping");
                                var kept = call.getArgument(4, Kept.class);
                                cdrs.put(kept.attempt(), kept.content());
                                step("after keeping");
                                return "ff";
                            });
            return files;
        }

        private FiscalGateway gateway() {
            var gateway = mock(FiscalGateway.class);
            when(gateway.sendSummary(any(), any(), any()))
                    .thenAnswer(
                            call -> {
                                step("before sending");
                                sent.add(call.getArgument(1));
                                var reply =
                                        real.sendSummary(
                                                call.getArgument(0),
                                                call.getArgument(1),
                                                call.getArgument(2));
                                step("after sending");
                                return reply;
                            });
            when(gateway.ticket(any(), any(), any()))
                    .thenAnswer(
                            call -> {
                                step("before polling");
                                var reply =
                                        real.ticket(
                                                call.getArgument(0),
                                                call.getArgument(1),
                                                call.getArgument(2));
                                step("after polling");
                                return reply;
                            });
            when(gateway.state(any(), any()))
                    .thenAnswer(
                            call -> {
                                step("before asking");
                                var reply = real.state(call.getArgument(0), call.getArgument(1));
                                step("after asking");
                                return reply;
                            });
            return gateway;
        }

        private void step(String what) {
            steps.add(what);
            if (steps.size() - 1 == cutAt) {
                throw new Cut();
            }
        }
    }
}
