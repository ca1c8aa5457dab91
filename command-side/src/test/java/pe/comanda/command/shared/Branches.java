package pe.comanda.command.shared;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** Branches as decisions know them; whatever a test does not say is off. */
public final class Branches {
    private Branches() {}

    /** The branch {@code branch-1} of {@code org-1}: open, and every scan needs approval. */
    public static BranchFacts ours() {
        var facts = mock(BranchFacts.class);
        when(facts.organization()).thenReturn("org-1");
        when(facts.branch()).thenReturn("branch-1");
        when(facts.open()).thenReturn(true);
        return facts;
    }
}
