package pe.comanda.domain.loyalty;

import pe.comanda.domain.shared.AggregateId;

/** Identity of an organization's loyalty program: {@code program-} and the organization's id. */
public record LoyaltyProgramId(String value) implements AggregateId {
    public LoyaltyProgramId {
        value = AggregateId.form("program", value, 80);
    }

    public static LoyaltyProgramId of(String organization) {
        return new LoyaltyProgramId("program-" + organization);
    }

    @Override
    public String toString() {
        return value;
    }
}
