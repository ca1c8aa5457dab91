package pe.comanda.boot;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/** Present only where the side runs. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnSide.Runs.class)
public @interface ConditionalOnSide {
    Side value();

    final class Runs implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Map<String, Object> attributes =
                    metadata.getAnnotationAttributes(ConditionalOnSide.class.getName());
            if (attributes == null) {
                return false;
            }
            var side = (Side) attributes.get("value");
            var sides = context.getEnvironment().getProperty("comanda.sides", "command,query,api");
            return Arrays.stream(sides.split(",", -1))
                    .anyMatch(name -> Side.valueOf(name.strip().toUpperCase(Locale.ROOT)) == side);
        }
    }
}
