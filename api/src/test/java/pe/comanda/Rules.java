package pe.comanda;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.spring.stereotype.Saga;

import pe.comanda.command.shared.Processors;
import pe.comanda.domain.shared.DomainEvent;
import pe.comanda.query.shared.Views;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The laws of the house. Each has a canary of its own. */
final class Rules {
    private static final String DOMAIN = "pe.comanda.domain..";
    private static final String COMMAND = "pe.comanda.command..";
    private static final String QUERY = "pe.comanda.query..";
    private static final String API = "pe.comanda.api..";
    private static final String BOOT = "pe.comanda.boot..";

    static final ArchRule DOMAIN_IS_PURE_JAVA =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN)
                    .should()
                    .onlyDependOnClassesThat(
                            resideInAnyPackage(
                                    "java..",
                                    DOMAIN,
                                    "org.jspecify.annotations",
                                    "com.google.errorprone.annotations"))
                    .because("the language and the rules outlive every framework");

    static final ArchRule DOMAIN_TOUCHES_NOTHING_OUTSIDE =
            noClasses()
                    .that()
                    .resideInAPackage(DOMAIN)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.io", "java.nio.file..", "java.net..", "java.sql..")
                    .because("a decision depends on what it is given");

    static final ArchRule DOMAIN_HAS_NO_CLOCK =
            noClasses()
                    .that()
                    .resideInAPackage(DOMAIN)
                    .should()
                    .callMethodWhere(call("now or the system's clock", Rules::readsTheClock))
                    .because("time enters as a field of the command");

    static final ArchRule DOMAIN_HAS_NO_CHANCE =
            noClasses()
                    .that()
                    .resideInAPackage(DOMAIN)
                    .should()
                    .callMethodWhere(call("randomUUID or random", Rules::throwsDice))
                    .orShould()
                    .dependOnClassesThat(assignableTo(Random.class))
                    .because("ids come from outside, and a decision can be made again");

    static final ArchRule COMMAND_SIDE_STANDS_ALONE =
            noClasses()
                    .that()
                    .resideInAPackage(COMMAND)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(QUERY, API, BOOT);

    static final ArchRule QUERY_SIDE_STANDS_ALONE =
            noClasses()
                    .that()
                    .resideInAPackage(QUERY)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(COMMAND, API, BOOT);

    static final ArchRule QUERY_SIDE_COMMANDS_NOTHING =
            noClasses()
                    .that()
                    .resideInAPackage(QUERY)
                    .should()
                    .dependOnClassesThat(
                            assignableTo(CommandGateway.class)
                                    .or(assignableTo(CommandBus.class))
                                    .or(assignableTo(EventGateway.class)))
                    .because("a replay must not do anything twice");

    static final ArchRule API_KNOWS_NEITHER_SIDE =
            noClasses()
                    .that()
                    .resideInAPackage(API)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(COMMAND, QUERY);

    static final ArchRule API_READS_NO_EVENT =
            noClasses()
                    .that()
                    .resideInAPackage(API)
                    .should()
                    .dependOnClassesThat(assignableTo(DomainEvent.class))
                    .because("clients see views; facts may change their shape");

    static final ArchRule API_DECIDES_NOTHING =
            noClasses()
                    .that()
                    .resideInAPackage(API)
                    .should()
                    .dependOnClassesThat(describe("decide and evolve", Rules::isAggregate));

    static final ArchRule EVENTS_KEEP_NO_SECRETS =
            classes()
                    .that()
                    .areAssignableTo(DomainEvent.class)
                    .should(new KeepNoSecrets())
                    .because("history cannot be cleaned");

    static final ArchRule ANSWERS_ARE_NO_BARE_LISTS =
            methods()
                    .that()
                    .areAnnotatedWith(QueryHandler.class)
                    .should()
                    .notHaveRawReturnType(
                            assignableTo(Collection.class)
                                    .or(assignableTo(Map.class))
                                    .or(assignableTo(Stream.class)))
                    .because("a list does not survive the journey between processes");

    static final ArchRule READERS_NAME_A_PROCESSOR =
            classes()
                    .that(describe("handle events", Rules::handlesEvents))
                    .should(haveGroup("be of a known group", Rules.known()::contains))
                    .because("a processor that nobody configured is run by chance");

    static final ArchRule SIDES_KEEP_THEIR_PROCESSORS_APART =
            classes()
                    .that(describe("handle events", Rules::handlesEvents))
                    .and()
                    .resideInAPackage(QUERY)
                    .should(haveGroup("be a view", group -> group.startsWith("view-")));

    static final ArchRule REACTIONS_ARE_NOT_REPEATED =
            classes()
                    .that(describe("handle events", Rules::handlesEvents))
                    .and(describe("react", c -> reacts(groupOf(c))))
                    .and()
                    .areNotAnnotatedWith(Saga.class)
                    .should()
                    .beAnnotatedWith(DisallowReplay.class)
                    .because("a replay must not do anything twice");

    static final ArchRule WHAT_CAN_BE_REPLAYED_CAN_BE_EMPTIED =
            classes()
                    .that(describe("handle events", Rules::handlesEvents))
                    .and(describe("are replayed", c -> !reacts(groupOf(c))))
                    .and()
                    .areAnnotatedWith(ProcessingGroup.class)
                    .and(not(describe("disallow it", c -> c.isAnnotatedWith(DisallowReplay.class))))
                    .should(
                            ArchCondition.from(
                                    describe(
                                            "have a @ResetHandler",
                                            type -> has(type, ResetHandler.class))));

    /** For tests: what waits is awaited. */
    static final ArchRule NOBODY_SLEEPS =
            noClasses()
                    .should()
                    .callMethodWhere(
                            call("sleep", call -> call.getTarget().getName().equals("sleep")))
                    .because("Awaitility waits exactly as long as it must");

    private Rules() {}

    private static boolean readsTheClock(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        var name = call.getTarget().getName();
        return owner.getPackageName().equals("java.time")
                        && (name.equals("now")
                                || name.startsWith("system")
                                || name.startsWith("tick"))
                || owner.isEquivalentTo(System.class)
                        && (name.equals("currentTimeMillis") || name.equals("nanoTime"));
    }

    private static boolean throwsDice(JavaCall<?> call) {
        return Set.of("randomUUID", "random").contains(call.getTarget().getName());
    }

    private static boolean isAggregate(JavaClass type) {
        return Stream.concat(Stream.of(type), type.getAllRawInterfaces().stream())
                .anyMatch(
                        t ->
                                resideInAPackage(DOMAIN).test(t)
                                        && t.getMethods().stream()
                                                .map(JavaMethod::getName)
                                                .collect(Collectors.toSet())
                                                .containsAll(Set.of("decide", "evolve")));
    }

    private static boolean handlesEvents(JavaClass type) {
        return has(type, EventHandler.class) || has(type, SagaEventHandler.class);
    }

    private static boolean has(JavaClass type, Class<? extends Annotation> kind) {
        return type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(kind));
    }

    private static String groupOf(JavaClass type) {
        return type.tryGetAnnotationOfType(ProcessingGroup.class)
                .map(ProcessingGroup::value)
                .orElse("");
    }

    private static ArchCondition<JavaClass> haveGroup(String what, Predicate<String> wanted) {
        return ArchCondition.from(describe(what, type -> wanted.test(groupOf(type))));
    }

    private static boolean reacts(String group) {
        return group.startsWith("policy-") || group.startsWith("process-");
    }

    /** All processors there are. */
    static Set<String> known() {
        return Stream.of(Processors.class, Views.class)
                .flatMap(type -> Arrays.stream(type.getFields()))
                .map(
                        field -> {
                            try {
                                return (String) field.get(null);
                            } catch (IllegalAccessException e) {
                                throw new IllegalStateException(e);
                            }
                        })
                .collect(Collectors.toSet());
    }

    private static DescribedPredicate<JavaCall<?>> call(
            String description, Predicate<JavaCall<?>> predicate) {
        return describe(description, predicate);
    }
}
