package org.dudao.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.zip.GZIPInputStream;
import org.dudao.fact.Bureau;
import org.dudao.fact.Codes;
import org.dudao.fact.FactKind;
import org.dudao.fact.Facts;
import org.dudao.fact.Nearest;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.Subject;

/** Reads facts from files, folders, globs, JSON Lines (also gzipped) and standard input, and joins those of one bureau and date. */
public final class FactReader {
  private static final long MAX_BYTES = 256L << 20;
  private static final String STANDARD_INPUT = "-";

  private final Codes codes;
  private final LocalDate asOf;
  private final InputStream in;

  /**
   * @param asOf the day of judgement for all documents; null to take each document's own
   * @param in what {@code -} reads
   */
  public FactReader(Codes codes, LocalDate asOf, InputStream in) {
    this.codes = codes;
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
    List<Source> sources = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (String argument : arguments) {
      try {
        read(argument, sources, problems);
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    }
    List<DocumentReader.Document> documents = new ArrayList<>();
    for (Source source : sources) {
      readSource(source, documents, problems);
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
      Source source = new Source(line.file(), line.file(), line.bytes());
      try {
        readDocument(source, source.utf8(), line.linesBefore(), documents, problems);
      } catch (CharacterCodingException e) {
        problems.add(new Problem("not-utf8", List.of(), firstMalformed(source, line.linesBefore())));
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

  private void read(String argument, List<Source> sources, List<Problem> problems) throws InputException {
    try {
      if (argument.equals(STANDARD_INPUT)) {
        sources.add(source(STANDARD_INPUT, in));
      } else if (argument.isEmpty()) {
        // Path.of("") is the folder one happens to stand in.
        problems.add(new Problem("no-such-file", List.of(argument), Origin.of(argument)));
      } else if (argument.chars().anyMatch(c -> "*?{[".indexOf(c) >= 0) && !exists(argument)) {
        read(matching(argument, problems), argument, sources, problems);
      } else if (Files.isDirectory(Path.of(argument))) {
        List<Path> files = files(Path.of(argument), problems);
        read(files.stream().filter(FactReader::isFactFile).sorted().toList(), argument, sources, problems);
      } else if (!exists(argument)) {
        problems.add(new Problem("no-such-file", List.of(argument), Origin.of(argument)));
      } else {
        read(List.of(Path.of(argument)), argument, sources, problems);
      }
    } catch (InvalidPathException | PatternSyntaxException e) {
      problems.add(new Problem("no-such-file", List.of(argument), Origin.of(argument)));
    } catch (IOException | UncheckedIOException e) {
      problems.add(new Problem("unreadable", List.of(String.valueOf(e.getMessage())), Origin.of(argument)));
    }
  }

  /** On some systems a glob is no path at all. */
  private static boolean exists(String argument) {
    try {
      return Files.exists(Path.of(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** All files below the folder, those behind links too; what cannot be looked into is told, and hides nothing else. */
  private static List<Path> files(Path folder, List<Problem> problems) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder, Set.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            problems.add(
                new Problem("unreadable", List.of(String.valueOf(e.getMessage())), Origin.of(file.toString().replace('\\', '/'))));
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static List<Path> matching(String glob, List<Problem> problems) throws IOException {
    String fixed = glob.substring(0, firstWildcard(glob));
    Path root = Path.of(fixed.contains("/") ? fixed.substring(0, fixed.lastIndexOf('/') + 1) : "");
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
    if (!Files.isDirectory(root.toString().isEmpty() ? Path.of(".") : root)) {
      return List.of();
    }
    return files(root, problems).stream().filter(matcher::matches).sorted().toList();
  }

  private static int firstWildcard(String glob) {
    int first = 0;
    while ("*?{[".indexOf(glob.charAt(first)) < 0) {
      first++;
    }
    return first;
  }

  private void read(List<Path> files, String argument, List<Source> sources, List<Problem> problems) {
    if (files.isEmpty()) {
      problems.add(new Problem("no-facts-there", List.of(argument), Origin.of(argument)));
    }
    for (Path file : files) {
      String name = file.toString().replace('\\', '/');
      try (InputStream stream = Files.newInputStream(file)) {
        sources.add(source(name, stream));
      } catch (IOException e) {
        problems.add(new Problem("unreadable", List.of(String.valueOf(e.getMessage())), Origin.of(name)));
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    }
  }

  /** The bytes as they are, or unzipped; more than the bound is refused, so that a small zip cannot fill the memory. */
  private static Source source(String name, InputStream stream) throws IOException, InputException {
    BufferedInputStream buffered = new BufferedInputStream(stream);
    buffered.mark(2);
    boolean zipped = buffered.read() == 0x1F && buffered.read() == 0x8B;
    buffered.reset();
    byte[] bytes = (zipped ? new GZIPInputStream(buffered) : buffered).readNBytes((int) MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new InputException(List.of(new Problem("too-large", List.of(String.valueOf(MAX_BYTES)), Origin.of(name))));
    }
    return new Source(name, name, bytes);
  }

  private static boolean isFactFile(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    // A link to nothing looks like facts too.
    return (Files.isRegularFile(file) || !Files.exists(file))
        && (name.endsWith(".json") || isLines(name) || name.endsWith(".json.gz"))
        && !name.startsWith(".");
  }

  private static boolean isLines(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    return plain.endsWith(".jsonl") || plain.endsWith(".ndjson");
  }

  private void readSource(Source source, List<DocumentReader.Document> documents, List<Problem> problems) {
    String text;
    try {
      text = source.utf8();
    } catch (CharacterCodingException e) {
      problems.add(new Problem("not-utf8", List.of(), firstMalformed(source, 0)));
      return;
    }
    if (isLines(source.name()) || source.name().equals(STANDARD_INPUT) && startsWithWholeDocument(text)) {
      if (text.isBlank()) {
        problems.add(new Problem("document-object", List.of(), new Origin(source.name(), "", 1, 1)));
      }
      int number = 0;
      for (String line : text.split("\n", -1)) {
        if (!line.isBlank()) {
          readDocument(source, line, number, documents, problems);
        }
        number++;
      }
    } else {
      readDocument(source, text, 0, documents, problems);
    }
  }

  private void readDocument(
      Source source, String text, int linesBefore, List<DocumentReader.Document> documents, List<Problem> problems) {
    try {
      documents.add(new DocumentReader(codes, source.name(), linesBefore).read(text));
    } catch (InputException e) {
      problems.addAll(e.problems());
    }
  }

  /** On standard input nobody says whether lines or one document come: more than one line, the first ending its object, are lines. */
  private static boolean startsWithWholeDocument(String text) {
    String[] lines = text.strip().split("\n", 3);
    return lines.length > 1 && lines[0].strip().endsWith("}") && lines[1].strip().startsWith("{");
  }

  private static Origin firstMalformed(Source source, int linesBefore) {
    int line = linesBefore + 1;
    int lineStart = 0;
    byte[] bytes = source.bytes();
    for (int i = 0; i <= bytes.length; i++) {
      if (i == bytes.length || bytes[i] == '\n') {
        byte[] one = java.util.Arrays.copyOfRange(bytes, lineStart, i);
        String text = new String(one, java.nio.charset.StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
          int from = line == 1 && text.charAt(0) == '\uFEFF' ? 1 : 0;
          return new Origin(source.name(), "", line, text.codePointCount(from, text.indexOf('\uFFFD')) + 1);
        }
        line++;
        lineStart = i + 1;
      }
    }
    return Origin.of(source.name());
  }

  private Collection<List<DocumentReader.Document>> groups(
      List<DocumentReader.Document> documents, List<Problem> problems) {
    Map<List<Object>, List<DocumentReader.Document>> groups = new LinkedHashMap<>();
    for (DocumentReader.Document document : documents) {
      if (document.asOf() == null && asOf == null) {
        problems.add(new Problem("no-date", List.of(), document.bureau().origin()));
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
    Map<Subject, Draft> places = new IdentityHashMap<>();
    Map<FactKind, List<Subject>> subjects = new EnumMap<>(FactKind.class);
    Map<FactKind, Map<String, Subject>> byId = new EnumMap<>(FactKind.class);
    // The kinds are declared so that a fact comes after those it refers to, but for classes of school and case.
    for (FactKind kind : FactKind.values()) {
      List<Subject> list = new ArrayList<>();
      Map<String, Subject> ids = new HashMap<>();
      Map<String, Draft> first = new HashMap<>();
      for (Draft draft : drafts.get(kind)) {
        Draft other = first.putIfAbsent(draft.id(), draft);
        if (other != null) {
          problems.add(
              new Problem("duplicate-id", List.of(draft.id(), other.origin(0).toString()), draft.origin(0)));
          continue;
        }
        Subject subject = linked(draft, byId, problems);
        if (subject != null) {
          list.add(subject);
          ids.put(draft.id(), subject);
          places.put(subject, draft);
        }
      }
      subjects.put(kind, List.copyOf(list));
      byId.put(kind, ids);
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new Facts(
        (Bureau) subjects.get(FactKind.BUREAU).get(0),
        asOf == null ? documents.get(0).asOf() : asOf,
        subjects,
        (subject, component) -> places.get(subject).origin(component));
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
              new Problem(
                  "bureau-differs",
                  List.of(
                      Draft.components(FactKind.BUREAU)[i].getName(), String.valueOf(other.values[i]),
                      String.valueOf(bureau.values[i]), bureau.origin(i).toString()),
                  other.origin(i)));
        }
      }
    }
    return bureau;
  }

  private static Subject linked(Draft draft, Map<FactKind, Map<String, Subject>> byId, List<Problem> problems) {
    RecordComponent[] components = Draft.components(draft.kind);
    Object[] values = draft.values.clone();
    int before = problems.size();
    for (int i = 0; i < components.length; i++) {
      Class<?> referred = DocumentReader.referred(components[i]);
      if (referred == null || values[i] == null) {
        continue;
      }
      Map<String, Subject> known = byId.getOrDefault(FactKind.of(referred), Map.of());
      if (values[i] instanceof List<?> ids) {
        List<Subject> subjects = new ArrayList<>();
        for (Object id : ids) {
          subjects.add(resolved((String) id, referred, known, draft.origin(i), problems));
        }
        values[i] = subjects;
      } else {
        values[i] = resolved((String) values[i], referred, known, draft.origin(i), problems);
      }
    }
    if (problems.size() > before) {
      return null;
    }
    try {
      return (Subject) constructor(draft.kind).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Subject resolved(
      String id, Class<?> referred, Map<String, Subject> known, Origin at, List<Problem> problems) {
    Subject subject = known.get(id);
    if (subject == null) {
      String property = FactKind.of(referred).property();
      Nearest.to(id, known.keySet())
          .ifPresentOrElse(
              near -> problems.add(new Problem("unknown-reference.near", List.of(property, id, near), at)),
              () -> problems.add(new Problem("unknown-reference", List.of(property, id), at)));
    }
    return subject;
  }

  private static Constructor<?> constructor(FactKind kind) {
    return kind.type().getDeclaredConstructors()[0];
  }
}
