package pe.comanda.command.shared;

import java.util.Collection;

/** What a unit of work can ask of the event store ahead, for many aggregates at once. */
public interface Streams {

    /**
     * Says which aggregates this unit of work is going to create, if they do not exist. Those that
     * do not are not asked for one by one afterwards. Changes nothing but the number of questions.
     */
    void expect(Collection<String> aggregates);
}
