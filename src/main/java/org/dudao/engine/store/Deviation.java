package org.dudao.engine.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dudao.engine.drools.RuleBase;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.CodeList;
import org.dudao.fact.Codes;
import org.dudao.fact.Effect;
import org.dudao.fact.Limit;
import org.dudao.load.RuleFiles;
import org.dudao.report.OwnRules;
import org.dudao.report.OwnRules.Deed;
import org.dudao.report.RuleBookChanges;

/** Tells what rules of one's own make of the shipped ones. */
final class Deviation {
  private final LinkedRules shipped;
  private final LinkedRules own;
  private final Map<Deed, List<String>> done = new EnumMap<>(Deed.class);
  private final List<OwnRules.Altered> altered = new ArrayList<>();

  private Deviation(LinkedRules shipped, LinkedRules own) {
    this.shipped = shipped;
    this.own = own;
  }

  /**
   * What those files, read as these rules, make of the shipped ones.
   */
  static OwnRules of(RuleFiles files, LinkedRules own, KnownFiles known) {
    return new Deviation(known.stored(), own).told(files, known);
  }

  private OwnRules told(RuleFiles files, KnownFiles known) {
    for (Limit row : own.upper()) {
      add(deed(row.effect()), List.of(named(row)));
    }
    List<Limit> moving = new ArrayList<>(own.upper());
    if (files.isEdition()) {
      RuleBookChanges changes = RuleBookChanges.between(shipped.limits(), own.limits());
      add(Deed.LACKS, changes.missing().stream().map(Deviation::named).toList());
      add(Deed.ADDS, changes.added().stream().map(Deviation::named).toList());
      for (RuleBookChanges.Change change : changes.changed()) {
        altered.add(new OwnRules.Altered(named(change.after()), change.cells()));
        moving.add(change.after());
      }
      moving.addAll(changes.added());
      moving.addAll(changes.missing());
    }
    boolean areSame = known.areAll(files.rules(), known.shipped().rules());
    Map<String, String> before = areSame ? Map.of() : RuleBase.wordings(known.shipped().rules());
    Map<String, String> after = areSame ? Map.of() : RuleBase.wordings(files.rules());
    add(Deed.LACKS_RULES, without(before.keySet(), after.keySet()));
    add(Deed.ADDS_RULES, without(after.keySet(), before.keySet()));
    add(
        Deed.REPLACES_RULES,
        after.keySet().stream().filter(id -> before.containsKey(id) && !before.get(id).equals(after.get(id))).toList());
    add(Deed.LACKS_CODES, without(codes(shipped.codes()), codes(own.codes())));
    add(Deed.ADDS_CODES, without(codes(own.codes()), codes(shipped.codes())));
    add(Deed.LACKS_CALENDARS, without(shipped.calendars().keySet(), own.calendars().keySet()));
    add(Deed.CHANGES_CALENDARS, own.calendars().keySet().stream().filter(this::isOtherCalendar).toList());
    return new OwnRules(files.isEdition(), done, altered, moved(moving));
  }

  private static Deed deed(Effect effect) {
    return switch (effect) {
      case ADDS -> Deed.ADDS;
      case REPLACES -> Deed.REPLACES;
      case WITHDRAWS -> Deed.WITHDRAWS;
      case EXEMPTS -> Deed.EXEMPTS;
    };
  }

  private void add(Deed deed, List<String> ids) {
    done.computeIfAbsent(deed, key -> new ArrayList<>()).addAll(ids);
  }

  private static String named(Limit limit) {
    return limit.region().isEmpty() ? limit.id() : limit.id() + " (" + limit.region() + ")";
  }

  private static List<String> without(Collection<String> some, Collection<String> others) {
    return some.stream().filter(one -> !others.contains(one)).toList();
  }

  private static Set<String> codes(Codes codes) {
    Set<String> all = new TreeSet<>();
    Arrays.stream(CodeList.values())
        .forEach(list -> codes.of(list).forEach(code -> all.add(list.word() + " " + code)));
    return all;
  }

  private boolean isOtherCalendar(String region) {
    return !shipped.calendars().containsKey(region)
        || !shipped.calendars().get(region).tables().equals(own.calendars().get(region).tables());
  }

  /** Those of these limits by which rules measure that are not judged by them. */
  private List<OwnRules.Moved> moved(List<Limit> limits) {
    Set<String> known = shipped.limits().stream().map(Limit::id).collect(Collectors.toSet());
    List<OwnRules.Moved> moved = new ArrayList<>();
    for (Limit limit : limits) {
      Set<String> rules =
          own.rules().rules().values().stream()
              .filter(rule -> rule.limits().stream().anyMatch(named -> named.id().equals(limit.id())))
              .map(Rule::id)
              .collect(Collectors.toCollection(TreeSet::new));
      if (known.contains(limit.id()) && !rules.isEmpty()
          && moved.stream().noneMatch(one -> one.id().equals(named(limit)))) {
        Set<String> standards =
            own.limits().stream().filter(one -> rules.contains(one.rule())).map(Limit::id)
                .collect(Collectors.toCollection(TreeSet::new));
        moved.add(new OwnRules.Moved(named(limit), List.copyOf(rules), List.copyOf(standards)));
      }
    }
    return moved;
  }
}
