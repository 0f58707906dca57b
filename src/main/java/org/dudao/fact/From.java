package org.dudao.fact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the reported components from which a derived measure follows, so that what is missing can be said. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface From {
  String[] value();
}
