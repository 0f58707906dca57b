package org.dudao.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dudao.fact.CodeList;
import org.dudao.fact.Codes;
import org.dudao.fact.Facts;
import org.dudao.fact.FormCell;
import org.dudao.fact.Intake;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/** Reads facts from files, folders, globs, JSON Lines (also gzipped) and standard input, and joins those of one bureau and date. */
public final class FactReader {
  /** The argument that stands for it. */
  public static final String STANDARD_INPUT = FactFiles.STANDARD_INPUT;

  private final Map<CodeList, Spellings<String>> codes;
  private final Map<String, Map<String, FormCell>> forms;
  private final LocalDate asOf;
  private final InputStream in;
  private final InputBounds bounds;

  /**
   * @param asOf the day of judgement for all documents; null to take each document's own
   * @param in what {@code -} reads
   */
  public FactReader(Codes codes, LocalDate asOf, InputStream in) {
    this(codes, asOf, in, InputBounds.USUAL);
  }

  /** The same that reads no more than these bounds let it. */
  public FactReader(Codes codes, LocalDate asOf, InputStream in, InputBounds bounds) {
    this.codes = new EnumMap<>(CodeList.class);
    codes.lists().forEach((list, titles) -> this.codes.put(list, Spellings.of(titles.keySet())));
    this.forms = codes.forms();
    this.asOf = asOf;
    this.in = in;
    this.bounds = bounds;
  }

  /**
   * What could be read, and what could not.
   *
   * @param files those that could be read to their end
   * @param others what is wrong with files and documents that no facts came of
   * @param refused the documents that no facts came of
   * @param intake how much was read, and how much was not
   */
  public record Result(
      List<Facts> facts, List<ReadFile> files, List<Problem> others, List<RawDocument> refused, Intake intake) {
    static final Result NONE = new Result(List.of(), List.of(), List.of(), List.of(), Intake.NONE);

    /** Everything that is wrong, by place. */
    public List<Problem> problems() {
      return Stream.concat(others.stream(), facts.stream().flatMap(one -> one.problems().stream()))
          .sorted(Problem.ORDER)
          .toList();
    }
  }

  /**
   * A file that was read.
   *
   * @param name as reports cite it
   * @param sha256 of its bytes, lower-case hexadecimal
   */
  public record ReadFile(String name, String sha256) {}

  /**
   * The files that those arguments name, and the folders in which they were looked for; without standard input. What
   * cannot be found is told when it is read.
   */
  public static List<Path> places(List<String> arguments) {
    List<Path> places = new ArrayList<>();
    for (FactFiles.FactFile file : FactFiles.of(arguments, new ArrayList<>()).found()) {
      if (file.path() != null) {
        places.add(file.path());
      }
    }
    arguments.stream().filter(FactFiles::isFolder).map(Path::of).forEach(places::add);
    return places;
  }

  /** Reads all those files, folders and globs; a fact with a fault is set aside, and hides no other. */
  public Result read(List<String> arguments) {
    List<Problem> problems = new ArrayList<>();
    List<ReadFile> files = new ArrayList<>();
    List<RawDocument> documents = new ArrayList<>();
    FactFiles all = FactFiles.of(arguments, problems);
    Held held = new Held();
    for (FactFiles.FactFile file : all.found()) {
      MessageDigest digest = Source.digest();
      if (cut(file, digest, held, documents)) {
        files.add(new ReadFile(file.name(), HexFormat.of().formatHex(digest.digest())));
      }
    }
    return joined(documents, files, problems, all.intake());
  }

  /** Reads those documents as if they came in files, and joins them. */
  public Result readDocuments(List<RawDocument> documents) {
    return joined(documents, List.of(), new ArrayList<>(), Intake.NONE);
  }

  /** How much text lies in memory. */
  private static final class Held {
    private long bytes;
  }

  /**
   * Adds the documents of the file. Tells whether it was read to its end: all of it must lie in memory beside the files
   * before it, and small zips must not fill that.
   */
  private boolean cut(FactFiles.FactFile file, MessageDigest digest, Held held, List<RawDocument> documents) {
    try (DocumentSplitter splitter = file.documents(new DigestInputStream(file.open(in), digest), bounds)) {
      for (RawDocument next = splitter.next(); next != null; next = splitter.next()) {
        if (next.fault() != null) {
          documents.add(next.withoutText(next.fault()));
        } else if (held.bytes + next.bytes().length > bounds.bytesOfTexts()) {
          documents.add(
              next.withoutText(
                  Problem.of(
                      ProblemCode.FILE_TOO_LARGE, next.at(), InputBounds.megabytes(bounds.bytesOfTexts()),
                      InputBounds.megabytes(bounds.heap()))));
          return false;
        } else {
          held.bytes += next.bytes().length;
          documents.add(next);
        }
      }
      return splitter.reachedEnd();
    } catch (IOException e) {
      documents.add(RawDocument.unreadable(file.name(), e));
      return false;
    }
  }

  private Result joined(
      List<RawDocument> documents, List<ReadFile> files, List<Problem> problems, Intake found) {
    List<Facts> facts = new ArrayList<>();
    List<RawDocument> refused = new ArrayList<>();
    Map<String, Joining> joinings = new LinkedHashMap<>();
    long heap = bounds.heapOfFacts();
    for (RawDocument raw : documents) {
      if (raw.fault() != null) {
        problems.add(raw.fault());
        if (!raw.isNote()) {
          refused.add(raw);
        }
      } else {
        DocumentReader.Document document = new DocumentReader(codes, forms, raw, bounds, heap).read();
        // Of a document that is refused no fact is kept.
        heap -= document.bureau() == null ? 0 : document.heap();
        joinings.computeIfAbsent(key(raw, document), key -> new Joining(asOf, bounds.faults())).add(raw, document);
      }
    }
    for (Joining joining : joinings.values()) {
      joining.facts().ifPresentOrElse(facts::add, () -> problems.addAll(joining.problems()));
      refused.addAll(joining.refused());
    }
    long notes = documents.stream().filter(RawDocument::isNote).count();
    Intake intake =
        Stream.of(
                Stream.of(found, new Intake(0, 0, documents.size() - refused.size() - notes, 0, 0, 0, List.of())),
                facts.stream().map(one -> Intake.of(one, 0)), refused.stream().map(RawDocument::leftOut))
            .flatMap(part -> part)
            .reduce(Intake.NONE, Intake::plus);
    return new Result(facts, files, problems, refused, intake);
  }

  /** The same for all documents that are judged together; what cannot be told apart from others stands alone. */
  private String key(RawDocument raw, DocumentReader.Document document) {
    Optional<Heading> heading =
        document.bureau() == null
            ? Heading.of(raw.bytes())
            : Optional.of(new Heading(document.bureau().id(), String.valueOf(document.asOf())));
    return heading.map(one -> one.key(asOf)).orElseGet(() -> raw.file() + "\n" + raw.linesBefore());
  }
}
