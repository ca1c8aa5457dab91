package pe.comanda.command.inventory;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

import pe.comanda.command.shared.Premises;
import pe.comanda.domain.access.AccessRule;
import pe.comanda.domain.access.Caller;
import pe.comanda.domain.access.MetadataKey;
import pe.comanda.domain.inventory.InventoryCommand.*;
import pe.comanda.domain.inventory.InventoryEvent.*;
import pe.comanda.domain.inventory.StockItemId;
import pe.comanda.domain.inventory.Unit;
import pe.comanda.domain.inventory.UnitCost;
import pe.comanda.domain.shared.Command;
import pe.comanda.domain.shared.Quantity;
import pe.comanda.domain.shared.RuleViolated;

import java.util.HashMap;
import java.util.Map;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InventoryItemAggregateTest {
    private static final StockItemId FISH = new StockItemId("stock-fish");
    private static final Quantity ONE = Quantity.of("1");
    private static final Map<String, String> OURS =
            Caller.system("org-1", "branch-1", "test").toMetadata();
    private static final Map<String, String> THEIRS =
            Caller.system("org-2", "branch-1", "test").toMetadata();
    private static final RegisterItem REGISTER =
            new RegisterItem(FISH, "Lenguado", Unit.KILOGRAM, "", ONE, UnitCost.ZERO, ONE);
    private static final ItemRegistered REGISTERED =
            new ItemRegistered(FISH, "Lenguado", Unit.KILOGRAM, "", ONE, UnitCost.ZERO, ONE);

    private final Premises premises = mock();
    private final AggregateTestFixture<InventoryItemAggregate> fixture =
            new AggregateTestFixture<>(InventoryItemAggregate.class);

    InventoryItemAggregateTest() {
        fixture.registerInjectableResource(premises);
        fixture.registerCommandTargetResolver(
                message ->
                        new VersionedAggregateIdentifier(
                                ((Command) message.getPayload()).target().value(), null));
    }

    @Test
    void an_item_is_registered_in_the_callers_branch() {
        fixture.givenNoPriorActivity().when(REGISTER, OURS).expectEvents(REGISTERED);
    }

    @Test
    void a_branch_that_is_not_the_callers_is_refused() {
        doThrow(AccessRule.FOREIGN_BRANCH.broken()).when(premises).of(any());
        fixture.givenNoPriorActivity()
                .when(REGISTER, OURS)
                .expectNoEvents()
                .expectException(RuleViolated.class);
    }

    @Test
    void every_command_reaches_the_item() {
        for (var command :
                new Command[] {
                    new ReviseItem(FISH, "Corvina", "", ONE),
                    new ReceivePurchase(FISH, ONE, UnitCost.ZERO, ""),
                    new RecordWaste(FISH, ONE, "se cayó"),
                    new CountStock(FISH, ONE, "conteo")
                }) {
            given().when(command, OURS).expectSuccessfulHandlerExecution();
        }
    }

    @Test
    void the_item_of_another_organization_is_out_of_reach() {
        given().when(new CountStock(FISH, ONE, "x"), THEIRS).expectException(RuleViolated.class);
    }

    @Test
    void an_old_version_is_refused() {
        var metadata = new HashMap<String, Object>(OURS);
        metadata.put(MetadataKey.EXPECTED_VERSION, "3");
        given().when(new CountStock(FISH, ONE, "x"), metadata).expectException(RuleViolated.class);
    }

    private TestExecutor<InventoryItemAggregate> given() {
        return fixture.given(new GenericEventMessage<>(REGISTERED, OURS));
    }
}
