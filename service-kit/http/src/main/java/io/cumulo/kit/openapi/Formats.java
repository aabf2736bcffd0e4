package io.cumulo.kit.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the files may be written in that a resource takes: the values of its parameter {@value #PARAMETER}, the first as its example. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Formats {

    String PARAMETER = "format";

    String[] value();
}
