package org.dudao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dudao.fact.ProblemCode;
import org.dudao.report.RemarkCode;

/** The arrows of the house: who may lean on whom. */
@AnalyzeClasses(packages = "org.dudao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule facts_lean_on_nothing =
      classes().that().resideInAPackage("org.dudao.fact..")
          .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.dudao.fact..");

  @ArchTest
  static final ArchRule reports_lean_on_facts_alone =
      classes().that().resideInAPackage("org.dudao.report..")
          .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.dudao.fact..", "org.dudao.report..");

  @ArchTest
  static final ArchRule loading_knows_facts_alone =
      noClasses().that().resideInAPackage("org.dudao.load..")
          .should().dependOnClassesThat()
          .resideInAnyPackage("org.dudao.engine..", "org.dudao.report..", "org.dudao.format..", "org.dudao.cli..");

  @ArchTest
  static final ArchRule the_syntax_of_rules_knows_facts_alone =
      classes().that().resideInAPackage("org.dudao.engine.drl..")
          .should().onlyDependOnClassesThat().resideInAnyPackage("java..", "org.dudao.fact..", "org.dudao.engine.drl..");

  @ArchTest
  static final ArchRule the_meaning_of_rules_does_not_know_how_they_are_run =
      classes().that().resideInAPackage("org.dudao.engine.rule..")
          .should().onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.dudao.fact..", "org.dudao.load..", "org.dudao.report..", "org.dudao.engine.drl..",
              "org.dudao.engine.rule..");

  @ArchTest
  static final ArchRule the_engine_does_not_know_how_reports_look =
      noClasses().that().resideInAPackage("org.dudao.engine..")
          .should().dependOnClassesThat().resideInAnyPackage("org.dudao.format..", "org.dudao.cli..");

  @ArchTest
  static final ArchRule formats_know_reports_alone =
      noClasses().that().resideInAPackage("org.dudao.format..")
          .should().dependOnClassesThat()
          .resideInAnyPackage("org.dudao.engine..", "org.dudao.load..", "org.dudao.cli..");

  @ArchTest
  static final ArchRule nobody_leans_on_the_command_line =
      noClasses().that().resideOutsideOfPackage("org.dudao.cli..")
          .should().dependOnClassesThat().resideInAPackage("org.dudao.cli..");

  @ArchTest
  static final ArchRule nobody_leans_on_the_check_of_a_country =
      noClasses().that().resideOutsideOfPackage("org.dudao.spark..")
          .should().dependOnClassesThat().resideInAPackage("org.dudao.spark..");

  @ArchTest
  static final ArchRule spark_and_what_it_brings_stay_in_the_check_of_a_country =
      noClasses().that().resideOutsideOfPackage("org.dudao.spark..")
          .should().dependOnClassesThat()
          .resideInAnyPackage("org.apache.spark..", "org.apache.hadoop..", "scala..", "com.fasterxml.jackson.databind..");

  @ArchTest
  static final ArchRule the_check_of_a_country_leans_on_these_alone =
      classes().that().resideInAPackage("org.dudao.spark..")
          .should().onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.dudao.fact..", "org.dudao.load..", "org.dudao.engine..", "org.dudao.format..",
              "org.dudao.report..", "org.dudao.spark..", "org.apache.spark..", "org.apache.hadoop..", "scala..", "picocli..");

  @ArchTest
  static final ArchRule drools_stays_in_one_room_of_the_engine =
      noClasses().that().resideOutsideOfPackage("org.dudao.engine.drools..")
          .should().dependOnClassesThat().resideInAnyPackage("org.kie..", "org.drools..");

  @ArchTest
  static final ArchRule picocli_stays_in_the_command_lines =
      noClasses().that().resideOutsideOfPackages("org.dudao.cli..", "org.dudao.spark..")
          .should().dependOnClassesThat().resideInAPackage("picocli..");

  @ArchTest
  static final ArchRule json_is_read_and_written_at_the_doors =
      noClasses().that().resideInAnyPackage("org.dudao.engine..")
          .should().dependOnClassesThat().resideInAPackage("tools.jackson..");

  @ArchTest
  static final ArchRule names_say_what_a_thing_is =
      noClasses().should().haveSimpleNameEndingWith("Util")
          .orShould().haveSimpleNameEndingWith("Utils")
          .orShould().haveSimpleNameEndingWith("Helper")
          .orShould().haveSimpleNameEndingWith("Manager")
          .orShould().haveSimpleNameEndingWith("Impl");

  @ArchTest
  static void every_problem_is_told_by_somebody(JavaClasses classes) {
    Set<ProblemCode> told = used(ProblemCode.class, classes);
    List.copyOf(told).forEach(code -> code.near().ifPresent(told::add));
    assertThat(told).containsExactlyInAnyOrder(ProblemCode.values());
  }

  @ArchTest
  static void every_remark_is_made_by_somebody(JavaClasses classes) {
    assertThat(used(RemarkCode.class, classes)).containsExactlyInAnyOrder(RemarkCode.values());
  }

  @ArchTest
  static final ArchRule no_verdict_by_floating_point =
      noClasses().that().resideInAnyPackage("org.dudao.fact..", "org.dudao.engine..", "org.dudao.report..")
          .should().dependOnClassesThat().haveFullyQualifiedName("java.lang.Double")
          .orShould().dependOnClassesThat().haveFullyQualifiedName("java.lang.Float");

  @ArchTest
  static final ArchRule no_wall_clock_in_a_verdict =
      noClasses().that().resideInAnyPackage("org.dudao.fact..", "org.dudao.load..", "org.dudao.engine..", "org.dudao.report..", "org.dudao.format..")
          .should().callMethod(java.time.LocalDate.class, "now")
          .orShould().callMethod(java.time.Instant.class, "now")
          .orShould().callMethod(System.class, "currentTimeMillis");

  /** The constants that other classes name. */
  private static <E extends Enum<E>> Set<E> used(Class<E> type, JavaClasses classes) {
    JavaClass declared = classes.get(type);
    Set<E> used = EnumSet.noneOf(type);
    for (E constant : type.getEnumConstants()) {
      if (declared.getField(constant.name()).getAccessesToSelf().stream()
          .anyMatch(access -> !access.getOriginOwner().equals(declared))) {
        used.add(constant);
      }
    }
    return used;
  }
}
