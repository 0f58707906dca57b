package org.dudao.engine;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dudao.engine.drools.RuleBase;
import org.dudao.engine.rule.Rule;
import org.dudao.fact.Condition;
import org.dudao.fact.Limit;
import org.dudao.fact.Origin;
import org.dudao.fact.Period;
import org.dudao.fact.Quantity;
import org.dudao.fact.Text;
import org.dudao.fact.Value;
import org.dudao.fact.WorkCalendar;
import org.dudao.report.Input;

/** Writes a set of rules so that {@link RuleSetReader} reads it back: each text once, then what is made of them. */
final class RuleSetWriter {
  private final Map<String, Integer> texts = new LinkedHashMap<>();
  private final Map<Condition, Integer> scopes = new LinkedHashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(body);

  /** The bytes of that set, which was read from files with that stamp. */
  static byte[] bytes(RuleSet set, List<String> stamp) throws IOException {
    RuleSetWriter writer = new RuleSetWriter();
    writer.all(stamp, writer::text);
    writer.ruleSet(set);
    return writer.withTexts();
  }

  @FunctionalInterface
  private interface Part<T> {
    void write(T part) throws IOException;
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

  private void ruleSet(RuleSet set) throws IOException {
    all(set.codes().lists().entrySet(), list -> {
      text(list.getKey());
      all(list.getValue().entrySet(), code -> {
        text(code.getKey());
        text(code.getValue());
      });
    });
    RuleBase rules = set.checker().rules();
    all(rules.keys().entrySet(), file -> {
      text(file.getKey());
      text(file.getValue());
    });
    all(rules.rules().values(), this::rule);
    all(set.checker().limits(), this::limit);
    all(set.checker().calendars().entrySet(), calendar -> {
      text(calendar.getKey());
      calendar(calendar.getValue());
    });
    all(set.inputs(), this::input);
  }

  private void rule(Rule rule) throws IOException {
    text(rule.id());
    text(rule.title());
    text(rule.subject().getName());
    all(rule.types(), type -> text(type.getName()));
    constant(rule.measured());
    all(rule.names(), this::text);
    constant(rule.demand());
    all(rule.limits(), limit -> {
      text(limit.id());
      origin(limit.origin());
    });
    all(rule.looksAt().entrySet(), one -> {
      text(one.getKey().getName());
      all(one.getValue(), this::text);
    });
    constant(rule.sight());
    out.writeBoolean(rule.gathersSome());
    origin(rule.origin());
  }

  private void limit(Limit limit) throws IOException {
    text(limit.id());
    text(limit.rule());
    text(limit.appliesTo());
    scope(limit.scope());
    value(limit.value());
    text(limit.valueText());
    text(limit.unit());
    constant(limit.level());
    day(limit.from());
    day(limit.until());
    day(limit.announced());
    text(limit.title());
    text(limit.document());
    text(limit.clause());
    text(limit.remedy());
    text(limit.datedBy());
    all(limit.refs(), this::text);
    text(limit.confidence());
    day(limit.checkedOn());
    text(limit.note());
    text(limit.region());
    origin(limit.origin());
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
    if (condition instanceof Condition.All all) {
      out.writeByte('A');
      all(all.parts(), this::condition);
    } else if (condition instanceof Condition.Any any) {
      out.writeByte('O');
      all(any.parts(), this::condition);
    } else if (condition instanceof Condition.Not not) {
      out.writeByte('N');
      condition(not.part());
    } else if (condition instanceof Condition.Comparison comparison) {
      out.writeByte('C');
      text(comparison.measure());
      constant(comparison.operator());
      quantity(comparison.number());
    } else if (condition instanceof Condition.Word word) {
      out.writeByte('W');
      text(word.word());
      all(word.deciders().entrySet(), decider -> {
        text(decider.getKey().getName());
        all(decider.getValue(), this::text);
      });
    }
  }

  private void value(Value value) throws IOException {
    if (value instanceof Value.Number number) {
      out.writeByte('N');
      quantity(number.quantity());
    } else if (value instanceof Value.Yes) {
      out.writeByte('Y');
    } else if (value instanceof Value.Names names) {
      out.writeByte('L');
      all(names.names(), this::text);
    } else if (value instanceof Value.Day day) {
      out.writeByte('D');
      day(day.day());
    } else if (value instanceof Value.Clock clock) {
      out.writeByte('C');
      text(clock.time().toString());
    } else if (value instanceof Value.Field field) {
      out.writeByte('F');
      text(field.measure());
    } else if (value instanceof Value.Time time) {
      out.writeByte('T');
      period(time.period());
    }
  }

  private void period(Period period) throws IOException {
    if (period instanceof Period.Count count) {
      out.writeByte('C');
      out.writeInt(count.number());
      constant(count.unit());
    } else if (period instanceof Period.Until until) {
      out.writeByte('U');
      text(until.day().toString());
    } else if (period instanceof Period.Earliest earliest) {
      out.writeByte('E');
      all(earliest.periods(), this::period);
    } else if (period instanceof Period.Latest latest) {
      out.writeByte('L');
      all(latest.periods(), this::period);
    } else if (period instanceof Period.Nearest nearest) {
      out.writeByte('N');
      text(nearest.day().toString());
    }
  }

  private void calendar(WorkCalendar calendar) throws IOException {
    text(calendar.country());
    all(calendar.holidays(), this::day);
    all(calendar.workdays(), this::day);
    all(calendar.known(), this::span);
    all(calendar.rolls(), this::span);
  }

  private void span(WorkCalendar.Span span) throws IOException {
    day(span.from());
    day(span.to());
  }

  private void input(Input input) throws IOException {
    constant(input.role());
    text(input.file());
    text(input.sha256());
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
    out.writeInt(day == null ? RuleSetReader.NO_DAY : (int) day.toEpochDay());
  }

  private void constant(Enum<?> constant) throws IOException {
    out.writeByte(constant.ordinal());
  }
}
