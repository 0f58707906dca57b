package org.dudao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages for people: what they link to and name is there, and each of them is found from the README. */
class PagesTest {
  private static final Path README = Path.of("README.md");
  private static final Path SITE = Path.of("src/site/markdown");
  private static final Path PEERS = Path.of("src/test/bench/peers/README.md");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$|^    .*?$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern NAMED = Pattern.compile("`((?:rules|fixtures|src|\\.github|\\.ci)/[A-Za-z0-9_./-]+)`");

  private static final Map<Path, String> PAGES = pages();

  @Test
  void every_link_leads_somewhere() {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (Map.Entry<Path, String> page : PAGES.entrySet()) {
      for (String link : links(page.getValue())) {
        links++;
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page.getKey() : target(page.getKey(), parts[0]);
        if (!Files.exists(target)) {
          dead.add(page.getKey() + ": " + link);
        } else if (parts.length == 2 && !anchors(text(target)).contains(parts[1])) {
          dead.add(page.getKey() + ": " + link + " has no such heading");
        }
      }
    }
    assertThat(links).isPositive();
    assertThat(dead).isEmpty();
  }

  @Test
  void every_file_that_a_page_names_exists() {
    PAGES.forEach((page, text) ->
        NAMED.matcher(FENCE.matcher(text).replaceAll("")).results().forEach(named ->
            assertThat(Path.of(named.group(1))).as("named in " + page).exists()));
  }

  @Test
  void every_page_is_found_from_the_readme() {
    Set<Path> found = new LinkedHashSet<>(Set.of(README));
    Deque<Path> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      Path page = open.pop();
      for (String link : links(PAGES.get(page))) {
        Path target = target(page, link.replaceAll("#.*", ""));
        if (PAGES.containsKey(target) && found.add(target)) {
          open.push(target);
        }
      }
    }
    assertThat(found).containsAll(PAGES.keySet().stream().filter(page -> page.startsWith(SITE)).toList())
        .contains(PEERS);
  }

  /** Links within the project, outside of code. */
  private static List<String> links(String text) {
    String prose = CODE.matcher(FENCE.matcher(text).replaceAll("")).replaceAll("");
    return LINK.matcher(prose).results().map(link -> link.group(1)).filter(link -> !link.contains(":")).toList();
  }

  private static Path target(Path page, String link) {
    return page.resolveSibling(link).normalize();
  }

  /** As the usual viewers of Markdown make them of headings. */
  private static Set<String> anchors(String text) {
    return HEADING
        .matcher(FENCE.matcher(text).replaceAll(""))
        .results()
        .map((MatchResult heading) -> heading.group(1))
        .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  private static Map<Path, String> pages() {
    Map<Path, String> pages = new TreeMap<>(Map.of(README, text(README), PEERS, text(PEERS)));
    for (Path folder : List.of(SITE, Path.of(".github"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(file -> pages.put(file, text(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return pages;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
