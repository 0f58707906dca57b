package org.dudao.load;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dudao.fact.Bureau;
import org.dudao.fact.CodeList;
import org.dudao.fact.Codes;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Subject;
import org.dudao.fact.UnknownName;

/** Reads facts from files, folders, globs, JSON Lines (also gzipped) and standard input, and joins those of one bureau and date. */
public final class FactReader {
  private final Map<CodeList, Spellings<String>> codes;
  private final LocalDate asOf;
  private final InputStream in;
  private final int maxBytes;
  private final int maxBytesOfFile;

  /**
   * @param asOf the day of judgement for all documents; null to take each document's own
   * @param in what {@code -} reads
   */
  public FactReader(Codes codes, LocalDate asOf, InputStream in) {
    this(codes, asOf, in, DocumentSplitter.MAX_BYTES, DocumentSplitter.MAX_BYTES);
  }

  FactReader(Codes codes, LocalDate asOf, InputStream in, int maxBytes, int maxBytesOfFile) {
    this.codes = new EnumMap<>(CodeList.class);
    codes.lists().forEach((list, titles) -> this.codes.put(list, Spellings.of(titles.keySet())));
    this.asOf = asOf;
    this.in = in;
    this.maxBytes = maxBytes;
    this.maxBytesOfFile = maxBytesOfFile;
  }

  /**
   * What could be read.
   *
   * @param files those that could be read to their end
   * @param problems every fault of every document that had to be left out
   */
  public record Result(List<Facts> facts, List<ReadFile> files, List<Problem> problems) {}

  /**
   * A file that was read.
   *
   * @param name as reports cite it
   * @param sha256 of its bytes, lower-case hexadecimal
   */
  public record ReadFile(String name, String sha256) {}

  /** Reads all those files, folders and globs; a document with faults is left out whole, and hides no other. */
  public Result read(List<String> arguments) {
    List<Problem> problems = new ArrayList<>();
    List<ReadFile> files = new ArrayList<>();
    List<RawDocument> documents = new ArrayList<>();
    for (FactFiles.FactFile file : FactFiles.of(arguments, problems)) {
      MessageDigest digest = Source.digest();
      if (cut(file, digest, documents)) {
        files.add(new ReadFile(file.name(), HexFormat.of().formatHex(digest.digest())));
      }
    }
    return joined(files, read(documents, problems), problems);
  }

  /** Reads those documents as if they came in files, and joins them. */
  public Result readDocuments(List<RawDocument> raw) {
    List<Problem> problems = new ArrayList<>();
    return joined(List.of(), read(raw, problems), problems);
  }

  /**
   * Adds the documents of the file. Tells whether it was read to its end: all of it must lie in memory, which a small
   * zip must not fill.
   */
  private boolean cut(FactFiles.FactFile file, MessageDigest digest, List<RawDocument> documents) {
    try (DocumentSplitter splitter = file.documents(new DigestInputStream(file.open(in), digest), maxBytes)) {
      long left = maxBytesOfFile;
      for (RawDocument next = splitter.next(); next != null; next = splitter.next()) {
        left -= next.bytes().length;
        if (left < 0) {
          Problem problem = Problem.of(ProblemCode.FILE_TOO_LARGE, next.at(), maxBytesOfFile);
          documents.add(new RawDocument(file.name(), next.linesBefore(), new byte[0], problem));
          return false;
        }
        documents.add(next);
      }
      return splitter.reachedEnd();
    } catch (IOException e) {
      documents.add(RawDocument.unreadable(file.name(), e));
      return false;
    }
  }

  /** The documents that can be read; what is wrong with the others is added to the problems. */
  private List<DocumentReader.Document> read(List<RawDocument> raw, List<Problem> problems) {
    List<DocumentReader.Document> documents = new ArrayList<>();
    for (RawDocument one : raw) {
      if (one.fault() != null) {
        problems.add(one.fault());
        continue;
      }
      try {
        documents.add(new DocumentReader(codes, one).read());
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    }
    return documents;
  }

  private Result joined(List<ReadFile> files, List<DocumentReader.Document> documents, List<Problem> problems) {
    List<Facts> facts = new ArrayList<>();
    for (List<DocumentReader.Document> group : groups(documents, problems)) {
      try {
        facts.add(joined(group));
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    }
    return new Result(facts, files, problems);
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
