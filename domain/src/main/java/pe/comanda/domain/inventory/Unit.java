package pe.comanda.domain.inventory;

import static pe.comanda.domain.inventory.InventoryRule.UNITS_DO_NOT_CONVERT;

import pe.comanda.domain.shared.Quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What stock is measured in. Only units of the same kind convert into one another. */
public enum Unit {
    KILOGRAM("kg", Kind.MASS, "1000"),
    GRAM("g", Kind.MASS, "1"),
    LITRE("l", Kind.VOLUME, "1000"),
    MILLILITRE("ml", Kind.VOLUME, "1"),
    PIECE("und", Kind.PIECES, "1"),
    DOZEN("doc", Kind.PIECES, "12"),
    PORTION("porción", Kind.PORTIONS, "1"),
    BOTTLE("botella", Kind.BOTTLES, "1"),
    PACK("paquete", Kind.PACKS, "1");

    private final String symbol;
    private final Kind kind;
    private final BigDecimal size;

    Unit(String symbol, Kind kind, String size) {
        this.symbol = symbol;
        this.kind = kind;
        this.size = new BigDecimal(size);
    }

    private enum Kind {
        MASS,
        VOLUME,
        PIECES,
        PORTIONS,
        BOTTLES,
        PACKS
    }

    /** As it is written behind a number. */
    public String symbol() {
        return symbol;
    }

    /**
     * The quantity in another unit, exact where four decimals allow it and else rounded up: stock
     * is never taken short. Refuses units of another kind.
     */
    public Quantity convert(BigDecimal amount, Unit to) {
        UNITS_DO_NOT_CONVERT.require(kind == to.kind, "units", this + " to " + to);
        return new Quantity(amount.multiply(size).divide(to.size, 4, RoundingMode.CEILING));
    }
}
