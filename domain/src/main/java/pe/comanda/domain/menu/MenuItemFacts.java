package pe.comanda.domain.menu;

/** What a dish must know of the rest of the branch's menu to decide. */
public interface MenuItemFacts {

    /** Whether the category belongs to the branch and is not archived. */
    boolean hasCategory(CategoryId category);

    /** Whether the group belongs to the branch and is not archived. */
    boolean hasGroup(ModifierGroupId group);
}
