package io.cumulo.kit.openapi;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Optional;

/** Knows what a resource answers where its method's return type doesn't tell. Implementations are found as services, when the document is built. */
public interface AnswerTypes {

    /**
     * What the method answers; empty when this one doesn't know.
     *
     * @param resource the class that is served, which fixes the type variables of those that it extends
     */
    Optional<Answer> of(Class<?> resource, Method method);

    /**
     * What is answered.
     *
     * @param type of the JSON
     * @param line type of each line where the answer is also given as lines; null where it isn't
     * @param tagged whether it carries an ETag, and is not sent again to who has it
     */
    record Answer(Type type, Type line, boolean tagged) {}
}
