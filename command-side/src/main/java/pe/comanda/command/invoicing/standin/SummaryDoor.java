package pe.comanda.command.invoicing.standin;

import pe.comanda.command.invoicing.standin.TaxOffice.Refused;
import pe.comanda.command.invoicing.standin.TaxOffice.Verdict;
import pe.comanda.domain.invoicing.SummaryName;

import java.io.IOException;
import java.util.Base64;

/** The doors for files about documents: {@code sendSummary}, and {@code getStatus} of a ticket. */
final class SummaryDoor {
    private final StandInRegistry registry;
    private final SummaryOffice office;

    SummaryDoor(StandInRegistry registry, SummaryOffice office) {
        this.registry = registry;
        this.office = office;
    }

    /**
     * Takes a file in, or plays what is armed for it.
     *
     * @param hold keeps a request without an answer
     * @return what the journal says of it
     */
    String send(SoapExchange soap, Runnable hold) throws IOException, Refused {
        var name = SummaryOffice.name(soap.parameter("fileName"), soap.parameter("Username"));
        var zip = StandIn.decoded(soap.parameter("contentFile"));
        var fault = registry.takeFault(name.ruc().value(), name.kind().code(), name.number());
        if (fault.isPresent()) {
            play(fault.get(), soap, hold, name, zip);
            return fault.get().mode() + " " + fault.get().code();
        }
        var ticket = office.take(name, zip);
        say(soap, ticket);
        return ticket;
    }

    private void play(
            ArmedFault fault, SoapExchange soap, Runnable hold, SummaryName name, byte[] zip)
            throws IOException, Refused {
        switch (fault.mode()) {
            case TIME_OUT_BEFORE_REGISTERING -> hold.run();
            case TIME_OUT_AFTER_REGISTERING -> {
                var unused = office.take(name, zip);
                hold.run();
            }
            // Returning without an answer closes the connection.
            case CUT_BEFORE_REGISTERING -> {}
            case CUT_AFTER_REGISTERING -> {
                var unused = office.take(name, zip);
            }
            case UNAVAILABLE -> soap.unavailable();
            case PAGE -> soap.page();
            case XML_BOMB -> soap.bomb();
            case EXTERNAL_ENTITY -> soap.externalEntity();
            case FAULT -> soap.fault(Verdict.Fault.of(fault.code()));
            case FAULT_IN_STRING -> soap.faultInString(Verdict.Fault.of(fault.code()));
            case REJECTION -> say(soap, office.refuse(name, zip, fault.code()));
            case TICKET_STUCK -> say(soap, office.stick(name, zip));
            case TICKET_LOST -> {
                var unused = office.take(name, zip);
                say(soap, "999999999999999");
            }
            case OBSERVATION,
                    CORRUPT_CDR,
                    FOREIGN_CDR,
                    UNSIGNED_CDR,
                    ALTERED_CDR,
                    CDR_BY_ANOTHER_SIGNER,
                    SLOW ->
                    say(soap, office.take(name, zip));
        }
    }

    /** What became of a ticket: 98 for a while, then 0 or 99 with the CDR. */
    String status(SoapExchange soap) throws IOException, Refused {
        var found = registry.poll(soap.parameter("ticket")).orElseThrow(() -> new Refused("0127"));
        var status = found.polls() > 0 ? "98" : found.status();
        soap.answer(
                "getStatus",
                "<status>"
                        + (status.equals("98")
                                ? ""
                                : "<content>"
                                        + Base64.getEncoder().encodeToString(found.cdr())
                                        + "</content>")
                        + "<statusCode>"
                        + status
                        + "</statusCode></status>");
        return status;
    }

    private static void say(SoapExchange soap, String ticket) throws IOException {
        soap.answer("sendSummary", "<ticket>" + ticket + "</ticket>");
    }
}
