package org.dudao.fact;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What kind of school it is, by the codes of JY/T 1001; its words name the stages that it teaches. */
public enum SchoolType implements Spelled {
  KINDERGARTEN("111", "kindergarten"),
  ATTACHED_KINDERGARTEN("119", "kindergarten"),
  PRIMARY_SCHOOL("211", "primary"),
  TEACHING_POINT("218", "primary", "teaching-point"),
  ATTACHED_PRIMARY("219", "primary"),
  WORKERS_PRIMARY("221", "adult"),
  FARMERS_PRIMARY("222", "adult"),
  ADULT_PRIMARY_CLASS("228", "adult"),
  LITERACY_CLASS("229", "adult"),
  JUNIOR_SECONDARY("311", "junior"),
  NINE_YEAR_SCHOOL("312", "nine-year", "primary", "junior"),
  ATTACHED_JUNIOR("319", "junior"),
  VOCATIONAL_JUNIOR("321", "junior", "vocational-junior"),
  ATTACHED_VOCATIONAL_JUNIOR("329", "junior", "vocational-junior"),
  WORKERS_JUNIOR("331", "adult"),
  FARMERS_JUNIOR("332", "adult"),
  COMPLETE_SECONDARY("341", "complete-secondary", "junior", "senior"),
  SENIOR_SECONDARY("342", "senior"),
  TWELVE_YEAR_SCHOOL("345", "twelve-year", "primary", "junior", "senior"),
  ATTACHED_SENIOR("349", "senior"),
  WORKERS_SENIOR("351", "adult"),
  FARMERS_SENIOR("352", "adult"),
  MERGED_VOCATIONAL("361", "vocational"),
  TECHNICAL_SECONDARY("362", "vocational"),
  TEACHER_TRAINING_SECONDARY("363", "vocational"),
  ADULT_VOCATIONAL("364", "vocational", "adult"),
  VOCATIONAL_SENIOR("365", "vocational"),
  SKILLED_WORKERS_SCHOOL("366", "vocational"),
  ATTACHED_VOCATIONAL("368", "vocational"),
  OTHER_VOCATIONAL("369", "vocational"),
  WORK_STUDY_SCHOOL("371", "work-study"),
  UNIVERSITY("411", "higher"),
  COLLEGE("412", "higher"),
  INDEPENDENT_COLLEGE("413", "higher"),
  JUNIOR_COLLEGE("414", "higher"),
  VOCATIONAL_COLLEGE("415", "higher"),
  BRANCH_COLLEGE("419", "higher"),
  WORKERS_COLLEGE("421", "higher", "adult"),
  FARMERS_COLLEGE("422", "higher", "adult"),
  CADRE_COLLEGE("423", "higher", "adult"),
  EDUCATION_COLLEGE("424", "higher", "adult"),
  CORRESPONDENCE_COLLEGE("425", "higher", "adult"),
  OPEN_UNIVERSITY("426", "higher", "adult"),
  OTHER_ADULT_COLLEGE("429", "higher", "adult"),
  BLIND_SCHOOL("511", "special", "blind"),
  DEAF_SCHOOL("512", "special", "deaf"),
  INTELLECTUAL_DISABILITY_SCHOOL("513", "special", "intellectual"),
  OTHER_SPECIAL_SCHOOL("514", "special"),
  ATTACHED_SPECIAL("519", "special"),
  GRADUATE_INSTITUTE("911", "other"),
  OTHER_PRIVATE_HIGHER("921", "other"),
  WORKERS_TRAINING("931", "training", "adult"),
  RURAL_TRAINING("932", "training", "adult"),
  OTHER_TRAINING("933", "training");

  private final String code;
  private final Set<String> words;
  /** The stages of school years that it is made of. */
  private final Set<Stage> stages;
  /** Those of them that one school may teach together. */
  private final List<Stage> schoolStages;

  SchoolType(String code, String... words) {
    this.code = code;
    this.words = Set.of(words);
    this.stages =
        Stream.of(Stage.values())
            .filter(stage -> stage.hasGrades() && this.words.contains(Words.of(stage)))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Stage.class)));
    this.schoolStages = Stage.OF_THROUGH_SCHOOLS.stream().filter(stages::contains).toList();
  }

  public String code() {
    return code;
  }

  /** Which of primary, junior and senior schools of this type teach. */
  public List<Stage> schoolStages() {
    return schoolStages;
  }

  /** The same where they teach several together; none where they teach one. */
  public List<Stage> throughStages() {
    return schoolStages.size() > 1 ? schoolStages : List.of();
  }

  /**
   * Whether schools of this type teach that stage; null where that cannot be told: special schools and classes for pupils
   * with special needs go across the stages, primary schools run classes for the year before school, vocational schools
   * classes of general senior education, and schools for adults are not made of stages.
   */
  public Boolean teaches(Stage stage) {
    if (stages.contains(stage)) {
      return true;
    }
    boolean isAcross =
        stages.isEmpty()
            || stage == Stage.SPECIAL
            || stage == Stage.KINDERGARTEN && stages.contains(Stage.PRIMARY)
            || stage == Stage.VOCATIONAL && (stages.contains(Stage.JUNIOR) || stages.contains(Stage.SENIOR));
    return isAcross ? null : words.contains(Words.of(stage));
  }

  /**
   * Whether a school of this type counts among those of that word; null for what is attached to another school, which some
   * count as one.
   */
  Boolean counts(String word) {
    return !words.contains(word) ? Boolean.FALSE : name().startsWith("ATTACHED_") ? null : Boolean.TRUE;
  }

  /** Whether schools of this type teach none but these stages. */
  public boolean teachesOnly(Set<Stage> some) {
    return !stages.isEmpty() && some.containsAll(stages);
  }

  /** Whether schools of this type teach all grades from the first to the last; null where that cannot be told. */
  Boolean teaches(int first, int last) {
    if (stages.isEmpty()) {
      return null;
    }
    boolean beginsEarlier = false;
    boolean endsLater = false;
    for (Stage stage : stages) {
      beginsEarlier |= stage.firstGrade() <= first;
      endsLater |= stage.lastGrade() >= last;
    }
    return beginsEarlier && endsLater;
  }

  @Override
  public List<String> spellings() {
    return List.of(code);
  }

  @Override
  public Set<String> words() {
    return words;
  }
}
