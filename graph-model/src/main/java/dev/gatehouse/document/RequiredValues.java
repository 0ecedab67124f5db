package dev.gatehouse.document;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.AnnotatedType;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A record's component that is not marked `@Nullable` has to be there, and not null: so a text that somebody edited is
/// refused where it is read, and not where it is used. Collections are empty where they are not there, numbers and
/// truth values zero and false.
final class RequiredValues extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonSetter.@Nullable Value findSetterInfo(Annotated annotated) {
        return annotated instanceof AnnotatedParameter parameter
                        && parameter.getDeclaringClass().isRecord()
                        && isRequired(parameter.getRawType(), type(parameter))
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                : null;
    }

    private static boolean isRequired(Class<?> raw, AnnotatedType type) {
        return !raw.isPrimitive()
                && !Collection.class.isAssignableFrom(raw)
                && !Map.class.isAssignableFrom(raw)
                && !type.isAnnotationPresent(Nullable.class);
    }

    private static AnnotatedType type(AnnotatedParameter parameter) {
        return parameter
                .getDeclaringClass()
                .getRecordComponents()[parameter.getIndex()]
                .getAnnotatedType();
    }
}
