package pe.comanda.command.invoicing;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import pe.comanda.command.invoicing.standin.ArmedFault;
import pe.comanda.command.invoicing.standin.FaultMode;
import pe.comanda.command.invoicing.standin.JdbcRegistry;
import pe.comanda.command.invoicing.standin.StandIn;
import pe.comanda.command.invoicing.standin.StandInKey;
import pe.comanda.command.invoicing.sunat.SigningKey;
import pe.comanda.domain.invoicing.TaxOfficeStandIn;
import pe.comanda.domain.shared.MalformedValue;
import pe.comanda.domain.shared.Vault;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

/**
 * The stand-in of this process: on the loopback address and a free port, with its memory and its
 * key in the database, so that a restart forgets nothing. Opens when it is first needed.
 */
@Component
@ConditionalOnProperty(name = "comanda.sunat", havingValue = "local", matchIfMissing = true)
class LocalTaxOffice implements TaxOfficeStandIn, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LocalTaxOffice.class);
    private static final String PURPOSE = "stand-in-key";
    private static final int MOST_TIMES = 1000;

    private final DataSource source;
    private final JdbcClient sql;
    private final Vault vault;
    private final Clock clock;
    private @Nullable StandIn standIn;

    LocalTaxOffice(DataSource source, JdbcClient sql, Vault vault, Clock clock) {
        this.source = source;
        this.sql = sql;
        this.vault = vault;
        this.clock = clock;
    }

    synchronized StandIn open() {
        if (standIn == null) {
            standIn = StandIn.start(0, new JdbcRegistry(source), clock, key());
            LOG.info("SUNAT's stand-in listens at {}", standIn.address());
        }
        return standIn;
    }

    @Override
    public void arm(Fault fault) {
        if (Arrays.stream(FaultMode.values()).noneMatch(m -> m.name().equals(fault.mode()))
                || fault.times() < 1
                || fault.times() > MOST_TIMES) {
            throw new MalformedValue(
                    "MALFORMED_FAULT",
                    "A fault has 1 to 1000 times and one of these modes: "
                            + Arrays.toString(FaultMode.values()));
        }
        open().registry()
                .arm(
                        new ArmedFault(
                                fault.ruc(),
                                fault.series(),
                                fault.number(),
                                FaultMode.valueOf(fault.mode()),
                                fault.code(),
                                fault.times()));
    }

    @Override
    public List<Fault> armed(String ruc) {
        return open().registry().armed().stream()
                .filter(it -> ruc.isEmpty() || it.ruc().equals(ruc))
                .map(
                        it ->
                                new Fault(
                                        it.ruc(),
                                        it.series(),
                                        it.number(),
                                        it.mode().name(),
                                        it.code(),
                                        it.remaining()))
                .toList();
    }

    @Override
    public void disarm(String ruc) {
        open().registry().disarm(ruc);
    }

    @Override
    public List<Request> journal(String ruc) {
        // A user at SUNAT begins with the RUC.
        return open().journal().stream()
                .filter(it -> it.login().startsWith(ruc))
                .map(
                        it ->
                                new Request(
                                        it.at(),
                                        it.operation(),
                                        it.login(),
                                        it.subject(),
                                        it.answer()))
                .toList();
    }

    /** The same key for ever: CDRs of yesterday must still be signed by whom we trust. */
    private SigningKey key() {
        return kept().orElseGet(
                        () -> {
                            keep(StandInKey.named(StandIn.KEY_NAME, clock.instant()));
                            return kept().orElseThrow();
                        });
    }

    private Optional<SigningKey> kept() {
        return sql.sql("select pkcs12 from standin_key where id = 1")
                .query(byte[].class)
                .optional()
                .map(kept -> SigningKey.fromPkcs12(vault.open(kept, PURPOSE)));
    }

    private void keep(SigningKey fresh) {
        var _ =
                sql.sql("insert into standin_key (id, pkcs12) values (1, ?) on conflict do nothing")
                        .param(vault.seal(fresh.toPkcs12(), PURPOSE))
                        .update();
    }

    @Override
    public void start() {
        var _ = open();
    }

    @Override
    public synchronized void stop() {
        if (standIn != null) {
            standIn.close();
            standIn = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return standIn != null;
    }

    /** Before anything that sends. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }
}
