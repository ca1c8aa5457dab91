package pe.comanda.api.shared;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;

/** Puts {@link AnswerAtHand} before Spring's own way with futures. */
@Component
class AnswersAtHand implements BeanPostProcessor {
    private final ObjectProvider<JsonMapper> json;

    AnswersAtHand(ObjectProvider<JsonMapper> json) {
        this.json = json;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof RequestMappingHandlerAdapter adapter
                && adapter.getReturnValueHandlers() != null) {
            var others = adapter.getReturnValueHandlers();
            var handlers = new ArrayList<HandlerMethodReturnValueHandler>(others.size() + 1);
            handlers.add(new AnswerAtHand(others, new DoneAnswer(json.getObject())));
            handlers.addAll(others);
            adapter.setReturnValueHandlers(handlers);
        }
        return bean;
    }
}
