package pe.comanda.boot.axon;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import pe.comanda.domain.shared.AddedLater;

import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/**
 * Every part of a fact is there, save what was {@linkplain AddedLater added later}; and that is not
 * written where there is nothing to tell, so that a fact is written back as it was read.
 */
final class Completeness extends SimpleModule {
    private static final long serialVersionUID = 1;

    Completeness() {
        super("comanda-completeness");
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.insertAnnotationIntrospector(new Marks());
    }

    private static final class Marks extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
            return member instanceof AnnotatedParameter
                    ? Boolean.valueOf(!member.hasAnnotation(AddedLater.class))
                    : null;
        }

        @Override
        public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated part) {
            return part.hasAnnotation(AddedLater.class)
                    ? JsonInclude.Value.construct(
                            JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS)
                    : JsonInclude.Value.empty();
        }
    }
}
