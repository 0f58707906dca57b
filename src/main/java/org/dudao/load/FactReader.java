package org.dudao.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dudao.fact.Bureau;
import org.dudao.fact.CodeList;
import org.dudao.fact.Codes;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Subject;
import org.dudao.fact.UnknownName;

/** Reads facts from files, folders, globs, JSON Lines (also gzipped) and standard input, and joins those of one bureau and date. */
public final class FactReader {
  static final long MAX_BYTES = 256L << 20;

  private final Map<CodeList, Spellings<String>> codes;
  private final LocalDate asOf;
  private final InputStream in;

  /**
   * @param asOf the day of judgement for all documents; null to take each document's own
   * @param in what {@code -} reads
   */
  public FactReader(Codes codes, LocalDate asOf, InputStream in) {
    this.codes = new EnumMap<>(CodeList.class);
    codes.lists().forEach((list, titles) -> this.codes.put(list, Spellings.of(titles.keySet())));
    this.asOf = asOf;
    this.in = in;
  }

  /**
   * What could be read.
   *
   * @param sources the files, for their hashes
   * @param problems every fault of every document that had to be left out
   */
  public record Result(List<Facts> facts, List<Source> sources, List<Problem> problems) {}

  /** Reads all those files, folders and globs; a document with faults is left out whole, and hides no other. */
  public Result read(List<String> arguments) {
    List<Problem> problems = new ArrayList<>();
    List<Source> sources = new ArrayList<>();
    List<DocumentReader.Document> documents = new ArrayList<>();
    for (FactFiles.FactFile file : FactFiles.of(arguments, problems)) {
      try (InputStream stream = file.open(in)) {
        Source source = source(file.name(), stream);
        sources.add(source);
        readSource(source, file.isLines(), documents, problems);
      } catch (IOException e) {
        problems.add(Problem.of(ProblemCode.UNREADABLE, Origin.of(file.name()), e.getMessage()));
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    }
    return joined(sources, documents, problems);
  }

  /**
   * One document that somebody else cut out of a file.
   *
   * @param linesBefore lines of the file before it
   */
  public record Line(String file, int linesBefore, byte[] bytes) {}

  /** Reads those documents as if they came in files, and joins them. */
  public Result readLines(List<Line> lines) {
    List<Problem> problems = new ArrayList<>();
    List<DocumentReader.Document> documents = new ArrayList<>();
    for (Line line : lines) {
      byte[] bytes = line.bytes();
      int from = line.linesBefore() == 0 ? Utf8.start(bytes) : 0;
      if (isWellFormed(line.file(), bytes, from, line.linesBefore(), problems)) {
        readDocument(line.file(), bytes, from, bytes.length, line.linesBefore(), documents, problems);
      }
    }
    return joined(List.of(), documents, problems);
  }

  private Result joined(List<Source> sources, List<DocumentReader.Document> documents, List<Problem> problems) {
    List<Facts> facts = new ArrayList<>();
    for (List<DocumentReader.Document> group : groups(documents, problems)) {
      try {
        facts.add(joined(group));
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    }
    return new Result(facts, sources, problems);
  }

  /** The bytes; more than the bound is refused, so that a small zip cannot fill the memory. */
  private static Source source(String name, InputStream stream) throws IOException, InputException {
    byte[] bytes = stream.readNBytes((int) MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new InputException(List.of(Problem.of(ProblemCode.TOO_LARGE, Origin.of(name), MAX_BYTES)));
    }
    return new Source(name, name, bytes);
  }

  private void readSource(
      Source source, boolean lines, List<DocumentReader.Document> documents, List<Problem> problems) {
    byte[] bytes = source.bytes();
    int from = Utf8.start(bytes);
    if (!isWellFormed(source.name(), bytes, from, 0, problems)) {
      return;
    }
    if (!lines && !(source.name().equals(FactFiles.STANDARD_INPUT) && startsWithWholeDocument(bytes, from))) {
      readDocument(source.name(), bytes, from, bytes.length, 0, documents, problems);
      return;
    }
    if (Utf8.isBlank(bytes, from, bytes.length)) {
      problems.add(Problem.of(ProblemCode.DOCUMENT_OBJECT, new Origin(source.name(), "", 1, 1)));
    }
    int start = from;
    for (int number = 0; start <= bytes.length; number++) {
      int end = Utf8.lineFeed(bytes, start, bytes.length);
      if (!Utf8.isBlank(bytes, start, end)) {
        readDocument(source.name(), bytes, start, end, number, documents, problems);
      }
      start = end + 1;
    }
  }

  private void readDocument(
      String file, byte[] bytes, int from, int to, int linesBefore, List<DocumentReader.Document> documents,
      List<Problem> problems) {
    try {
      documents.add(new DocumentReader(codes, file, linesBefore).read(bytes, from, to));
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
  }

  /** On standard input nobody says whether lines or one document come: more than one line, the first ending its object, are lines. */
  private static boolean startsWithWholeDocument(byte[] bytes, int from) {
    String[] lines = new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8).strip().split("\n", 3);
    return lines.length > 1 && lines[0].strip().endsWith("}") && lines[1].strip().startsWith("{");
  }

  /** Whether the bytes are UTF-8; where they are not is told. */
  private static boolean isWellFormed(
      String file, byte[] bytes, int from, int linesBefore, List<Problem> problems) {
    int malformed = Utf8.firstMalformed(bytes, from, bytes.length);
    if (malformed >= 0) {
      Origin at = new TextPlaces(file, bytes, from, malformed, linesBefore).at(malformed - from, "");
      problems.add(Problem.of(ProblemCode.NOT_UTF8, at));
    }
    return malformed < 0;
  }

  private Collection<List<DocumentReader.Document>> groups(
      List<DocumentReader.Document> documents, List<Problem> problems) {
    Map<List<Object>, List<DocumentReader.Document>> groups = new LinkedHashMap<>();
    for (DocumentReader.Document document : documents) {
      if (document.asOf() == null && asOf == null) {
        problems.add(Problem.of(ProblemCode.NO_DATE, document.bureau().origin()));
        continue;
      }
      List<Object> key = new ArrayList<>();
      key.add(document.bureau().id());
      key.add(asOf == null ? document.asOf() : asOf);
      groups.computeIfAbsent(key, one -> new ArrayList<>()).add(document);
    }
    return groups.values();
  }

  private Facts joined(List<DocumentReader.Document> documents) throws InputException {
    List<Problem> problems = new ArrayList<>();
    Map<FactKind, List<Draft>> drafts = new EnumMap<>(FactKind.class);
    drafts.put(FactKind.BUREAU, List.of(oneBureau(documents, problems)));
    for (FactKind kind : FactKind.values()) {
      if (kind != FactKind.BUREAU) {
        List<Draft> all = new ArrayList<>();
        documents.forEach(document -> all.addAll(document.drafts().getOrDefault(kind, List.of())));
        drafts.put(kind, all);
      }
    }
    Map<FactKind, List<Subject>> subjects = new EnumMap<>(FactKind.class);
    Map<FactKind, Map<String, Draft>> byId = new EnumMap<>(FactKind.class);
    // The kinds are declared so that a fact comes after those it refers to, but for classes of school and case.
    for (FactKind kind : FactKind.values()) {
      List<Subject> list = new ArrayList<>(drafts.get(kind).size());
      Map<String, Draft> first = new HashMap<>(2 * drafts.get(kind).size());
      for (Draft draft : drafts.get(kind)) {
        Draft other = first.putIfAbsent(draft.id(), draft);
        if (other != null) {
          problems.add(
              Problem.of(ProblemCode.DUPLICATE_ID, draft.origin(0), draft.id(), other.origin(0)));
        } else if (link(draft, byId, problems)) {
          list.add(draft.subject());
        }
      }
      subjects.put(kind, Collections.unmodifiableList(list));
      byId.put(kind, first);
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new Facts(
        (Bureau) subjects.get(FactKind.BUREAU).get(0),
        asOf == null ? documents.get(0).asOf() : asOf,
        subjects,
        (kind, number, component) -> drafts.get(kind).get(number).origin(component));
  }

  /** Every document of a bureau names it; what they say of it is joined, and may not differ. */
  private static Draft oneBureau(List<DocumentReader.Document> documents, List<Problem> problems) {
    Draft bureau = documents.get(0).bureau();
    for (DocumentReader.Document document : documents.subList(1, documents.size())) {
      Draft other = document.bureau();
      for (int i = 0; i < other.values.length; i++) {
        if (other.has(i) && !bureau.has(i)) {
          bureau.add(i, other);
        } else if (other.has(i) && !Objects.equals(bureau.values[i], other.values[i])) {
          problems.add(
              Problem.of(
                  ProblemCode.BUREAU_DIFFERS, other.origin(i), Shape.of(FactKind.BUREAU).properties()[i].name,
                  other.values[i], bureau.values[i], bureau.origin(i)));
        }
      }
    }
    return bureau;
  }

  /** Ties the draft to the facts that it refers to; tells whether they are all there. */
  private static boolean link(Draft draft, Map<FactKind, Map<String, Draft>> byId, List<Problem> problems) {
    Shape shape = Shape.of(draft.kind);
    Object[] values = draft.values;
    int before = problems.size();
    for (Shape.Property property : shape.referring()) {
      Object value = values[property.index];
      if (value == null) {
        continue;
      }
      Map<String, Draft> known = byId.getOrDefault(property.referred, Map.of());
      if (value instanceof List<?> ids) {
        List<Subject> subjects = new ArrayList<>();
        for (Object id : ids) {
          subjects.add(resolved((String) id, property, known, draft, problems));
        }
        values[property.index] = subjects;
      } else {
        values[property.index] = resolved((String) value, property, known, draft, problems);
      }
    }
    if (problems.size() > before) {
      return false;
    }
    draft.become(shape.subject(values));
    return true;
  }

  private static Subject resolved(
      String id, Shape.Property property, Map<String, Draft> known, Draft draft, List<Problem> problems) {
    Draft other = known.get(id);
    if (other != null && other.subject() != null) {
      return other.subject();
    }
    problems.add(
        Problem.of(
            ProblemCode.UNKNOWN_REFERENCE, draft.origin(property.index), property.referred.property(),
            new UnknownName(id, known.keySet())));
    return null;
  }
}
