package pe.comanda.command.rewards;

import static org.mockito.Mockito.mock;

import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;

import pe.comanda.command.loyalty.PurseStage;
import pe.comanda.command.ordering.OffersSource;
import pe.comanda.command.ordering.RewardDesk;
import pe.comanda.command.shared.MemoryLookups;
import pe.comanda.command.shared.Premises;
import pe.comanda.command.shared.Shells;

import java.time.Clock;

/** Rewards on Axon, for tests of whoever brings them along. */
public final class RewardStage {
    private RewardStage() {}

    public static Configurer on(Configurer axon) {
        return axon.configureAggregate(Shells.of(RewardAggregate.class))
                .registerComponent(
                        RewardBranches.class,
                        _ ->
                                new RewardBranches(
                                        mock(Premises.class),
                                        mock(OffersSource.class),
                                        MemoryLookups.create()));
    }

    public static RewardDesk desk(Configuration axon, Clock clock) {
        return new Rewards(
                id -> axon.repository(RewardAggregate.class).load(id),
                PurseStage.purse(axon),
                clock);
    }
}
