package org.dudao.cases;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.engine.Checker;
import org.dudao.fact.Codes;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Level;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Subject;
import org.dudao.fact.UnknownName;
import org.dudao.fact.Words;
import org.dudao.load.FactReader;
import org.dudao.load.InputException;
import org.dudao.load.JsonKind;
import org.dudao.load.PlacedJson;
import org.dudao.load.PlacedJson.PlacedValue;
import org.dudao.load.RawDocument;
import org.dudao.load.Source;
import org.dudao.report.Standard;

/** Reads cases strictly: every fault is told with its place, and one faulty case refuses all. */
public final class CaseReader {
  private static final String CASE = "case";
  private static final String REGION = "region";
  private static final String AS_OF = "asOf";
  private static final String FACTS = "facts";
  private static final String PREVIOUS = "previous";
  private static final String EXPECT = "expect";
  private static final String BUREAU = "bureau";
  private static final String OUTCOME = "outcome";
  private static final List<String> REQUIRED = List.of(CASE, REGION, AS_OF, FACTS, EXPECT);
  private static final List<String> KNOWN = List.of(CASE, REGION, AS_OF, FACTS, PREVIOUS, EXPECT);
  private static final List<String> LEVELS = Stream.of(Level.values()).map(Words::of).toList();

  private final FactReader facts;
  private final CaseSheet sheets;
  /** The kind of fact that each standard judges, by its id. */
  private final Map<String, FactKind> kinds = new TreeMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param codes that facts may bear
   * @param checker of whose standards cases may speak
   */
  public CaseReader(Codes codes, Checker checker) {
    this.sheets = new CaseSheet(codes);
    this.facts = new FactReader(codes, null, InputStream.nullInputStream());
    for (Standard standard : checker.citable()) {
      kinds.put(standard.id(), FactKind.ofWord(standard.subjectKind()));
    }
  }

  /**
   * All cases of those files, in their order.
   *
   * @throws InputException with every fault of every file, or when there is no case in them
   */
  public List<TestCase> read(List<Source> sources) throws InputException {
    List<TestCase> cases = new ArrayList<>();
    for (Source source : sources) {
      try {
        if (source.fileName().toLowerCase(Locale.ROOT).endsWith(".csv")) {
          readSheet(source, cases);
        } else {
          read(PlacedJson.read(source, problems), cases);
        }
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    }
    if (problems.isEmpty() && cases.isEmpty()) {
      String names = sources.stream().map(Source::name).collect(Collectors.joining(", "));
      problems.add(Problem.of(ProblemCode.NO_CASES, Origin.of(names), names));
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems.stream().sorted(Problem.ORDER).toList());
    }
    return cases;
  }

  private void read(PlacedValue file, List<TestCase> cases) {
    if (isOf(JsonKind.ARRAY, file)) {
      for (PlacedValue one : file.items()) {
        int before = problems.size();
        TestCase read = isOf(JsonKind.OBJECT, one) ? testCase(one) : null;
        if (problems.size() == before) {
          cases.add(read);
        }
      }
    }
  }

  private void readSheet(Source source, List<TestCase> cases) {
    int before = problems.size();
    for (CaseSheet.Typed typed : sheets.read(source, problems)) {
      if (problems.size() == before) {
        TestCase read = testCase(source, typed);
        if (read != null) {
          cases.add(read);
        }
        before = problems.size();
      }
    }
  }

  /** The case of a sheet; null when its facts cannot be read. */
  private TestCase testCase(Source source, CaseSheet.Typed typed) {
    byte[] document = typed.document().getBytes(StandardCharsets.UTF_8);
    FactReader.Result result =
        facts.readDocuments(List.of(new RawDocument(source.name(), 0, document, null)));
    for (Problem problem : result.problems()) {
      Origin at = typed.place(problem.at().pointer());
      problems.add(new Problem(problem.code(), problem.arguments(), at, problem.count(), problem.samples()));
    }
    if (result.facts().isEmpty()) {
      return null;
    }
    Facts read = result.facts().get(0);
    Facts placed =
        new Facts(read.bureau(), read.asOf(), read.subjects(), typed::place, read.setAside(), read.censored());
    for (Expectation one : typed.expectations) {
      if (requireStandard(one.standard(), one.at())) {
        requireSubject(one.standard(), one.subject(), placed, one.at());
      }
    }
    refuseNone(typed.expectations, typed.name, typed.at);
    return new TestCase(typed.name, typed.at, read.bureau().region(), placed, typed.expectations);
  }

  /** The case; null or of no use when something is wrong with it. */
  private TestCase testCase(PlacedValue one) {
    refuseUnknown(one, KNOWN);
    List<String> absent = REQUIRED.stream().filter(name -> !one.members().containsKey(name)).toList();
    absent.forEach(name -> problems.add(Problem.of(ProblemCode.REQUIRED, one.at(), name)));
    String name = text(one, CASE);
    String region = text(one, REGION);
    String asOf = text(one, AS_OF);
    PlacedValue now = one.members().get(FACTS);
    if (!absent.isEmpty() || name == null || region == null || asOf == null || !isOf(JsonKind.OBJECT, now)) {
      return null;
    }
    PlacedValue own = now.members().get(BUREAU);
    String bureau = quoted(BUREAU) + ": "
        + (own == null ? "{\"id\": \"b\", \"name\": \"b\", \"region\": " + one.members().get(REGION).written() + "}"
            : own.written());
    String day = quoted(AS_OF) + ": " + one.members().get(AS_OF).written();
    Map<String, Origin> taken = new HashMap<>(Map.of("/" + AS_OF, one.members().get(AS_OF).at()));
    if (own == null) {
      taken.put("/" + BUREAU + "/" + REGION, one.members().get(REGION).at());
    }
    Facts read = facts(now.document(own == null ? bureau + ", " + day : day), taken);
    if (read == null) {
      return null;
    }
    if (!read.bureau().region().equals(region)) {
      problems.add(
          Problem.of(ProblemCode.CASE_REGION, read.placeOfBureau(REGION), read.bureau().region(), region));
    }
    PlacedValue before = one.members().get(PREVIOUS);
    if (before != null && isOf(JsonKind.OBJECT, before)) {
      Facts earlier = facts(before.document(bureau), Map.of());
      read = earlier == null ? read : read.after(earlier);
    }
    return new TestCase(name, one.at(), region, read, expectations(one.members().get(EXPECT), name, read));
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }

  /**
   * The facts of the document; null after a fault.
   *
   * @param taken where that stands which was taken into the document from elsewhere, by the pointer to it
   */
  private Facts facts(RawDocument document, Map<String, Origin> taken) {
    FactReader.Result result = facts.readDocuments(List.of(document));
    for (Problem problem : result.problems()) {
      Origin at = taken.getOrDefault(problem.at().pointer(), problem.at());
      problems.add(new Problem(problem.code(), problem.arguments(), at, problem.count(), problem.samples()));
    }
    return result.facts().isEmpty() ? null : result.facts().get(0);
  }

  private List<Expectation> expectations(PlacedValue expect, String name, Facts read) {
    List<Expectation> expectations = new ArrayList<>();
    if (!isOf(JsonKind.OBJECT, expect)) {
      return expectations;
    }
    expect.members().forEach((standard, subjects) -> {
      if (requireStandard(standard, subjects.nameAt()) && isOf(JsonKind.OBJECT, subjects)) {
        subjects.members().forEach((subject, promised) -> {
          requireSubject(standard, subject, read, promised.nameAt());
          Expectation one = expectation(standard, subject, promised);
          if (one != null) {
            expectations.add(one);
          }
        });
      }
    });
    refuseNone(expectations, name, expect.at());
    return expectations;
  }

  private void refuseNone(List<Expectation> expectations, String name, Origin at) {
    if (expectations.isEmpty()) {
      problems.add(Problem.of(ProblemCode.CASE_WITHOUT_EXPECTATION, at, name));
    }
  }

  private boolean requireStandard(String id, Origin at) {
    boolean isKnown = kinds.containsKey(id);
    if (!isKnown) {
      problems.add(Problem.of(ProblemCode.UNKNOWN_STANDARD, at, new UnknownName(id, kinds.keySet())));
    }
    return isKnown;
  }

  private void requireSubject(String standard, String id, Facts read, Origin at) {
    FactKind kind = kinds.get(standard);
    List<String> ids = Expectation.subjects(read, kind).map(Subject::id).toList();
    // What was set aside was told already.
    if (!ids.contains(id) && read.setAside().isEmpty()) {
      problems.add(Problem.of(ProblemCode.CASE_SUBJECT, at, new UnknownName(id, ids), kind.word()));
    }
  }

  private Expectation expectation(String standard, String subject, PlacedValue promised) {
    if (promised.kind() != JsonKind.OBJECT) {
      ExpectedOutcome outcome = outcome(promised);
      return outcome == null ? null : new Expectation(standard, subject, outcome, Map.of(), promised.nameAt());
    }
    List<String> known = new ArrayList<>(List.of(OUTCOME));
    known.addAll(ExpectedDetail.words());
    refuseUnknown(promised, known);
    PlacedValue outcome = promised.members().get(OUTCOME);
    if (outcome == null) {
      problems.add(Problem.of(ProblemCode.REQUIRED, promised.at(), OUTCOME));
      return null;
    }
    Map<ExpectedDetail, String> details = new EnumMap<>(ExpectedDetail.class);
    for (ExpectedDetail detail : ExpectedDetail.values()) {
      PlacedValue value = promised.members().get(detail.word());
      if (value != null) {
        details.put(detail, detail(detail, value));
      }
    }
    ExpectedOutcome expected = outcome(outcome);
    return expected == null ? null : new Expectation(standard, subject, expected, details, promised.nameAt());
  }

  private String detail(ExpectedDetail detail, PlacedValue value) {
    switch (detail) {
      case MISSING -> {
        if (isOf(JsonKind.ARRAY, value)) {
          value.items().forEach(item -> isOf(JsonKind.STRING, item));
        }
        return ExpectedDetail.joined(value.items().stream().map(PlacedValue::text).toList());
      }
      case NOTE -> isOf(JsonKind.BOOLEAN, value);
      case LEVEL -> {
        if (isOf(JsonKind.STRING, value)) {
          requireConstant(value.text().toLowerCase(Locale.ROOT), LEVELS, value.at());
        }
      }
      default -> {
        // 45 and "45" say the same.
        if (value.kind() != JsonKind.NUMBER) {
          isOf(JsonKind.STRING, value);
        }
      }
    }
    return value.text();
  }

  private ExpectedOutcome outcome(PlacedValue value) {
    return isOf(JsonKind.STRING, value) && requireConstant(value.text(), ExpectedOutcome.names(), value.at())
        ? ExpectedOutcome.valueOf(value.text())
        : null;
  }

  private boolean requireConstant(String text, Collection<String> known, Origin at) {
    boolean isKnown = known.contains(text);
    if (!isKnown) {
      problems.add(Problem.of(ProblemCode.UNKNOWN_CONSTANT, at, new UnknownName(text, known)));
    }
    return isKnown;
  }

  private void refuseUnknown(PlacedValue object, Collection<String> known) {
    object.members().forEach((name, value) -> {
      if (!known.contains(name)) {
        problems.add(Problem.of(ProblemCode.UNKNOWN_PROPERTY, value.nameAt(), new UnknownName(name, known)));
      }
    });
  }

  /** The text that stands under that name; null when it is absent, or after a fault. */
  private String text(PlacedValue object, String name) {
    PlacedValue value = object.members().get(name);
    if (value == null || !isOf(JsonKind.STRING, value)) {
      return null;
    }
    if (value.text().isBlank()) {
      problems.add(Problem.of(ProblemCode.BLANK, value.at()));
      return null;
    }
    return value.text();
  }

  private boolean isOf(JsonKind kind, PlacedValue value) {
    boolean isOf = value.kind() == kind;
    if (!isOf) {
      problems.add(
          value.kind() == null
              ? Problem.of(ProblemCode.NULL, value.at())
              : Problem.of(wanted(kind), value.at(), value.kind()));
    }
    return isOf;
  }

  private static ProblemCode wanted(JsonKind kind) {
    return switch (kind) {
      case STRING -> ProblemCode.WRONG_TYPE_STRING;
      case NUMBER -> ProblemCode.WRONG_TYPE_NUMBER;
      case BOOLEAN -> ProblemCode.WRONG_TYPE_BOOLEAN;
      case ARRAY -> ProblemCode.WRONG_TYPE_ARRAY;
      case OBJECT -> ProblemCode.WRONG_TYPE_OBJECT;
    };
  }
}
