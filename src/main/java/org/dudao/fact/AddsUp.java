package org.dudao.fact;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Figures of a fact that count different things, and together are a whole or a part of it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Repeatable(AddsUp.Several.class)
public @interface AddsUp {
  /** The components that are added. */
  String[] parts();

  /** The component that holds the whole. */
  String whole();

  /** Whether there are no other parts, so that they make the whole. */
  boolean exhaustive() default false;

  /** All of one type. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Several {
    AddsUp[] value();
  }
}
