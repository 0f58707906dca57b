package org.dudao.load;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.fact.Profile;
import org.dudao.fact.Text;
import org.dudao.fact.UnknownName;

/** Reads tables of profiles: a row for each standard, or for all whose ids begin alike, of which a profile is made. */
public final class ProfileReader {
  private static final List<String> REQUIRED = List.of("profile", "standard");
  private static final List<String> OPTIONAL = List.of("title", "title_en", "document", "clause", "note", "note_en");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*+(-[a-z0-9]++)*+");
  private static final String ALL_BELOW = ".*";

  private final Set<String> known;

  /**
   * @param known the ids of all standards
   */
  public ProfileReader(Collection<String> known) {
    this.known = new TreeSet<>(known);
  }

  /** What was read of a profile so far. */
  private record Begun(Text title, String document, Set<String> standards, Origin origin) {}

  /**
   * Reads those tables; a profile of an upper layer adds to that of the same name below.
   *
   * @return by their names
   * @throws InputException with every fault of every table
   */
  public Map<String, Profile> read(List<Source> sources) throws InputException {
    List<Problem> problems = new ProblemList();
    Map<String, Begun> begun = new LinkedHashMap<>();
    for (Source source : sources) {
      LimitReader.requireRegion(source, problems);
      for (CsvTable.Row row : CsvTable.read(source, REQUIRED, OPTIONAL, problems).rows()) {
        read(row, begun);
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return begun.entrySet().stream()
        .collect(Collectors.toMap(
            Map.Entry::getKey,
            one -> new Profile(
                one.getKey(), one.getValue().title, one.getValue().document, one.getValue().standards,
                one.getValue().origin),
            (one, other) -> one, LinkedHashMap::new));
  }

  private void read(CsvTable.Row row, Map<String, Begun> begun) {
    String name = row.required("profile").isEmpty() ? "" : row.plain("profile");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      row.fault("profile", ProblemCode.PROFILE_NAME, name);
    }
    Begun profile = begun.get(name);
    if (profile == null) {
      Text title = new Text(row.required("title"), row.text("title_en"));
      profile = new Begun(title, row.required("document"), new LinkedHashSet<>(), row.origin("profile"));
      begun.put(name, profile);
    }
    String standard = row.required("standard").isEmpty() ? "" : row.plain("standard");
    Set<String> meant = meant(standard);
    if (meant.isEmpty() && !standard.isEmpty()) {
      row.fault("standard", ProblemCode.UNKNOWN_STANDARD, new UnknownName(standard, known));
    } else if (!meant.isEmpty() && !profile.standards.addAll(meant)) {
      row.fault("standard", ProblemCode.PROFILE_TWICE, standard, name);
    }
  }

  /** The ids that the cell names: itself, or all that begin so. */
  private Set<String> meant(String standard) {
    if (!standard.endsWith(ALL_BELOW)) {
      return known.contains(standard) ? Set.of(standard) : Set.of();
    }
    String beginning = standard.substring(0, standard.length() - 1);
    return known.stream().filter(id -> id.startsWith(beginning)).collect(Collectors.toCollection(TreeSet::new));
  }
}
