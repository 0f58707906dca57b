package org.dudao.fact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A day that cannot lie before another day of the same fact: the case would seem done in time. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface NotBefore {
  /** The components that hold the earlier days. */
  String[] value();
}
