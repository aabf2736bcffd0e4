package io.cumulo.kit.request;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the resources of a protocol that somebody else has laid down: its clients send query parameters that this service needn't know, empty ones too,
 * and expect them to be left aside. The two clocks are this API's own, and never are.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LeavesUnknownAside {}
