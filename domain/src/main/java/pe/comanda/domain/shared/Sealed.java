package pe.comanda.domain.shared;

/**
 * Personal data under lock: a text that only the vault of its organization opens. What facts hold
 * in place of a person's name or number, so that forgetting the key forgets the person and the
 * history stays whole.
 */
public record Sealed(String value) implements TextValue {
    @Override
    public String toString() {
        return "sealed";
    }
}
