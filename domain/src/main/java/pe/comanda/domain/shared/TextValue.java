package pe.comanda.domain.shared;

/**
 * A record with one text component that travels as plain text: in events, in answers and in
 * addresses.
 */
public interface TextValue {
    String value();
}
