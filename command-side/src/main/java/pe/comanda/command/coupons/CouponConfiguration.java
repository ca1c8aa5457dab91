package pe.comanda.command.coupons;

import org.axonframework.config.Configuration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;

import pe.comanda.command.ordering.CouponDesk;
import pe.comanda.command.ordering.OffersSource;

/** How orders reach coupons: loaded by Axon, which is not there before them. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class CouponConfiguration {

    @Bean
    CouponDesk couponDesk(
            ObjectProvider<Configuration> axon, CouponRegister register, OffersSource offers) {
        return new Coupons(
                id -> axon.getObject().repository(CouponAggregate.class).load(id),
                register,
                offers);
    }
}
