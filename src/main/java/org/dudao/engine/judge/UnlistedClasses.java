package org.dudao.engine.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dudao.fact.ClassSizes;
import org.dudao.fact.ClassesBySize;
import org.dudao.fact.GradeGroup;
import org.dudao.fact.Limit;
import org.dudao.fact.Measures;
import org.dudao.fact.SchoolClass;
import org.dudao.fact.SizeBracket;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;
import org.dudao.fact.Truth;
import org.dudao.fact.Words;
import org.dudao.report.Datum;
import org.dudao.report.Finding;
import org.dudao.report.Remark;
import org.dudao.report.RemarkCode;
import org.dudao.report.SubjectReference;

/**
 * The classes of a group of grades that are not listed one by one, and of whose sizes the group tells something.
 *
 * @param sizes of all of them
 * @param isCounted whether it is known how many they are, and that nobody else tells of them
 * @param listed how many other classes of the group are listed
 * @param faces a class of each grade and stage of which they may be, by which limits are found that may be for them
 */
public record UnlistedClasses(
    GradeGroup group, ClassSizes sizes, boolean isCounted, int listed, List<SchoolClass> faces) {
  static final String STUDENTS = "students";
  /** What a group tells of the sizes of its classes, and of whom it tells it. */
  static final Set<String> TELLING =
      Set.of(
          "classes", STUDENTS, "classesBySize", "smallestClass", "largestClass", "meanClassSize", "fromGrade",
          "toGrade", "stage");

  static UnlistedClasses of(GradeGroup group, ClassSizes sizes, boolean isCounted, int listed) {
    List<SchoolClass> faces =
        IntStream.rangeClosed(
                Math.min(group.fromGrade(), group.toGrade()), Math.max(group.fromGrade(), group.toGrade()))
            .boxed()
            .flatMap(grade -> stages(group, grade)
                .map(stage -> SchoolClass.of(group.id(), group.name(), group.school(), stage, grade)))
            .toList();
    return new UnlistedClasses(group, sizes, isCounted, listed, faces);
  }

  /** The stage of the group; where it names none all that its school teaches in that grade, or may teach. */
  private static Stream<Stage> stages(GradeGroup group, int grade) {
    if (group.stage() != null) {
      return Stream.of(group.stage());
    }
    List<Stage> ofGrade = Stream.of(Stage.values()).filter(stage -> Boolean.TRUE.equals(stage.has(grade))).toList();
    List<Stage> taught =
        ofGrade.stream().filter(stage -> Boolean.TRUE.equals(group.school().type().teaches(stage))).toList();
    if (!taught.isEmpty()) {
      return taught.stream();
    }
    List<Stage> possible =
        Stream.of(Stage.values())
            .filter(stage -> !Boolean.FALSE.equals(stage.has(grade)))
            .filter(stage -> !Boolean.FALSE.equals(group.school().type().teaches(stage)))
            .toList();
    return possible.isEmpty() ? ofGrade.stream() : possible.stream();
  }

  /** Whether something that speaks against these figures speaks against the sizes. */
  static boolean restOn(Set<String> figures) {
    return figures.stream().anyMatch(TELLING::contains);
  }

  /** Whether the limit is for these classes. */
  private Truth applies(Limit limit) {
    Set<Truth> truths = faces.stream().map(limit::applies).collect(Collectors.toSet());
    return truths.size() == 1 ? truths.iterator().next() : Truth.UNKNOWN;
  }

  /** Whether that face tells of the limit: the first one for which it may be. */
  private boolean tells(SchoolClass face, Limit limit) {
    return faces.stream().filter(limit::bearsOn).findFirst().orElse(null) == face;
  }

  /**
   * How these classes stand to the limit, told by one of their faces; nothing is told of what a group does not report.
   *
   * @param isChosen whether the rule chose this face, and perhaps not the others
   */
  Ruling ruling(Measurement measurement, Bound bound, SchoolClass face, boolean isChosen) {
    Breaking breaking = bound.breaking(sizes);
    boolean isTold = measurement.reads(bound, face).equals(Set.of(STUDENTS));
    if (breaking == null || !isTold || !isChosen && !tells(face, bound.limit())) {
      return Ruling.NOT_APPLICABLE;
    }
    SizeBracket worst = bound.wantsLess() ? sizes.largest() : sizes.smallest();
    Ruling ruling = bound.ruling(worst, breaking.isKeptByAll()).at(group, component(worst, bound));
    if (group.classesBySize() != null && !Boolean.TRUE.equals(ruling.kept())) {
      ruling =
          ruling.with(
              Remark.of(RemarkCode.CLASSES_BY_SIZE, breaking.text(), sizes.classes(), breakingBrackets(bound)));
    }
    if (listed > 0) {
      ruling = ruling.with(Remark.of(RemarkCode.LISTED_BESIDE, listed));
    }
    boolean isForSomeOnly =
        bound.limit().applies(face) == Truth.YES && (isChosen || applies(bound.limit()) != Truth.YES);
    return faces.size() > 1 && isForSomeOnly && !Boolean.TRUE.equals(ruling.kept()) ? undecided(ruling) : ruling;
  }

  /** Of classes of several grades or stages those that do not keep the limit may be such as it is not for. */
  private Ruling undecided(Ruling ruling) {
    List<String> unknown = List.of(group.fromGrade().equals(group.toGrade()) ? "stage" : "grade");
    return ruling.undecided()
        .lacking(unknown)
        .with(Remark.of(RemarkCode.SCOPE_UNKNOWN, new Datum.Components(unknown)));
  }

  /** The brackets of which classes may not keep the limit, each with how many classes are in it. */
  private String breakingBrackets(Bound bound) {
    Map<String, Integer> classes = new LinkedHashMap<>();
    for (SizeBracket one : sizes.brackets()) {
      if (bound.breaking(ClassSizes.of(List.of(one))).most() > 0) {
        classes.merge(one.text(), one.classes(), Integer::sum);
      }
    }
    return classes.entrySet().stream()
        .map(one -> one.getKey() + ": " + one.getValue())
        .collect(Collectors.joining(", "));
  }

  /** The component of the group that tells of the largest class, or where more is wanted of the smallest. */
  private String component(SizeBracket worst, Bound bound) {
    return worst.name() != null
        ? ClassesBySize.place(worst.name())
        : Stream.of("classesBySize", bound.wantsLess() ? "largestClass" : "smallestClass", "meanClassSize")
            .filter(one -> Measures.value(group, one) != null)
            .findFirst()
            .orElse(null);
  }

  /**
   * The finding as one of the group.
   *
   * @param isChosen whether the rule chose this face: other faces may have findings of their own
   */
  Finding told(Finding finding, SchoolClass face, boolean isChosen, SubjectReferences references) {
    SubjectReference judged = references.of(group);
    String facet = isChosen && faces.size() > 1 ? Words.of(face.stage()) + "-" + face.grade() : finding.facet();
    return finding.of(judged, facet, Fingerprint.of(judged, finding.standard().family(), facet));
  }

  /** The listed classes of these that are of none of the sizes told, each of which takes a place in them. */
  static List<Subject> misfits(ClassSizes sizes, List<SchoolClass> listed) {
    List<Subject> misfits = new ArrayList<>();
    ClassSizes rest = sizes;
    for (SchoolClass one : listed) {
      if (one.students() != null) {
        ClassSizes others = rest.without(one.students());
        if (others == rest) {
          misfits.add(one);
        }
        rest = others;
      }
    }
    return misfits;
  }
}
