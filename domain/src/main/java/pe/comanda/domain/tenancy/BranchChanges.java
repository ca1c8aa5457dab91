package pe.comanda.domain.tenancy;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * Field by field what is to be another; null stays as it is. So two people who change different
 * settings at the same time both get what they asked for.
 */
public record BranchChanges(
        @Nullable String name,
        @Nullable String address,
        @Nullable String phone,
        @Nullable String zone,
        @Nullable String currency,
        @Nullable BigDecimal serviceCharge,
        @Nullable MenuMode menuMode,
        @Nullable String establishment,
        @Nullable Boolean inventory,
        @Nullable Boolean autoApproveSessions,
        @Nullable Boolean waiterAssignment) {

    public static final BranchChanges NONE =
            new BranchChanges(null, null, null, null, null, null, null, null, null, null, null);

    public static BranchChanges details(
            @Nullable String name, @Nullable String address, @Nullable String phone) {
        return new BranchChanges(
                name, address, phone, null, null, null, null, null, null, null, null);
    }

    /** What differs between the two. */
    static BranchChanges between(BranchSettings now, BranchSettings then) {
        return new BranchChanges(
                other(now.name(), then.name()),
                other(now.address(), then.address()),
                other(now.phone(), then.phone()),
                other(now.zone(), then.zone()),
                other(now.currency(), then.currency()),
                now.serviceCharge().compareTo(then.serviceCharge()) == 0
                        ? null
                        : then.serviceCharge(),
                other(now.menuMode(), then.menuMode()),
                other(now.establishment(), then.establishment()),
                other(now.inventory(), then.inventory()),
                other(now.autoApproveSessions(), then.autoApproveSessions()),
                other(now.waiterAssignment(), then.waiterAssignment()));
    }

    private static <T> @Nullable T other(T now, T then) {
        return then.equals(now) ? null : then;
    }
}
