package org.dudao;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dudao.engine.Checker;
import org.dudao.engine.drools.RuleBase;
import org.dudao.fact.Codes;
import org.dudao.fact.Facts;
import org.dudao.fact.Limit;
import org.dudao.fact.Profile;
import org.dudao.fact.WorkCalendar;
import org.dudao.load.CalendarReader;
import org.dudao.load.CodeReader;
import org.dudao.load.FactReader;
import org.dudao.load.FormReader;
import org.dudao.load.InputException;
import org.dudao.load.LimitReader;
import org.dudao.load.ProfileReader;
import org.dudao.load.RuleFiles;

/** The shipped rules, read and compiled once for all tests. */
public final class Shipped {
  public static final Path FIXTURES = Path.of("fixtures");

  public static final RuleFiles FILES = files();
  private static final FormReader.Forms FORMS =
      read(() -> new FormReader(new CodeReader().read(FILES.codes())).read(FILES.forms()));
  public static final Codes CODES = FORMS.codes();
  public static final List<Limit> LIMITS = limits();
  public static final Map<String, WorkCalendar> CALENDARS = read(() -> new CalendarReader().read(FILES.calendars()));
  public static final Map<String, Profile> PROFILES =
      read(() -> new ProfileReader(LIMITS.stream().map(Limit::id).toList()).read(FILES.profiles()));
  public static final RuleBase RULES = read(() -> RuleBase.of(FILES.rules(), CODES));
  public static final Checker CHECKER = checker(LIMITS);

  private Shipped() {}

  /** The same rules under other limits. */
  public static Checker checker(List<Limit> limits) {
    return read(() -> Checker.of(RULES, limits, CALENDARS, PROFILES));
  }

  /** Reads files and folders of facts. */
  public static FactReader.Result facts(String... files) {
    return new FactReader(CODES, null, System.in).read(List.of(files));
  }

  /** Reads one document. */
  public static FactReader.Result read(byte[] document) {
    return new FactReader(CODES, null, new ByteArrayInputStream(document)).read(List.of("-"));
  }

  /** The facts of one document, which must be sound. */
  public static Facts facts(byte[] document) {
    FactReader.Result result = read(document);
    if (!result.problems().isEmpty()) {
      throw new AssertionError(result.problems() + "\n" + new String(document, StandardCharsets.UTF_8));
    }
    return result.facts().get(0);
  }

  /** Something that reads input. */
  @FunctionalInterface
  public interface Reading<T> {
    T get() throws InputException;
  }

  /** What was read; faults fail the test with all that is told of them. */
  public static <T> T read(Reading<T> reading) {
    try {
      return reading.get();
    } catch (InputException e) {
      throw new AssertionError(String.join("\n", e.problems().stream().map(Object::toString).toList()));
    }
  }

  private static List<Limit> limits() {
    List<Limit> limits = new ArrayList<>(read(() -> new LimitReader(CODES).read(FILES.limits())));
    limits.addAll(FORMS.relations());
    return List.copyOf(limits);
  }

  private static RuleFiles files() {
    return RuleFiles.shipped();
  }
}
