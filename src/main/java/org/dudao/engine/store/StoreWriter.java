package org.dudao.engine.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dudao.engine.drools.RuleBase;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Citation;
import org.dudao.fact.CalendarTable;
import org.dudao.fact.Condition;
import org.dudao.fact.ConditionVisitor;
import org.dudao.fact.FormCell;
import org.dudao.fact.DateRange;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Period;
import org.dudao.fact.PeriodVisitor;
import org.dudao.fact.Profile;
import org.dudao.fact.Quantity;
import org.dudao.fact.Territory;
import org.dudao.fact.Text;
import org.dudao.fact.Value;
import org.dudao.fact.ValueVisitor;
import org.dudao.fact.WorkCalendar;
import org.dudao.report.InputFile;

/** Writes linked rules so that {@link StoreReader} reads it back: each text once, then what is made of them. */
final class StoreWriter {
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Map<Condition, Integer> scopes = new LinkedHashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(body);
  private final Conditions conditions = new Conditions();
  private final Values values = new Values();
  private final Periods periods = new Periods();

  /** The bytes of what was read from files with that stamp. */
  static byte[] bytes(LinkedRules linked, List<String> stamp) throws IOException {
    StoreWriter writer = new StoreWriter();
    writer.all(stamp, writer::text);
    writer.linkedRules(linked);
    return writer.withTexts();
  }

  @FunctionalInterface
  private interface Part<T> {
    void write(T part) throws IOException;
  }

  /** Writes one thing whose kind is known: a letter for the kind first. */
  @FunctionalInterface
  private interface Writing {
    void write() throws IOException;
  }

  private byte[] withTexts() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream whole = new DataOutputStream(bytes);
    whole.writeInt(texts.size());
    for (String text : texts.keySet()) {
      byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
      whole.writeInt(encoded.length);
      whole.write(encoded);
    }
    body.writeTo(whole);
    return bytes.toByteArray();
  }

  private void linkedRules(LinkedRules linked) throws IOException {
    all(linked.codes().lists().entrySet(), list -> {
      constant(list.getKey());
      all(sorted(list.getValue()), code -> {
        text(code.getKey());
        text(code.getValue());
      });
    });
    all(sorted(linked.codes().forms()), form -> {
      text(form.getKey());
      all(form.getValue().values(), this::cell);
    });
    RuleBase rules = linked.rules();
    all(rules.keys().entrySet(), file -> {
      text(file.getKey());
      text(file.getValue());
    });
    all(rules.rules().values(), this::rule);
    all(linked.limits(), this::limit);
    all(sorted(linked.calendars()), calendar -> {
      text(calendar.getKey());
      calendar(calendar.getValue());
    });
    all(linked.profiles().values(), this::profile);
    all(linked.inputs(), this::input);
  }

  private void rule(Rule rule) throws IOException {
    text(rule.id());
    text(rule.title());
    text(rule.family());
    text(rule.subject().getName());
    all(rule.types(), type -> text(type.getName()));
    constant(rule.measured());
    all(rule.names(), this::text);
    constant(rule.demand());
    all(rule.limits(), this::reference);
    all(rule.allowedBy(), this::reference);
    all(sorted(rule.looksAt()), one -> {
      text(one.getKey().getName());
      all(one.getValue(), this::text);
    });
    all(rule.met(), met -> {
      text(met.type().getName());
      text(met.key());
      out.writeBoolean(met.multiplies());
    });
    constant(rule.sight());
    all(rule.stages(), this::constant);
    out.writeBoolean(rule.gathersSome());
    origin(rule.origin());
  }

  private void reference(Rule.LimitReference reference) throws IOException {
    text(reference.id());
    origin(reference.origin());
  }

  private void limit(Limit limit) throws IOException {
    text(limit.id());
    text(limit.rule());
    text(limit.appliesTo());
    scope(limit.scope());
    value(limit.value());
    text(limit.valueText());
    text(limit.sameAs());
    text(limit.unit());
    constant(limit.level());
    day(limit.from());
    day(limit.until());
    day(limit.announced());
    text(limit.title());
    citation(limit.citation());
    text(limit.remedy());
    text(limit.datedBy());
    all(limit.calendars(), this::text);
    spanOrNone(limit.suspended());
    text(limit.note());
    text(limit.region());
    territoryOrNone(limit.territory());
    constant(limit.effect());
    origin(limit.origin());
  }

  private void citation(Citation citation) throws IOException {
    text(citation.document());
    text(citation.clause());
    out.writeByte(citation.authority() == null ? StoreReader.NO_CONSTANT : citation.authority().ordinal());
    text(citation.words());
    text(citation.source());
    all(citation.refs(), this::text);
    text(citation.confidence());
    day(citation.checkedOn());
  }

  private void territoryOrNone(Territory territory) throws IOException {
    out.writeBoolean(territory != null);
    if (territory != null) {
      text(territory.within());
      all(new TreeSet<>(territory.except()), this::text);
    }
  }

  /** Many limits have the same scope: it follows when it is first met. */
  private void scope(Condition scope) throws IOException {
    Integer known = scopes.putIfAbsent(scope, scopes.size());
    out.writeInt(known == null ? scopes.size() - 1 : known);
    if (known == null) {
      condition(scope);
    }
  }

  private void condition(Condition condition) throws IOException {
    condition.accept(conditions).write();
  }

  private void value(Value value) throws IOException {
    value.accept(values).write();
  }

  private void period(Period period) throws IOException {
    period.accept(periods).write();
  }

  private void calendar(WorkCalendar calendar) throws IOException {
    CalendarTable table = calendar.tables().get(0);
    all(table.weekends(), weekend -> {
      span(weekend.span());
      all(weekend.days(), this::constant);
    });
    all(table.holidays(), this::day);
    all(table.workdays(), this::day);
    all(table.open(), this::span);
    all(table.statutory(), festival -> {
      text(festival.name());
      span(festival.days());
    });
    all(table.regulated(), this::span);
    all(table.known(), this::span);
    all(table.rolls(), this::span);
    all(sorted(table.leeways()), leeway -> {
      text(leeway.getKey());
      out.writeInt(leeway.getValue().freeBefore());
      out.writeInt(leeway.getValue().freeAfter());
      out.writeInt(leeway.getValue().workedBefore());
      out.writeInt(leeway.getValue().workedAfter());
    });
  }

  private void profile(Profile profile) throws IOException {
    text(profile.id());
    text(profile.title());
    text(profile.document());
    all(profile.standards(), this::text);
    origin(profile.origin());
  }

  private void cell(FormCell cell) throws IOException {
    text(cell.name());
    text(cell.unit());
    text(cell.title());
  }

  private void spanOrNone(DateRange span) throws IOException {
    out.writeBoolean(span != null);
    if (span != null) {
      span(span);
    }
  }

  private void span(DateRange span) throws IOException {
    day(span.from());
    day(span.to());
  }

  private void input(InputFile input) throws IOException {
    constant(input.role());
    text(input.file());
    text(input.sha256());
  }

  /** What stands in a map without an order of its own, in one that is the same in each build. */
  private static <K, V> List<Map.Entry<K, V>> sorted(Map<K, V> map) {
    return map.entrySet().stream().sorted(Comparator.comparing(one -> one.getKey().toString())).toList();
  }

  private <T> void all(Collection<T> parts, Part<T> part) throws IOException {
    out.writeInt(parts.size());
    for (T one : parts) {
      part.write(one);
    }
  }

  private void text(String text) throws IOException {
    Integer known = texts.putIfAbsent(text, texts.size());
    out.writeInt(known == null ? texts.size() - 1 : known);
  }

  private void text(Text text) throws IOException {
    text(text.zh());
    text(text.en());
  }

  private void origin(Origin origin) throws IOException {
    text(origin.file());
    text(origin.pointer());
    out.writeInt(origin.line());
    out.writeInt(origin.column());
  }

  private void quantity(Quantity quantity) throws IOException {
    text(quantity.numerator().toString());
    text(quantity.denominator().toString());
  }

  private void day(LocalDate day) throws IOException {
    out.writeInt(day == null ? StoreReader.NO_DAY : (int) day.toEpochDay());
  }

  private void constant(Enum<?> constant) throws IOException {
    out.writeByte(constant.ordinal());
  }

  private final class Conditions implements ConditionVisitor<Writing> {
    @Override
    public Writing word(Condition.Word word) {
      return () -> {
        out.writeByte('W');
        text(word.word());
        StoreWriter.this.all(word.deciders().entrySet(), decider -> {
          text(decider.getKey().getName());
          StoreWriter.this.all(decider.getValue(), StoreWriter.this::text);
        });
      };
    }

    @Override
    public Writing comparison(Condition.Comparison comparison) {
      return () -> {
        out.writeByte('C');
        text(comparison.measure());
        constant(comparison.operator());
        quantity(comparison.number());
      };
    }

    @Override
    public Writing all(Condition.All all) {
      return () -> parts('A', all.parts());
    }

    @Override
    public Writing any(Condition.Any any) {
      return () -> parts('O', any.parts());
    }

    @Override
    public Writing not(Condition.Not not) {
      return () -> {
        out.writeByte('N');
        condition(not.part());
      };
    }

    private void parts(char kind, List<Condition> parts) throws IOException {
      out.writeByte(kind);
      StoreWriter.this.all(parts, StoreWriter.this::condition);
    }
  }

  private final class Values implements ValueVisitor<Writing> {
    @Override
    public Writing number(Value.Number number) {
      return () -> {
        out.writeByte('N');
        quantity(number.quantity());
      };
    }

    @Override
    public Writing range(Value.Range range) {
      return () -> {
        out.writeByte('R');
        quantity(range.low());
        quantity(range.high());
      };
    }

    @Override
    public Writing yes(Value.Yes yes) {
      return () -> out.writeByte('Y');
    }

    @Override
    public Writing names(Value.Names names) {
      return () -> {
        out.writeByte('L');
        all(names.names(), StoreWriter.this::text);
      };
    }

    @Override
    public Writing day(Value.Day day) {
      return () -> {
        out.writeByte('D');
        StoreWriter.this.day(day.day());
      };
    }

    @Override
    public Writing clock(Value.Clock clock) {
      return () -> {
        out.writeByte('C');
        text(clock.time().toString());
      };
    }

    @Override
    public Writing field(Value.Field field) {
      return () -> {
        out.writeByte('F');
        text(field.measure());
      };
    }

    @Override
    public Writing time(Value.Time time) {
      return () -> {
        out.writeByte('T');
        period(time.period());
      };
    }

    @Override
    public Writing cells(Value.CellRelation relation) {
      return () -> {
        out.writeByte('M');
        constant(relation.relation());
        StoreWriter.this.all(Stream.ofNullable(relation.stated()).toList(), StoreWriter.this::cell);
        StoreWriter.this.all(relation.operands(), StoreWriter.this::cell);
      };
    }
  }

  private final class Periods implements PeriodVisitor<Writing> {
    @Override
    public Writing count(Period.Count count) {
      return () -> {
        out.writeByte('C');
        out.writeInt(count.number());
        constant(count.unit());
        out.writeBoolean(count.withFirst());
      };
    }

    @Override
    public Writing until(Period.Until until) {
      return () -> dayOfYear('U', until.day());
    }

    @Override
    public Writing earliest(Period.Earliest earliest) {
      return () -> choice('E', earliest.periods());
    }

    @Override
    public Writing latest(Period.Latest latest) {
      return () -> choice('L', latest.periods());
    }

    @Override
    public Writing nearest(Period.Nearest nearest) {
      return () -> dayOfYear('N', nearest.day());
    }

    private void dayOfYear(char kind, MonthDay day) throws IOException {
      out.writeByte(kind);
      text(day.toString());
    }

    private void choice(char kind, List<Period> spans) throws IOException {
      out.writeByte(kind);
      all(spans, StoreWriter.this::period);
    }
  }
}
