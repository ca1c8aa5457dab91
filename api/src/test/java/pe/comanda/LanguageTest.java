package pe.comanda;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCodeUnit;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import pe.comanda.domain.EventFamilies;
import pe.comanda.domain.coupons.CouponCommand.HoldUse;
import pe.comanda.domain.coupons.CouponCommand.ReleaseUse;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalGranted;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalRefused;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalRequested;
import pe.comanda.domain.invoicing.ApprovalEvent.ApprovalUsed;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.CertificateInstalled;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.FourEyesSet;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.MonthClosed;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.MonthReopened;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.SendingHeld;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.SendingReleased;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.SeriesAssigned;
import pe.comanda.domain.invoicing.FiscalSettingsEvent.SolAccountSet;
import pe.comanda.domain.invoicing.InvoiceCommand.AttachNote;
import pe.comanda.domain.invoicing.InvoiceCommand.IssueInvoice;
import pe.comanda.domain.invoicing.InvoiceCommand.MarkSigned;
import pe.comanda.domain.invoicing.InvoiceCommand.ReviseInvoice;
import pe.comanda.domain.invoicing.InvoiceSeriesCommand.TakeNumber;
import pe.comanda.domain.loyalty.LoyaltyCommand.PayReward;
import pe.comanda.domain.loyalty.LoyaltyCommand.ReturnReward;
import pe.comanda.domain.rewards.RewardCommand.HoldRedemption;
import pe.comanda.domain.rewards.RewardCommand.ReleaseRedemption;
import pe.comanda.domain.shared.AggregateId;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.domain.shared.Query;
import pe.comanda.domain.tenancy.OrganizationCommand.RegisterOrganization;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whatever can be said is heard by exactly those who should hear it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LanguageTest {
    /** Facts that nobody but the auditors' timeline needs. */
    private static final Set<Class<?>> READ_BY_AUDITORS_ALONE =
            Set.of(
                    CertificateInstalled.class,
                    SendingHeld.class,
                    SendingReleased.class,
                    SeriesAssigned.class,
                    FourEyesSet.class,
                    MonthClosed.class,
                    MonthReopened.class,
                    ApprovalRequested.class,
                    ApprovalGranted.class,
                    ApprovalRefused.class,
                    ApprovalUsed.class,
                    SolAccountSet.class);

    /** Decided as steps of another command's unit of work, and never sent by themselves. */
    private static final Set<Class<?>> STEPS =
            Set.of(
                    AttachNote.class,
                    HoldRedemption.class,
                    HoldUse.class,
                    IssueInvoice.class,
                    MarkSigned.class,
                    PayReward.class,
                    RegisterOrganization.class,
                    ReleaseRedemption.class,
                    ReleaseUse.class,
                    ReturnReward.class,
                    ReviseInvoice.class,
                    TakeNumber.class);

    static List<? extends Class<?>> commands() {
        return Code.recordsOf(Command.class);
    }

    static List<? extends Class<?>> queries() {
        return Code.recordsOf(Query.class);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void a_command_has_one_handler_a_target_and_a_permission(Class<?> command) {
        assertThat(heardBy(CommandHandler.class, command)).hasSize(STEPS.contains(command) ? 0 : 1);
        var sample = (Command) Samples.of(command);
        assertThat(sample.target().value()).isNotBlank();
        assertThat(sample.requires()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("queries")
    void a_query_has_one_handler_a_view_and_a_permission(Class<?> query) {
        assertThat(heardBy(QueryHandler.class, query)).hasSize(1);
        var sample = (Query<?>) Samples.of(query);
        assertThat(Rules.known()).contains("view-" + sample.view());
        assertThat(sample.requires()).isNotNull();
    }

    @Test
    void every_event_has_a_reader_or_is_known_to_have_none() {
        var unread = new ArrayList<Class<?>>();
        for (var event : Code.recordsOf(DomainEvent.class)) {
            var readers =
                    Stream.of(EventHandler.class, SagaEventHandler.class)
                            .flatMap(kind -> handlers(kind).stream())
                            .map(LanguageTest::heard)
                            .filter(type -> type != DomainEvent.class && type != Object.class);
            if (readers.noneMatch(type -> type.isAssignableFrom(event))) {
                unread.add(event);
            }
        }
        assertThat(unread).containsExactlyInAnyOrderElementsOf(READ_BY_AUDITORS_ALONE);
    }

    @Test
    void every_family_of_events_is_registered() {
        var families = Code.subtypesOf(DomainEvent.class).stream().filter(Class::isSealed).toList();
        assertThat(EventFamilies.ALL)
                .containsExactlyInAnyOrderElementsOf(
                        families.stream().map(c -> c.asSubclass(DomainEvent.class)).toList());
        assertThat(Code.recordsOf(DomainEvent.class))
                .allMatch(event -> EventFamilies.nameOf(event).isPresent());
    }

    @Test
    void ids_of_different_things_never_clash() {
        var prefixes =
                Code.recordsOf(AggregateId.class).stream()
                        .map(id -> ((AggregateId) Samples.of(id)).value())
                        .map(id -> id.substring(0, id.indexOf('-')))
                        .toList();
        assertThat(prefixes).doesNotHaveDuplicates();
    }

    @Test
    void an_id_is_written_as_its_value() {
        for (var id : Code.recordsOf(AggregateId.class)) {
            var sample = (AggregateId) Samples.of(id);
            assertThat(sample).hasToString(sample.value());
        }
    }

    private static List<Class<?>> heardBy(Class<? extends Annotation> kind, Class<?> message) {
        return handlers(kind).stream()
                .filter(unit -> heard(unit) == message)
                .<Class<?>>map(unit -> unit.getOwner().reflect())
                .toList();
    }

    private static List<JavaCodeUnit> handlers(Class<? extends Annotation> kind) {
        return Code.PRODUCTION.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.isAnnotatedWith(kind))
                .toList();
    }

    private static Class<?> heard(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().getFirst().reflect();
    }
}
