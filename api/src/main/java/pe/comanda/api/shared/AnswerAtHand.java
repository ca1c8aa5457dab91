package pe.comanda.api.shared;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.AsyncHandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

import java.lang.reflect.Executable;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes an answer that is there already. With the event store in this process a command is done
 * when its future is returned; Spring would still hand the request to another thread, through all
 * filters once more.
 */
final class AnswerAtHand implements AsyncHandlerMethodReturnValueHandler {
    private final List<HandlerMethodReturnValueHandler> others;
    private final DoneAnswer done;

    AnswerAtHand(List<HandlerMethodReturnValueHandler> others, DoneAnswer done) {
        this.others = List.copyOf(others);
        this.done = done;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return CompletableFuture.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public boolean isAsyncReturnValue(@Nullable Object value, MethodParameter returnType) {
        return value instanceof CompletableFuture<?> future && !future.isDone();
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value,
            MethodParameter returnType,
            ModelAndViewContainer container,
            NativeWebRequest request)
            throws Exception {
        if (value instanceof CompletableFuture<?> future && future.isDone()) {
            var answer = answerOf(future);
            if (done.wrote(answer, request)) {
                container.setRequestHandled(true);
            } else {
                write(answer, new Inner(returnType, answer), container, request);
            }
        } else {
            write(value, returnType, container, request);
        }
    }

    private static @Nullable Object answerOf(CompletableFuture<?> done) throws Exception {
        try {
            return done.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private void write(
            @Nullable Object value,
            MethodParameter type,
            ModelAndViewContainer container,
            NativeWebRequest request)
            throws Exception {
        for (var other : others) {
            if (other.supportsReturnType(type)) {
                other.handleReturnValue(value, type, container, request);
                return;
            }
        }
        throw new IllegalStateException("Nobody writes a " + type.getParameterType());
    }

    /** The return type of a method without the future around it. */
    private static final class Inner extends MethodParameter {
        private static final Map<Executable, ResolvableType> INSIDE = new ConcurrentHashMap<>();
        private final Class<?> type;
        private final ResolvableType generic;

        Inner(MethodParameter future, @Nullable Object answer) {
            super(future);
            generic =
                    INSIDE.computeIfAbsent(
                            future.getExecutable(),
                            _ -> ResolvableType.forMethodParameter(future).getGeneric(0));
            type = answer == null ? generic.resolve(Object.class) : answer.getClass();
        }

        @Override
        public Class<?> getParameterType() {
            return type;
        }

        @Override
        public Type getGenericParameterType() {
            return generic.getType();
        }
    }
}
