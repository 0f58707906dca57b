package org.dudao.fact;

import java.lang.annotation.Annotation;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be asked of a fact by name: its components, and the measures that follow from them. */
public final class Measures {
  /** Reads one measure of facts of one type. */
  @FunctionalInterface
  public interface Reader {
    /** What the fact says; null when it was not reported, or when an operand of a derived measure was not. */
    Object read(Subject subject);
  }

  /** Read by a handle at first, for a check of one school reads little; what is read often gets a class of its own. */
  private static final class Measure implements Reader {
    private static final int OFTEN = 10_000;

    private final Method method;
    private final List<String> from;
    /** Null where it follows from others. Java makes a new one, which reads its annotations anew, whenever it is asked. */
    private final RecordComponent component;
    private volatile MethodHandle handle;
    private volatile Reader spun;
    /** Threads may lose some of it: it decides only about speed. */
    private int reads;

    Measure(Method method, List<String> from, RecordComponent component) {
      this.method = method;
      this.from = from;
      this.component = component;
    }

    Class<?> type() {
      return method.getReturnType();
    }

    List<String> from() {
      return from;
    }

    @Override
    public Object read(Subject subject) {
      Reader often = spun;
      return often == null ? readSeldom(subject) : often.read(subject);
    }

    private Object readSeldom(Subject subject) {
      try {
        MethodHandle read = handle;
        if (read == null) {
          read = LOOKUP.unreflect(method).asType(MethodType.methodType(Object.class, Subject.class));
          handle = read;
        }
        if (++reads > OFTEN) {
          spun = spin();
        }
        return (Object) read.invokeExact(subject);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }

    private Reader spin() throws Throwable {
      MethodType form = MethodType.methodType(Object.class, Subject.class);
      return (Reader)
          LambdaMetafactory.metafactory(
                  LOOKUP, "read", MethodType.methodType(Reader.class), form, LOOKUP.unreflect(method),
                  MethodType.methodType(Object.class, method.getDeclaringClass()))
              .getTarget()
              .invokeExact();
    }
  }

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

  private static final ClassValue<Map<String, Measure>> TABLES =
      new ClassValue<>() {
        @Override
        protected Map<String, Measure> computeValue(Class<?> type) {
          return tableOf(type);
        }
      };

  private static final ClassValue<Canonical> CANONICAL =
      new ClassValue<>() {
        @Override
        protected Canonical computeValue(Class<?> type) {
          return Canonical.of(type);
        }
      };

  private Measures() {}

  /** All names that facts of that type know, components first, in the order of declaration. */
  public static Set<String> names(Class<?> type) {
    return TABLES.get(type).keySet();
  }

  public static boolean has(Class<?> type, String name) {
    return TABLES.get(type).containsKey(name);
  }

  /** Whether what is known under that name is a number, and can be compared with one. */
  public static boolean isNumber(Class<?> type, String name) {
    return Number.class.isAssignableFrom(type(type, name)) || type(type, name) == Quantity.class;
  }

  /** Whether what is known under that name can be held against a number in a condition: a number, or a range of grades. */
  static boolean isComparable(Class<?> type, String name) {
    return isNumber(type, name) || type(type, name) == GradeRange.class;
  }

  /** Whether the absence of that day means that it has not come yet: it ends something that another day of the fact began. */
  public static boolean isOpenWithout(Class<?> type, String name) {
    return isDeclared(type, name, NotBefore.class);
  }

  /** Whether what is known under that name is a time of an evening, which may last beyond midnight. */
  public static boolean isOfEvening(Class<?> type, String name) {
    return isDeclared(type, name, Evening.class);
  }

  /** Whether that name is a component that counts pupils for each of whom something is due. */
  public static boolean isOfPupils(Class<?> type, String name) {
    return isDeclared(type, name, Pupils.class);
  }

  /** Whether it is pupils divided by one thing, or one thing divided by pupils. */
  public static boolean isRatioOfPupils(Class<?> type, String name) {
    List<String> from = from(type, name);
    return type(type, name) == Quantity.class && from.size() == 2
        && isOfPupils(type, from.get(0)) != isOfPupils(type, from.get(1));
  }

  private static boolean isDeclared(Class<?> type, String name, Class<? extends Annotation> annotation) {
    return declared(type, name, annotation) != null;
  }

  /** What is declared so of that component; null where nothing is, or it is no component. */
  public static <A extends Annotation> A declared(Class<?> type, String name, Class<A> annotation) {
    Measure measure = TABLES.get(type).get(name);
    return measure == null || measure.component == null ? null : measure.component.getAnnotation(annotation);
  }

  /** The Java type of what is known under that name. */
  public static Class<?> type(Class<?> type, String name) {
    return TABLES.get(type).get(name).type();
  }

  /**
   * What the fact says under that name; null when it was not reported, or when an operand of a derived measure was not.
   *
   * @throws IllegalArgumentException when facts of this type know no such name
   */
  public static Object value(Subject subject, String name) {
    return measure(subject.getClass(), name).read(subject);
  }

  /**
   * What reads that measure of facts of that type, for those who read it of many.
   *
   * @throws IllegalArgumentException when facts of this type know no such name
   */
  public static Reader reader(Class<?> type, String name) {
    return measure(type, name);
  }

  private static Measure measure(Class<?> type, String name) {
    Measure measure = TABLES.get(type).get(name);
    if (measure == null) {
      throw new IllegalArgumentException(type.getSimpleName() + " has no measure " + name);
    }
    return measure;
  }

  /** The components that would have to be reported for that measure to be known, in the order of its formula. */
  public static List<String> missing(Subject subject, String name) {
    Measure measure = TABLES.get(subject.getClass()).get(name);
    List<String> absent = measure.from().stream().filter(part -> value(subject, part) == null).toList();
    return absent.isEmpty() ? measure.from() : absent;
  }

  /** Whether that name is a component of such facts, and does not follow from others. */
  public static boolean isReported(Class<?> type, String name) {
    return from(type, name).equals(List.of(name));
  }

  /** The components from which that measure follows: itself, when it is one. */
  public static List<String> from(Class<?> type, String name) {
    return TABLES.get(type).get(name).from();
  }

  /**
   * The same fact, which says something else of some of its components.
   *
   * @param others by the names of the components
   */
  public static Subject with(Subject subject, Map<String, ?> others) {
    Canonical canonical = CANONICAL.get(subject.getClass());
    Object[] values = new Object[canonical.names.length];
    for (int i = 0; i < values.length; i++) {
      String name = canonical.names[i];
      values[i] = others.containsKey(name) ? others.get(name) : canonical.readers[i].read(subject);
    }
    try {
      return (Subject) canonical.constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How a record is made from its components. */
  private record Canonical(Constructor<?> constructor, String[] names, Reader[] readers) {
    static Canonical of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      try {
        return new Canonical(
            type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new)),
            Arrays.stream(components).map(RecordComponent::getName).toArray(String[]::new),
            Arrays.stream(components).map(one -> reader(type, one.getName())).toArray(Reader[]::new));
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static Map<String, Measure> tableOf(Class<?> type) {
    Map<String, Measure> table = new LinkedHashMap<>();
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        table.put(component.getName(), new Measure(component.getAccessor(), List.of(component.getName()), component));
      }
      for (Method method : type.getDeclaredMethods()) {
        From from = method.getAnnotation(From.class);
        if (from != null && Modifier.isPublic(method.getModifiers())) {
          table.put(method.getName(), new Measure(method, List.of(from.value()), null));
        }
      }
    }
    return table;
  }
}
