package pe.comanda.domain.ordering;

public enum OrderType {
    DINE_IN,
    TAKEOUT,
    DELIVERY
}
