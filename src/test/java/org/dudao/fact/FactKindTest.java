package org.dudao.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What belongs to a kind of fact, so that nothing is forgotten; its words are held to beside the catalogue. */
class FactKindTest {
  private static final Set<String> DOCUMENTED = documented();

  @Test
  void every_record_that_is_a_subject_is_a_kind_of_its_own() {
    assertThat(Stream.of(FactKind.values()).map(FactKind::type))
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Subject.class.getPermittedSubclasses())
                .<Class<? extends Subject>>map(type -> type.asSubclass(Subject.class))
                .toList());
    assertThat(Stream.of(FactKind.values()).map(FactKind::property)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void every_kind_is_found_by_its_record_and_in_some_document_of_an_institution_or_case(FactKind kind) {
    assertThat(kind.type().isRecord()).isTrue();
    assertThat(FactKind.of(kind.type())).isEqualTo(kind);
    assertThat(DOCUMENTED).contains(kind.property());
  }

  /** The properties that the documents of the fixtures have. */
  private static Set<String> documented() {
    try (Stream<Path> files =
        Stream.concat(Files.walk(Shipped.FIXTURES.resolve("bureaus")), Files.walk(Shipped.FIXTURES.resolve("cases")))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
        all.append(Files.readString(file));
      }
      return Stream.of(FactKind.values()).map(FactKind::property)
          .filter(property -> all.indexOf("\"" + property + "\":") >= 0)
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
