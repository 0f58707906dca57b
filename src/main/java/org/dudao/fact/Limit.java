package org.dudao.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One dated, cited demand: how much, for whom, where, from when until when, how binding, by whose authority.
 *
 * @param id the standard's id; versions of one norm over time and regions share it
 * @param rule the rule that measures what this limits
 * @param appliesTo the scope as it was written
 * @param sameAs the id of the limit whose value it has, whatever that is; empty where its row says its own
 * @param unit of the value; periods carry theirs in the value
 * @param level as the words of the norm decide; null in a row that only takes limits away
 * @param from first day in force; null for always
 * @param until first day no longer in force; null for ever
 * @param announced the day from which it could be known that it will be in force; null when it was not known ahead
 * @param datedBy the component of the subject whose day chooses the law; empty for the day of judgement
 * @param calendars regions; days that are working days in all of them are counted; none for those of the bureau
 * @param suspended days on which the demand is not made; null when it always is
 * @param citation the document that says so
 * @param region where it is in force: the upper-case name of the folder it stands in
 * @param territory where of its region it is in force; null for all of it
 * @param effect what it does to the limits of its id that are law without it
 */
public record Limit(
    String id,
    String rule,
    String appliesTo,
    Condition scope,
    Value value,
    String valueText,
    String sameAs,
    String unit,
    Level level,
    LocalDate from,
    LocalDate until,
    LocalDate announced,
    Text title,
    Citation citation,
    Text remedy,
    String datedBy,
    List<String> calendars,
    DateRange suspended,
    Text note,
    String region,
    Territory territory,
    Effect effect,
    Origin origin) {
  /** Before the first day in the id of what is only scheduled. */
  private static final String SINCE = "~";

  /** Before the id of the limit whose value another has. */
  public static final String SAME_AS = "=";

  /** The topic of what holds a submission against itself. */
  public static final String CONSISTENCY = "consistency";

  /** The same demand with another value, of its own. */
  public Limit with(Value other, String otherText) {
    return with(id, other, otherText, "", level);
  }

  /** The same demand, which has the value of that limit. */
  public Limit having(Limit shared) {
    return with(id, shared.value, shared.valueText, sameAs, level);
  }

  /** The same demand, which has the value of that limit; where another document says it, that is cited. */
  private Limit sharing(Limit shared) {
    Limit having = having(shared);
    return document().equals(shared.document()) ? having : having.citing(shared.citation);
  }

  private Limit citing(Citation other) {
    return new Limit(
        id, rule, appliesTo, scope, value, valueText, sameAs, unit, level, from, until, announced, title, other, remedy,
        datedBy, calendars, suspended, note, region, territory, effect, origin);
  }

  /**
   * The same demand as long as it is only scheduled: a standard of its own beside the version that binds, which warns,
   * whatever it will be.
   */
  public Limit scheduled() {
    return with(id + SINCE + from, value, valueText, sameAs, level == Level.MUST ? Level.SHOULD : level);
  }

  /** The id under which it is law, whether it binds yet or is only scheduled. */
  public String unscheduledId() {
    return unscheduled(id);
  }

  /** The id under which the standard of that id is law, or will be. */
  public static String unscheduled(String id) {
    int day = id.indexOf(SINCE);
    return day < 0 ? id : id.substring(0, day);
  }

  private Limit with(String otherId, Value other, String otherText, String otherSameAs, Level otherLevel) {
    return new Limit(
        otherId, rule, appliesTo, scope, other, otherText, otherSameAs, unit, otherLevel, from, until, announced, title,
        citation, remedy, datedBy, calendars, suspended, note, region, territory, effect, origin);
  }

  /** The same demand on other days; what begins later than it was announced for is not announced. */
  private Limit during(LocalDate first, LocalDate end) {
    return new Limit(
        id, rule, appliesTo, scope, value, valueText, sameAs, unit, level, first, end,
        Objects.equals(first, from) ? announced : null, title, citation, remedy, datedBy, calendars, suspended, note,
        region, territory, effect, origin);
  }

  /**
   * The same demand with the words of that row, which says the same, around it: its titles, remedy and notes, how sure
   * it is, and its place.
   */
  public Limit toldAs(Limit row) {
    LocalDate known = row.announced == null ? announced : row.announced;
    return new Limit(
        id, rule, appliesTo, scope, value, valueText, sameAs, unit, level, from, until,
        Objects.equals(from, row.from) ? known : announced, row.title, citation.toldAs(row.citation), row.remedy,
        datedBy, calendars, suspended, row.note, region, territory, effect, row.origin);
  }

  /** The same row in another file. */
  public Limit at(Origin other) {
    return new Limit(
        id, rule, appliesTo, scope, value, valueText, sameAs, unit, level, from, until, announced, title, citation,
        remedy, datedBy, calendars, suspended, note, region, territory, effect, other);
  }

  /** The cells that decide what it demands, by their columns, as they are written. */
  public Map<String, String> decisiveCells() {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("rule", rule);
    cells.put("applies_to", appliesTo);
    cells.put("value", sameAs.isEmpty() ? valueText : SAME_AS + sameAs);
    cells.put("unit", unit);
    cells.put("level", level == null ? "" : Words.of(level));
    cells.put("from", written(from));
    cells.put("until", written(until));
    cells.put("dated_by", datedBy);
    cells.put("calendar", String.join(" ", calendars).toLowerCase(Locale.ROOT));
    cells.put("suspended", suspended == null ? "" : suspended.from() + ".." + suspended.to());
    cells.put("document", document());
    cells.put("clause", clause());
    cells.put("authority", citation.authority() == null ? "" : Words.of(citation.authority()));
    cells.put("effect", effect == Effect.ADDS ? "" : Words.of(effect));
    return cells;
  }

  /** The document, with its number. */
  public String document() {
    return citation.document();
  }

  /** Where in the document; may be empty. */
  public String clause() {
    return citation.clause();
  }

  /** How hard it is: as its words decide, but nobody must what was not verified; null where it only takes away. */
  public Level bindingLevel() {
    return level == Level.MUST && citation.isUnverified() ? Level.SHOULD : level;
  }

  /** The same demand, which must be kept however its words put it; what is only doubted stays so. */
  public Limit binding() {
    return level == Level.QUERY ? this : with(id, value, valueText, sameAs, Level.MUST);
  }

  private static String written(LocalDate day) {
    return day == null ? "" : day.toString();
  }

  /**
   * The columns of the cells that decide, and say something else in that row; a number may be written otherwise, and
   * of one that does not say what its document is the other tells it.
   */
  public List<String> differences(Limit other) {
    Map<String, String> others = other.decisiveCells();
    List<String> columns = new ArrayList<>();
    decisiveCells().forEach((column, text) -> {
      boolean isSame =
          text.equals(others.get(column))
              || column.equals("applies_to") && scope.equals(other.scope)
              || column.equals("authority") && (text.isEmpty() || others.get(column).isEmpty())
              || column.equals("value") && isSameNumber(value, other.value);
      if (!isSame) {
        columns.add(column);
      }
    });
    return columns;
  }

  private static boolean isSameNumber(Value one, Value other) {
    return one instanceof Value.Number first && other instanceof Value.Number second
        && first.quantity().compareTo(second.quantity()) == 0;
  }

  /** Whether that row says the same of the same region, in whatever words around it. */
  public boolean isSame(Limit row) {
    return id.equals(row.id) && region.equals(row.region) && differences(row).isEmpty();
  }

  private Limit in(Territory other) {
    return new Limit(
        id, rule, appliesTo, scope, value, valueText, sameAs, unit, level, from, until, announced, title, citation,
        remedy, datedBy, calendars, suspended, note, region, other, effect, origin);
  }

  /** The same demand, made of nobody to whom that row applies. */
  private Limit butFor(Limit exempting) {
    String others = "!(" + exempting.appliesTo + ")";
    return new Limit(
        id, rule, appliesTo.isEmpty() ? others : appliesTo + " " + others,
        new Condition.All(List.of(scope, new Condition.Not(exempting.scope))), value, valueText, sameAs, unit, level, from,
        until, announced, title, citation, remedy, datedBy, calendars, suspended, note, region, territory, effect, origin);
  }

  /** Whether there is a day on which both are in force, by whatever day each is chosen. */
  public boolean overlaps(Limit other) {
    return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
  }

  private boolean startsBeforeEndOf(Limit other) {
    return from == null || other.until == null || from.isBefore(other.until);
  }

  /** Whether there is a place in which both are in force. */
  public boolean meets(Limit other) {
    return place().meets(other.place().within()) && other.place().meets(place().within());
  }

  private Territory place() {
    return territory == null ? new Territory(region, Set.of()) : territory;
  }

  /**
   * What is left of it beside that row, which takes from it what its effect says in its own region and on its own days:
   * parts of which at most one is in force in a place on a day. All of it where they do not meet.
   */
  public List<Limit> beside(Limit row) {
    if (!overlaps(row) || !place().meets(row.region)) {
      return List.of(this);
    }
    List<Limit> left = new ArrayList<>();
    Territory outside = place().outside(row.region);
    if (outside != null) {
      left.add(in(outside));
    }
    Limit inside = outside == null ? this : in(place().inside(row.region));
    boolean beginsBefore = row.from != null && (from == null || from.isBefore(row.from));
    boolean endsAfter = row.until != null && (until == null || until.isAfter(row.until));
    if (beginsBefore) {
      left.add(inside.during(from, row.from));
    }
    if (row.effect == Effect.EXEMPTS) {
      left.add(inside.during(beginsBefore ? row.from : from, endsAfter ? row.until : until).butFor(row));
    }
    if (endsAfter) {
      left.add(inside.during(row.until, until));
    }
    return left;
  }

  /**
   * This limit, which has the value of others of one id, in parts: one where and while each of them is law, and with its
   * value. On days on which none is law the value of the last one stays, or that of the first one is taken ahead.
   *
   * @param versions those others
   * @return empty where there are places of its own in which none of them was ever law
   */
  public Optional<List<Limit>> sharing(List<Limit> versions) {
    List<Limit> parts = new ArrayList<>();
    List<Limit> rest = List.of(this);
    List<Limit> nearestFirst =
        versions.stream().sorted(Comparator.comparing((Limit one) -> one.region.length()).reversed()).toList();
    for (Limit shared : nearestFirst) {
      List<Limit> left = new ArrayList<>();
      for (Limit part : rest) {
        if (part.overlaps(shared) && part.place().meets(shared.region)) {
          parts.add(part.within(shared).sharing(shared));
          left.addAll(part.beside(shared));
        } else {
          left.add(part);
        }
      }
      rest = left;
    }
    for (Limit part : rest) {
      Optional<Limit> nearest = part.nearestInTime(versions);
      if (nearest.isEmpty()) {
        return Optional.empty();
      }
      join(part.sharing(nearest.get()), parts);
    }
    return Optional.of(parts);
  }

  /** Adds the part; to one that says the same there just before or after it, where there is one. */
  private static void join(Limit part, List<Limit> parts) {
    for (int i = 0; i < parts.size(); i++) {
      Limit other = parts.get(i);
      boolean isAlike =
          Set.of("from", "until").containsAll(other.differences(part))
              && other.valueText.equals(part.valueText) && other.place().equals(part.place());
      if (isAlike && other.until != null && other.until.equals(part.from)) {
        parts.set(i, other.during(other.from, part.until));
        return;
      }
      if (isAlike && other.from != null && other.from.equals(part.until)) {
        parts.set(i, part.during(part.from, other.until));
        return;
      }
    }
    parts.add(part);
  }

  /** The last of those that ended before this limit begins, in all places where it is law; else the first after it. */
  private Optional<Limit> nearestInTime(List<Limit> versions) {
    List<Limit> there = versions.stream().filter(one -> Region.covers(one.region, place().within())).toList();
    return there.stream()
        .filter(one -> one.until != null && from != null && !one.until.isAfter(from))
        .max(Comparator.comparing(Limit::until))
        .or(() -> there.stream().filter(one -> one.from != null).min(Comparator.comparing(Limit::from)));
  }

  /** What of it is in force in the region of that limit, which it meets, and on its days. */
  private Limit within(Limit other) {
    Limit inside = place().outside(other.region) == null ? this : in(place().inside(other.region));
    LocalDate first = from == null || other.from != null && other.from.isAfter(from) ? other.from : from;
    LocalDate end = until == null || other.until != null && other.until.isBefore(until) ? other.until : until;
    return Objects.equals(first, from) && Objects.equals(end, until) ? inside : inside.during(first, end);
  }

  /** Whether it is in force in that region on some day. */
  public boolean isLawIn(String place) {
    return territory == null ? Region.covers(region, place) : territory.covers(place);
  }

  /** Whether it holds what was submitted against itself, and accuses nobody of breaking a norm. */
  public boolean isOfConsistency() {
    return topic().equals(CONSISTENCY);
  }

  /** The part of the id before the first dot: what it is about. */
  public String topic() {
    return id.substring(0, id.indexOf('.'));
  }

  /** False only when the subject is known to be out of this limit's scope or time: what cannot be told is judged too. */
  public boolean bearsOn(Subject subject) {
    return applies(subject) != Truth.NO;
  }

  /** Whether this limit is for that subject and its day. */
  public Truth applies(Subject subject) {
    return scope.on(subject).and(datedBy.isEmpty() ? Truth.YES : isInForce(day(subject)));
  }

  /** Whether this limit may be for classes of that stage. */
  public boolean bearsOnClassesOf(Stage stage) {
    Truth isForStage =
        scope.by(
            leaf -> leaf.isToldBy(SchoolClass.class) && leaf.components(SchoolClass.class).contains("stage")
                ? Truth.of(Words.allOf(stage).contains(leaf.name()))
                : Truth.UNKNOWN);
    return isForStage != Truth.NO;
  }

  /** Whether this limit asks the bureau for something by a name that none of these facts of that kind bears. */
  public boolean isOfUntold(Facts facts, FactKind kind) {
    Set<Condition.Leaf> names =
        scope.leaves()
            .filter(leaf -> leaf instanceof Condition.Word word && word.isNameOfWhatIsTold(kind.type()))
            .collect(Collectors.toSet());
    return !names.isEmpty()
        && scope.by(leaf -> names.contains(leaf) ? Truth.YES : ofBureau(leaf, facts.bureau())) != Truth.NO
        && facts.of(kind).stream().noneMatch(fact -> names.stream().anyMatch(name -> name.on(fact) == Truth.YES));
  }

  private static Truth ofBureau(Condition.Leaf leaf, Bureau bureau) {
    return leaf.isToldBy(Bureau.class) ? leaf.on(bureau) : Truth.UNKNOWN;
  }

  /** Whether this limit is for the pupils of that stage of a school of several, and for its day. */
  public Truth applies(School school, Stage stage) {
    Truth isForStage =
        scope.by(
            leaf -> Stage.WORDS_OF_THROUGH_SCHOOLS.contains(leaf.name())
                ? Truth.of(leaf.name().equals(Words.of(stage)))
                : leaf.on(school));
    return isForStage.and(datedBy.isEmpty() ? Truth.YES : isInForce(day(school)));
  }

  /** The components that would have to be reported to tell whether this limit is for that subject. */
  public Set<String> missingToApply(Subject subject) {
    Set<String> missing = new LinkedHashSet<>(scope.missing(subject));
    if (!datedBy.isEmpty() && isInForce(day(subject)) == Truth.UNKNOWN) {
      missing.add(datedBy);
    }
    return missing;
  }

  /** Whether this limit is law on that day; unknown when there is no day and the limit has a beginning or an end. */
  public Truth isInForce(LocalDate day) {
    if (from == null && until == null) {
      return Truth.YES;
    }
    if (day == null) {
      return Truth.UNKNOWN;
    }
    return Truth.of((from == null || !day.isBefore(from)) && (until == null || day.isBefore(until)));
  }

  /** Whether on that day it was known that this limit will bind, and it did not bind yet. */
  public boolean isScheduled(LocalDate day) {
    return announced != null && !day.isBefore(announced) && day.isBefore(from);
  }

  private LocalDate day(Subject subject) {
    return (LocalDate) Measures.value(subject, datedBy);
  }
}
