package pe.comanda.command.coupons;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

import pe.comanda.command.ordering.CouponDesk;
import pe.comanda.command.ordering.OffersSource;
import pe.comanda.domain.coupons.Coupon;
import pe.comanda.domain.coupons.CouponCommand;
import pe.comanda.domain.coupons.CouponId;
import pe.comanda.domain.shared.Command;

/** Coupons on Axon, for tests of whoever brings them along. Every code is the same coupon's. */
public final class CouponStage {
    public static final CouponId COUPON = new CouponId("coupon-1");

    private final CouponRegister register = mock();
    private final OffersSource offers = mock();

    public CouponStage() {
        when(register.find(anyString(), any())).thenReturn(COUPON);
        when(register.decide(any(), any()))
                .thenAnswer(
                        call ->
                                call.getArgument(0, Coupon.class)
                                        .decide(
                                                call.getArgument(1, CouponCommand.class),
                                                CouponRegister.NO_MENU));
    }

    public Configurer on(Configurer axon) {
        return axon.configureAggregate(
                        AggregateConfigurer.defaultConfiguration(CouponAggregate.class)
                                .configureCommandTargetResolver(
                                        _ ->
                                                message ->
                                                        new VersionedAggregateIdentifier(
                                                                ((Command) message.getPayload())
                                                                        .target()
                                                                        .value(),
                                                                null)))
                .registerComponent(CouponRegister.class, _ -> register);
    }

    public CouponDesk desk(Configuration axon) {
        return new Coupons(id -> axon.repository(CouponAggregate.class).load(id), register, offers);
    }
}
