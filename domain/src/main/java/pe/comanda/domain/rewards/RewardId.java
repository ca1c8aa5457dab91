package pe.comanda.domain.rewards;

import pe.comanda.domain.shared.AggregateId;

/** Identity of a reward of an organization. */
public record RewardId(String value) implements AggregateId {
    public RewardId {
        value = AggregateId.form("reward", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
