package org.dudao.fact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text component that must be a code of that list. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Coded {
  CodeList value();

  /** Whether a fact without a code bears none of the list, so that nothing is unknown. */
  boolean absentIsNone() default false;

  /** Whether the code says which one thing the fact tells, so that a code that no fact bears is a thing that nobody told. */
  boolean namesWhatIsTold() default false;
}
