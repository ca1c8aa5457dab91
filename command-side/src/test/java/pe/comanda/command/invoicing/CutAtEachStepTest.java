package pe.comanda.command.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
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
import pe.comanda.command.invoicing.sunat.UblWriter;
import pe.comanda.command.invoicing.sunat.XmlSigner;
import pe.comanda.command.shared.Owner;
import pe.comanda.domain.invoicing.AttemptKind;
import pe.comanda.domain.invoicing.BillingCommand.BuildInvoice;
import pe.comanda.domain.invoicing.FiscalDocument;
import pe.comanda.domain.invoicing.Invoice;
import pe.comanda.domain.invoicing.InvoiceCommand;
import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.MarkSigned;
import pe.comanda.domain.invoicing.InvoiceEvent;
import pe.comanda.domain.invoicing.InvoiceEvent.InvoiceIssued;
import pe.comanda.domain.invoicing.InvoiceId;
import pe.comanda.domain.invoicing.InvoiceQuery.FileKind;
import pe.comanda.domain.invoicing.InvoiceSubmission;
import pe.comanda.domain.invoicing.InvoiceSubmission.Advance;
import pe.comanda.domain.invoicing.InvoiceSubmission.Phase;
import pe.comanda.domain.ordering.OrderId;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Sealed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The power goes out at each step of a document's way, once or every time: before and after each
 * fact is stored, before and after each call, before and after each file is kept. What is stored
 * stays; everything else is gone. In the end SUNAT has the document once, and whatever went out was
 * the same bytes.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CutAtEachStepTest {
    private static final InvoiceId ID = new InvoiceId("invoice-1");
    private static final int NEVER = -1;

    private final List<StandIn> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(StandIn::close);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CUT_AFTER_REGISTERING", "CUT_BEFORE_REGISTERING", "UNAVAILABLE"})
    void a_factura_survives_a_cut_at_any_step(String fault) throws Exception {
        survives(Bills.factura(1), fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CUT_AFTER_REGISTERING", "CUT_BEFORE_REGISTERING", "UNAVAILABLE"})
    void a_boleta_survives_a_cut_at_any_step(String fault) throws Exception {
        survives(Bills.boleta(1), fault);
    }

    private void survives(FiscalDocument document, String fault) throws Exception {
        var undisturbed = live(document, fault, NEVER, false);
        assertThat(undisturbed.steps).hasSizeGreaterThan(8);
        for (int step = 0; step < undisturbed.steps.size(); step++) {
            var life = live(document, fault, step, false);
            assertThat(life.cuts()).as(undisturbed.steps.get(step)).isEqualTo(1);
        }
        // And every kind of step cuts the power once, in one and the same life.
        assertThat(live(document, fault, NEVER, true).cuts()).isGreaterThan(5);
    }

    private Life live(FiscalDocument document, String fault, int cutAt, boolean everywhere)
            throws Exception {
        var life = new Life(document, fault, cutAt, everywhere);
        life.toTheEnd();
        assertThat(life.invoice).isInstanceOf(Invoice.Accepted.class);
        assertThat(life.registry.latest(10)).hasSize(1).allMatch(it -> it.accepted());
        assertThat(life.sent).isNotEmpty();
        assertThat(life.sent)
                .allSatisfy(
                        bytes -> assertThat(Arrays.equals(bytes, life.sent.getFirst())).isTrue());
        return life;
    }

    /** A document's way, as often as it takes. */
    private final class Life extends CutStage {
        private final List<InvoiceEvent> stored = new ArrayList<>();
        private final FiscalDocument document;
        private byte[] xml = {};
        private String digest = "";
        private Invoice invoice = Invoice.NOT_ISSUED;

        Life(FiscalDocument document, String fault, int cutAt, boolean everywhere) {
            super(opened, cutAt, everywhere);
            this.document = document;
            if (!fault.isEmpty()) {
                registry.arm(ArmedFault.next(FaultMode.valueOf(fault)));
            }
            store(
                    Invoice.NOT_ISSUED.decide(
                            new IssueInvoice(
                                    ID,
                                    new OrderId("order-1"),
                                    document,
                                    new Sealed(""),
                                    null,
                                    NOW)));
        }

        /** Runs what is planned; where the power goes out, whatever is stored says what is next. */
        void toTheEnd() throws Exception {
            for (int i = 0; i < 60 && !(invoice instanceof Invoice.Accepted); i++) {
                var unused =
                        untilCut(
                                false,
                                () -> {
                                    run(program());
                                    return true;
                                });
            }
        }

        private void run(SubmitInvoice program) {
            var planned = planned();
            var submission = planned.submission();
            if (submission.phase() == Phase.BUILDING) {
                program.build(attempt(submission, 0, AttemptKind.SEND));
                return;
            }
            var begun = submission.phase() == Phase.SENDING || submission.phase() == Phase.ASKING;
            var ask = submission.phase() == Phase.ASKING || submission.phase() == Phase.TO_ASK;
            var unused =
                    program.run(
                            attempt(
                                    begun ? beforeIt() : submission,
                                    begun ? submission.attempts() : submission.attempts() + 1,
                                    ask ? AttemptKind.ASK : AttemptKind.SEND));
        }

        /** What a task was planned with before it began. */
        private InvoiceSubmission beforeIt() {
            return fold(stored.subList(0, stored.size() - 1)).submission();
        }

        private Advance planned() {
            return fold(stored);
        }

        private Advance fold(List<InvoiceEvent> events) {
            var advance = InvoiceSubmission.begin((InvoiceIssued) events.getFirst());
            for (var event : events.subList(1, events.size())) {
                advance = advance.submission().on(event, NOW);
            }
            return advance;
        }

        private Attempt attempt(InvoiceSubmission submission, int number, AttemptKind kind) {
            return Attempt.of(
                    new Submissions.Of(ID, new Owner("org-1", "branch-1"), "request-1"),
                    number,
                    kind.name(),
                    submission.earlier());
        }

        private SubmitInvoice program() throws Exception {
            var histories = mock(Histories.class);
            when(histories.issued(ID))
                    .thenReturn(
                            new Histories.Issued(
                                    (InvoiceIssued) stored.getFirst(),
                                    new Owner("org-1", "branch-1")));
            return new SubmitInvoice(
                    commands(), histories, files(), accounts(), door(gateway()), CLOCK);
        }

        /** The XML and the fact that it is there are one commit. */
        @Override
        void store(Command command) {
            if (command instanceof InvoiceCommand wish) {
                store(invoice.decide(wish));
                return;
            }
            assertThat(command).isInstanceOf(BuildInvoice.class);
            var signed = XmlSigner.sign(UblWriter.write(document), KEY);
            var decided = invoice.decide(new MarkSigned(ID, signed.digest(), "ff"));
            xml = signed.xml();
            digest = signed.digest();
            store(decided);
        }

        private void store(List<InvoiceEvent> events) {
            for (var event : events) {
                stored.add(event);
                invoice = invoice.evolve(event);
            }
        }

        private InvoiceFiles files() {
            var files = mock(InvoiceFiles.class);
            when(files.signed(any(), any()))
                    .thenAnswer(_ -> new SignedFile(document.key(), xml, digest));
            when(files.cdrOf(any(), anyInt())).thenAnswer(call -> cdr(call.getArgument(1)));
            when(files.keep(any(), any(), eq(FileKind.CDR), any(), any()))
                    .thenAnswer(call -> keep(call.getArgument(4)));
            return files;
        }

        private FiscalGateway gateway() {
            var gateway = mock(FiscalGateway.class);
            when(gateway.send(any(), any()))
                    .thenAnswer(
                            call ->
                                    step(
                                            "before sending",
                                            "after sending",
                                            () -> send(call.getArgument(0))));
            when(gateway.ask(any(), any()))
                    .thenAnswer(
                            call ->
                                    step(
                                            "before asking",
                                            "after asking",
                                            () -> real.ask(call.getArgument(0), ACCOUNT)));
            return gateway;
        }

        private GatewayReply send(SignedFile file) {
            sent.add(file.xml());
            return real.send(file, ACCOUNT);
        }
    }
}
