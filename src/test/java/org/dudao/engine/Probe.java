package org.dudao.engine;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dudao.Shipped;
import org.dudao.engine.drools.RuleBase;
import org.dudao.load.InputException;
import org.dudao.load.Source;

/** A rule file of small rules, each named after what it judges, for tests that need no shipped one. */
public final class Probe {
  /** Judges the pupils of each class. */
  public static final String STUDENTS = ofClasses("probe.students", "isAtMost");

  /** Judges the handling of each case. */
  public static final String CASE =
      """
      rule "probe.case"
          @title( "乙" )  @title_en( "B" )
      when
          $case : Case()
          $limit : Limit( rule == "probe.case", bearsOn( $case ) )
      then
          check.period( $case, "received", "closed" ).isWithin( $limit );
      end
      """;

  /** A class has no day of receipt: asking a limit that is dated by it whom it bears on throws, wherever there is a class. */
  public static final String FAILING =
      """
      rule "probe.mean"
          @title( "甲" )  @title_en( "A" )
      when
          $bureau : Bureau()
          $limit : Limit( rule == "probe.mean", bearsOn( $bureau ) )
          $cap : Limit( id == "probe.case" )
          $classes : List( size > 0 ) from collect( SchoolClass( $cap.bearsOn( this ) ) )
      then
          check.that( $bureau, "mean", check.average( $classes, "students" ) ).isAtMost( $limit );
      end
      """;

  private static final String HEADER =
      "package dudao;\nimport java.util.List;\nimport org.dudao.fact.*;\nglobal org.dudao.engine.Check check;\n";

  private Probe() {}

  /** A rule of that name, which compares the pupils of each class with its limit. */
  static String ofClasses(String name, String comparison) {
    return """
        rule "%1$s"
            @title( "甲" )  @title_en( "A" )
        when
            $class : SchoolClass()
            $limit : Limit( rule == "%1$s", bearsOn( $class ) )
        then
            check.that( $class, "students" ).%2$s( $limit );
        end
        """.formatted(name, comparison);
  }

  /** These rules, compiled. */
  public static RuleBase book(String rules) throws InputException {
    return RuleBase.of(List.of(file(rules)), Shipped.CODES);
  }

  /** The file of these rules. */
  public static Source file(String rules) {
    return new Source("probe.drl", "cn/probe.drl", (HEADER + rules).getBytes(StandardCharsets.UTF_8));
  }
}
