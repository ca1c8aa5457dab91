package pe.comanda.command.invoicing;

import static pe.comanda.domain.invoicing.BillingRule.CERTIFICATE_UNREADABLE;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.MetaData;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import pe.comanda.command.invoicing.sunat.SigningKey;
import pe.comanda.command.shared.Owner;
import pe.comanda.command.shared.Premises;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.invoicing.FiscalSettings;
import pe.comanda.domain.invoicing.FiscalSettings.CertificateFacts;
import pe.comanda.domain.invoicing.FiscalSettingsCommand;
import pe.comanda.domain.invoicing.FiscalSettingsCommand.*;
import pe.comanda.domain.invoicing.FiscalSettingsEvent;
import pe.comanda.domain.invoicing.FiscalSettingsId;
import pe.comanda.domain.shared.Sealed;
import pe.comanda.domain.shared.Vault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Sets how an organization issues. What is secret goes into its table, sealed, in the transaction
 * of the fact that it was set; the fact itself holds no secret.
 */
@Component
class FiscalDesk {
    private final ObjectProvider<Configuration> axon;
    private final Premises premises;
    private final BranchSeries series;
    private final Certificates certificates;
    private final SunatAccounts accounts;
    private final IssuerPauses pauses;
    private final SubmissionCalls calls;
    private final Approvals approvals;
    private final ClosedMonths months;
    private final Vault vault;

    FiscalDesk(
            ObjectProvider<Configuration> axon,
            Premises premises,
            BranchSeries series,
            Certificates certificates,
            SunatAccounts accounts,
            IssuerPauses pauses,
            SubmissionCalls calls,
            Approvals approvals,
            ClosedMonths months,
            Vault vault) {
        this.axon = axon;
        this.premises = premises;
        this.series = series;
        this.certificates = certificates;
        this.accounts = accounts;
        this.pauses = pauses;
        this.calls = calls;
        this.approvals = approvals;
        this.months = months;
        this.vault = vault;
    }

    @CommandHandler
    long handle(AssignSeries command, MetaData metadata) throws Exception {
        var unused = premises.of(metadata.and(MetadataKey.BRANCH, command.branch().value()));
        return change(
                command,
                metadata,
                settings -> settings.assign(command),
                organization ->
                        series.reassign(
                                new Owner(organization, command.branch().value()),
                                command.till(),
                                command.type(),
                                command.series()));
    }

    @CommandHandler
    long handle(InstallCertificate command, MetaData metadata) throws Exception {
        var organization = Caller.from(metadata).organization();
        var opened = opened(command, organization);
        var facts =
                new CertificateFacts(
                        opened.certificate().getSerialNumber().toString(16),
                        opened.certificate().getNotAfter().toInstant());
        return change(
                command,
                metadata,
                settings -> settings.install(command, facts),
                of -> {
                    certificates.install(of, opened);
                    mended(of);
                });
    }

    @CommandHandler
    long handle(SetSolAccount command, MetaData metadata) throws Exception {
        return change(
                command,
                metadata,
                settings -> settings.account(command),
                of -> {
                    accounts.set(
                            of,
                            command.user().strip(),
                            text(command.password(), of),
                            command.client(),
                            command.secret() == null ? null : text(command.secret(), of));
                    mended(of);
                });
    }

    @CommandHandler
    long handle(HoldSending command, MetaData metadata) throws Exception {
        return change(
                command,
                metadata,
                settings -> settings.hold(command),
                of -> pauses.hold(of, command.reason().strip()));
    }

    @CommandHandler
    long handle(ReleaseSending command, MetaData metadata) throws Exception {
        return change(
                command,
                metadata,
                settings -> settings.release(command),
                of -> {
                    pauses.release(of);
                    calls.now(of);
                });
    }

    @CommandHandler
    long handle(SetFourEyes command, MetaData metadata) throws Exception {
        return change(
                command,
                metadata,
                settings -> settings.fourEyes(command),
                of -> approvals.limit(of, Optional.ofNullable(command.above())));
    }

    @CommandHandler
    long handle(CloseMonth command, MetaData metadata) throws Exception {
        return change(
                command,
                metadata,
                settings -> settings.close(command),
                of -> months.close(of, command, Caller.from(metadata).actor()));
    }

    @CommandHandler
    long handle(ReopenMonth command, MetaData metadata) throws Exception {
        return change(
                command,
                metadata,
                settings -> settings.reopen(command),
                of -> months.reopen(of, command.month()));
    }

    /** What SUNAT turned the issuer away for may be over: its documents try again. */
    private void mended(String organization) {
        pauses.lift(organization);
        calls.now(organization);
    }

    /** What is kept beside the fact. */
    private interface Keeping {
        void keep(String organization);
    }

    private long change(
            FiscalSettingsCommand command,
            MetaData metadata,
            Function<FiscalSettings, List<FiscalSettingsEvent>> decision,
            Keeping keeping)
            throws Exception {
        var organization = Caller.from(metadata).organization();
        AccessRule.FOREIGN_TENANT.require(
                command.settings().equals(FiscalSettingsId.of(organization)));
        var found =
                axon.getObject()
                        .repository(FiscalSettingsAggregate.class)
                        .loadOrCreate(command.settings().value(), FiscalSettingsAggregate::new);
        var decided =
                found.invoke(
                        shell -> {
                            shell.owner()
                                    .admit(
                                            metadata.withoutKeys(
                                                    Set.of(MetadataKey.EXPECTED_VERSION)));
                            return decision.apply(shell.settings());
                        });
        keeping.keep(organization);
        found.execute(shell -> shell.record(decided, new Owner(organization, null)));
        return found.version();
    }

    private SigningKey opened(InstallCertificate command, String organization) {
        try {
            return SigningKey.fromFile(
                    Base64.getMimeDecoder().decode(text(command.pkcs12(), organization)),
                    text(command.password(), organization).toCharArray());
        } catch (IOException | GeneralSecurityException | IllegalArgumentException _) {
            throw CERTIFICATE_UNREADABLE.broken();
        }
    }

    private String text(Sealed sealed, String organization) {
        return new String(
                vault.open(
                        Base64.getDecoder().decode(sealed.value()),
                        FiscalSettingsCommand.UPLOAD + organization),
                StandardCharsets.UTF_8);
    }
}
