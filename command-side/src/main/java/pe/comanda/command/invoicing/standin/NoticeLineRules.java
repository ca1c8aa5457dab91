package pe.comanda.command.invoicing.standin;

import pe.comanda.command.invoicing.standin.ReceivedSummary.Line;
import pe.comanda.command.invoicing.standin.SummaryRules.Check;

import java.util.List;
import java.util.Set;

/** What SUNAT checks on each line of a notice of voiding (RA). */
final class NoticeLineRules {
    static final List<Check<Line>> ALL =
            List.of(
                    new Check<>("2307", it -> it.text("LineID").isEmpty()),
                    new Check<>("2305", it -> !it.text("LineID").matches("-?[0-9]{1,5}")),
                    new Check<>("2306", it -> Integer.parseInt(it.text("LineID")) < 1),
                    new Check<>("2309", it -> it.type().isEmpty()),
                    new Check<>("2308", it -> !Set.of("01", "07", "08").contains(it.type())),
                    new Check<>("2311", it -> it.text("DocumentSerialID").isEmpty()),
                    new Check<>("2310", it -> !it.text("DocumentSerialID").matches("F[A-Z0-9]{3}")),
                    new Check<>("2313", it -> it.text("DocumentNumberID").isEmpty()),
                    new Check<>("2312", it -> !it.text("DocumentNumberID").matches("[0-9]{1,8}")),
                    new Check<>("2315", it -> it.text("VoidReasonDescription").isEmpty()));

    static final List<Check<Line>> REMARKS =
            List.of(new Check<>("4203", it -> it.text("VoidReasonDescription").length() < 3));

    private NoticeLineRules() {}
}
