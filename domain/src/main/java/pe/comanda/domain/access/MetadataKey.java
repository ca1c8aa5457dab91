package pe.comanda.domain.access;

/** The keys under which a message says who, where and why. */
public final class MetadataKey {
    public static final String ORGANIZATION = "organization";
    public static final String BRANCH = "branch";
    public static final String BRANCHES = "branches";
    public static final String ACTOR = "actor";
    public static final String ROLE = "role";
    public static final String SESSION = "session";
    public static final String DEVICE = "device";
    public static final String ADDRESS = "address";

    /** The first request of the chain. */
    public static final String CORRELATION = "correlation";

    /** The message that directly led to this one. */
    public static final String CAUSE = "cause";

    public static final String IDEMPOTENCY_KEY = "idempotencyKey";
    public static final String BODY_DIGEST = "bodyDigest";

    /** How far the view that answers a query must have read. */
    public static final String MIN_POSITION = "minPosition";

    public static final String EXPECTED_VERSION = "expectedVersion";
    public static final String REASON = "reason";

    private MetadataKey() {}
}
