package org.dudao.engine.store;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.dudao.engine.drools.RuleBase;
import org.dudao.engine.rule.Rule;
import org.dudao.engine.rule.Sight;
import org.dudao.fact.Authority;
import org.dudao.fact.Citation;
import org.dudao.fact.CalendarTable;
import org.dudao.fact.CodeList;
import org.dudao.fact.Codes;
import org.dudao.fact.Condition;
import org.dudao.fact.DateRange;
import org.dudao.fact.Effect;
import org.dudao.fact.Festival;
import org.dudao.fact.FormCell;
import org.dudao.fact.Leeway;
import org.dudao.fact.Level;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Period;
import org.dudao.fact.Profile;
import org.dudao.fact.Quantity;
import org.dudao.fact.Relation;
import org.dudao.fact.Stage;
import org.dudao.fact.Subject;
import org.dudao.fact.Territory;
import org.dudao.fact.Text;
import org.dudao.fact.Value;
import org.dudao.fact.Weekend;
import org.dudao.fact.WorkCalendar;
import org.dudao.report.Demand;
import org.dudao.report.InputFile;

/**
 * Reads what {@link StoreWriter} wrote. It is on the path of every start: no reflection, no patterns, nothing read
 * twice.
 */
final class StoreReader {
  /** Stands for the day that is not there. */
  static final int NO_DAY = Integer.MIN_VALUE;
  static final byte NO_CONSTANT = -1;

  private static final Rule.Measured[] MEASURED = Rule.Measured.values();
  private static final Sight[] SIGHTS = Sight.values();
  private static final Stage[] STAGES = Stage.values();
  private static final Demand[] DEMANDS = Demand.values();
  private static final Authority[] AUTHORITIES = Authority.values();
  private static final Level[] LEVELS = Level.values();
  private static final Effect[] EFFECTS = Effect.values();
  private static final Condition.Operator[] OPERATORS = Condition.Operator.values();
  private static final Period.Unit[] UNITS = Period.Unit.values();
  private static final DayOfWeek[] DAYS_OF_WEEK = DayOfWeek.values();
  private static final Relation[] RELATIONS = Relation.values();
  private static final CodeList[] LISTS = CodeList.values();
  private static final InputFile.Role[] ROLES = InputFile.Role.values();

  private final ByteBuffer in;
  private final String[] texts;
  private final List<Condition> scopes = new ArrayList<>();
  private final Map<String, Class<?>> types = new HashMap<>();
  private final List<String> stamp;

  StoreReader(ByteBuffer in) {
    this.in = in;
    this.texts = new String[in.getInt()];
    for (int i = 0; i < texts.length; i++) {
      int length = in.getInt();
      texts[i] = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
      in.position(in.position() + length);
    }
    this.stamp = list(this::text);
  }

  /** That of the files which were read. */
  List<String> stamp() {
    return stamp;
  }

  /** What was written; to be asked for once. */
  LinkedRules linkedRules() {
    Map<CodeList, Map<String, Text>> lists = new EnumMap<>(CodeList.class);
    for (int left = in.getInt(); left > 0; left--) {
      Map<String, Text> codes = new LinkedHashMap<>();
      lists.put(LISTS[in.get()], codes);
      for (int codesLeft = in.getInt(); codesLeft > 0; codesLeft--) {
        codes.put(text(), texts());
      }
    }
    Map<String, Map<String, FormCell>> forms = new LinkedHashMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      Map<String, FormCell> cells = new LinkedHashMap<>();
      forms.put(text(), cells);
      list(this::cell).forEach(cell -> cells.put(cell.name(), cell));
    }
    Map<String, String> keys = new HashMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      keys.put(text(), text());
    }
    Map<String, Rule> rules = new TreeMap<>();
    for (Rule rule : list(this::rule)) {
      rules.put(rule.id(), rule);
    }
    List<Limit> limits = list(this::limit);
    Map<String, WorkCalendar> calendars = new HashMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      calendars.put(text(), calendar());
    }
    Map<String, Profile> profiles = new LinkedHashMap<>();
    list(this::profile).forEach(profile -> profiles.put(profile.id(), profile));
    List<InputFile> inputs = list(() -> new InputFile(ROLES[in.get()], text(), text()));
    return new LinkedRules(
        new Codes(lists, forms), RuleBase.shipped(rules, keys), limits, List.of(), calendars, profiles, inputs);
  }

  private Rule rule() {
    return new Rule(
        text(), texts(), text(), type().asSubclass(Subject.class), all(new LinkedHashSet<>(), this::type), MEASURED[in.get()],
        list(this::text), DEMANDS[in.get()], list(this::reference), list(this::reference), components(), list(this::met),
        SIGHTS[in.get()], all(new LinkedHashSet<>(), () -> STAGES[in.get()]), in.get() != 0, origin());
  }

  private Rule.Met met() {
    return new Rule.Met(type().asSubclass(Subject.class), text(), in.get() != 0);
  }

  private Rule.LimitReference reference() {
    return new Rule.LimitReference(text(), origin());
  }

  private Limit limit() {
    return new Limit(
        text(), text(), text(), scope(), value(), text(), text(), text(), LEVELS[in.get()], day(), day(), day(), texts(),
        citation(), texts(), text(), list(this::text), spanOrNone(), texts(), text(), territoryOrNone(),
        EFFECTS[in.get()], origin());
  }

  private Citation citation() {
    return new Citation(text(), text(), authority(), text(), text(), list(this::text), text(), day());
  }

  private Authority authority() {
    byte ordinal = in.get();
    return ordinal == NO_CONSTANT ? null : AUTHORITIES[ordinal];
  }

  private Territory territoryOrNone() {
    return in.get() == 0 ? null : new Territory(text(), all(new LinkedHashSet<>(), this::text));
  }

  private Condition scope() {
    int index = in.getInt();
    if (index == scopes.size()) {
      scopes.add(condition());
    }
    return scopes.get(index);
  }

  private Condition condition() {
    byte kind = in.get();
    return switch (kind) {
      case 'A' -> new Condition.All(list(this::condition));
      case 'O' -> new Condition.Any(list(this::condition));
      case 'N' -> new Condition.Not(condition());
      case 'C' -> new Condition.Comparison(text(), OPERATORS[in.get()], quantity());
      case 'W' -> new Condition.Word(text(), components());
      default -> throw new IllegalStateException("condition " + kind);
    };
  }

  private Value value() {
    byte kind = in.get();
    return switch (kind) {
      case 'N' -> new Value.Number(quantity());
      case 'R' -> new Value.Range(quantity(), quantity());
      case 'Y' -> new Value.Yes();
      case 'L' -> new Value.Names(list(this::text));
      case 'D' -> new Value.Day(day());
      case 'C' -> new Value.Clock(LocalTime.parse(text()));
      case 'F' -> new Value.Field(text());
      case 'T' -> new Value.Time(period());
      case 'M' -> new Value.CellRelation(RELATIONS[in.get()], cellOrNone(), list(this::cell));
      default -> throw new IllegalStateException("value " + kind);
    };
  }

  private Profile profile() {
    return new Profile(text(), texts(), text(), all(new LinkedHashSet<>(), this::text), origin());
  }

  private FormCell cell() {
    return new FormCell(text(), text(), texts());
  }

  private FormCell cellOrNone() {
    List<FormCell> one = list(this::cell);
    return one.isEmpty() ? null : one.get(0);
  }

  private Period period() {
    byte kind = in.get();
    return switch (kind) {
      case 'C' -> new Period.Count(in.getInt(), UNITS[in.get()], in.get() != 0);
      case 'U' -> new Period.Until(MonthDay.parse(text()));
      case 'E' -> new Period.Earliest(list(this::period));
      case 'L' -> new Period.Latest(list(this::period));
      case 'N' -> new Period.Nearest(MonthDay.parse(text()));
      default -> throw new IllegalStateException("period " + kind);
    };
  }

  private WorkCalendar calendar() {
    return new WorkCalendar(
        new CalendarTable(
            list(this::weekend), days(), days(), list(this::span), list(() -> new Festival(text(), span())),
            list(this::span), list(this::span), list(this::span), leeways()));
  }

  private Map<String, Leeway> leeways() {
    Map<String, Leeway> leeways = new HashMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      leeways.put(text(), new Leeway(in.getInt(), in.getInt(), in.getInt(), in.getInt()));
    }
    return leeways;
  }

  private NavigableSet<LocalDate> days() {
    return all(new TreeSet<>(), this::day);
  }

  private Weekend weekend() {
    return new Weekend(span(), all(EnumSet.noneOf(DayOfWeek.class), () -> DAYS_OF_WEEK[in.get()]));
  }

  private DateRange span() {
    return new DateRange(day(), day());
  }

  private DateRange spanOrNone() {
    return in.get() == 0 ? null : span();
  }

  /** For each type names of its components. */
  private Map<Class<?>, Set<String>> components() {
    Map<Class<?>, Set<String>> components = new LinkedHashMap<>();
    for (int left = in.getInt(); left > 0; left--) {
      components.put(type(), all(new LinkedHashSet<>(), this::text));
    }
    return components;
  }

  private <T> List<T> list(Supplier<T> part) {
    return List.copyOf(all(new ArrayList<>(), part));
  }

  private <T, C extends Collection<T>> C all(C parts, Supplier<T> part) {
    for (int left = in.getInt(); left > 0; left--) {
      parts.add(part.get());
    }
    return parts;
  }

  private String text() {
    return texts[in.getInt()];
  }

  private Text texts() {
    return new Text(text(), text());
  }

  private Origin origin() {
    return new Origin(text(), text(), in.getInt(), in.getInt());
  }

  private Quantity quantity() {
    BigDecimal numerator = new BigDecimal(text());
    BigDecimal denominator = new BigDecimal(text());
    // A whole number is known by this very one.
    return denominator.equals(BigDecimal.ONE) ? Quantity.of(numerator) : new Quantity(numerator, denominator);
  }

  private LocalDate day() {
    int day = in.getInt();
    return day == NO_DAY ? null : LocalDate.ofEpochDay(day);
  }

  private Class<?> type() {
    return types.computeIfAbsent(text(), name -> {
      try {
        return Class.forName(name);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    });
  }
}
