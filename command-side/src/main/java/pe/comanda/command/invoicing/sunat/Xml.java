package pe.comanda.command.invoicing.sunat;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import java.util.ArrayList;
import java.util.List;

/** Walks down a tree by local names: {@code "Party/PartyIdentification/ID"}. */
public final class Xml {
    private Xml() {}

    /** Every element on this path below. */
    public static List<Element> all(Element from, String path) {
        var found = List.of(from);
        for (var name : path.split("/", -1)) {
            var next = new ArrayList<Element>();
            for (var element : found) {
                for (Node child = element.getFirstChild();
                        child != null;
                        child = child.getNextSibling()) {
                    if (child instanceof Element it && name.equals(it.getLocalName())) {
                        next.add(it);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /**
     * Text of the first element on this path, without blanks around it; empty where there is none.
     */
    public static String text(Element from, String path) {
        var found = all(from, path);
        return found.isEmpty() ? "" : found.getFirst().getTextContent().strip();
    }

    /** An attribute of the first element on this path; empty where there is none. */
    public static String attribute(Element from, String path, String name) {
        var found = all(from, path);
        return found.isEmpty() ? "" : found.getFirst().getAttribute(name);
    }

    /**
     * The first element of this name anywhere below, in any namespace; empty list where there is
     * none.
     */
    public static List<Element> anywhere(Document document, String name) {
        var nodes = document.getElementsByTagNameNS("*", name);
        var found = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
