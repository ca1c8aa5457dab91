package pe.comanda.crash;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.EventProcessingConfiguration;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;

import pe.comanda.ComandaApplication;
import pe.comanda.command.invoicing.FiscalGateway;
import pe.comanda.command.invoicing.SignedFile;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * The program with a {@link Freezer} around what brings documents to SUNAT: every command before,
 * inside and after its commit; the saga's batches before theirs; every call and every file that is
 * kept. The program itself knows of none of this.
 */
final class FrozenProgram {
    /** System property that names the freezer's folder. */
    static final String FOLDER = "comanda.test.freezer";

    private static final Set<String> SHELVES = Set.of("InvoiceFiles", "SummaryFiles");

    private FrozenProgram() {}

    public static void main(String[] args) {
        var _ =
                SpringApplication.run(
                        new Class<?>[] {ComandaApplication.class, Points.class}, args);
    }

    static class Points {
        private final Freezer freezer = new Freezer(Path.of(System.getProperty(FOLDER)));

        @Bean
        BeanPostProcessor pointsAroundFilesAndCalls() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    var type = bean.getClass().getSimpleName();
                    if (SHELVES.contains(type)) {
                        return proxy(bean, invocation -> file(type, invocation));
                    }
                    return type.equals("TaxOfficeDoor") ? proxy(bean, this::door) : bean;
                }

                private Object door(MethodInvocation invocation) throws Throwable {
                    var answer = invocation.proceed();
                    return answer instanceof FiscalGateway
                            ? proxy(answer, Points.this::call)
                            : answer;
                }
            };
        }

        @Bean
        ApplicationRunner pointsAroundCommandsAndTheSaga(
                SimpleCommandBus commands, EventProcessingConfiguration processors) {
            return _ -> {
                var unused =
                        commands.registerHandlerInterceptor(
                                (uow, chain) -> {
                                    var name = uow.getMessage().getPayloadType().getSimpleName();
                                    freezer.pass("before " + name);
                                    uow.afterCommit(_ -> freezer.pass("after " + name));
                                    var result = chain.proceed();
                                    freezer.pass("in " + name);
                                    return result;
                                });
                var saga = processors.eventProcessor("process-invoice-submission").orElseThrow();
                var ignored =
                        saga.registerHandlerInterceptor(
                                (uow, chain) -> {
                                    var name = uow.getMessage().getPayloadType().getSimpleName();
                                    var result = chain.proceed();
                                    freezer.pass("saga " + name);
                                    return result;
                                });
            };
        }

        private static Object proxy(Object target, MethodInterceptor around) {
            var factory = new ProxyFactory(target);
            factory.addAdvice(around);
            return factory.getProxy(target.getClass().getClassLoader());
        }

        private Object file(String shelf, MethodInvocation invocation) throws Throwable {
            var answer = invocation.proceed();
            if (invocation.getMethod().getName().equals("keep")) {
                freezer.pass(shelf + " " + invocation.getArguments()[2]);
            }
            return answer;
        }

        private Object call(MethodInvocation invocation) throws Throwable {
            var name = invocation.getMethod().getName();
            Arrays.stream(invocation.getArguments())
                    .filter(SignedFile.class::isInstance)
                    .map(SignedFile.class::cast)
                    .forEach(file -> freezer.noteSent(file.key().fileName(), sha256(file.xml())));
            var answer = invocation.proceed();
            freezer.pass("after " + name);
            return answer;
        }

        private static String sha256(byte[] bytes) {
            try {
                return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
