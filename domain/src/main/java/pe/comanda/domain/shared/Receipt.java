package pe.comanda.domain.shared;

/**
 * What a command answers: the aggregate's new version (the sequence number of its last event), and
 * the position in the event log up to which a view must have read to show the effect. The position
 * is known once the facts are stored, which is why this is the one message that is filled in after
 * it was made.
 */
public final class Receipt {
    private String target = "";
    private long version;
    private long position = -1;
    private boolean repeated;

    /** For the serializer. */
    public Receipt() {}

    public Receipt(String target, long version) {
        this.target = target;
        this.version = version;
    }

    public static Receipt repeated(String target, long version, long position) {
        var receipt = new Receipt(target, version);
        receipt.position = position;
        receipt.repeated = true;
        return receipt;
    }

    public String getTarget() {
        return target;
    }

    public long getVersion() {
        return version;
    }

    /** Position in the event log, or -1 where nothing was stored. */
    public long getPosition() {
        return position;
    }

    /** Whether this is the first answer again, because the same idempotency key came twice. */
    public boolean isRepeated() {
        return repeated;
    }

    public void storedAt(long position) {
        this.position = position;
    }
}
