package org.dudao.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.dudao.Golden;
import org.dudao.fact.Language;
import org.dudao.report.Report;
import org.dudao.report.Unused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format in every language writes the sample report as the goldens say; {@code -Dgolden=write} rewrites them. */
class GoldenTest {
  private static final Path GOLDENS = Path.of("src/test/resources/org/dudao/format");

  static Stream<Arguments> formats_and_languages() {
    return Format.names().stream()
        .flatMap(format -> Stream.of(Language.values()).map(language -> Arguments.of(format, language)));
  }

  @ParameterizedTest
  @MethodSource("formats_and_languages")
  void the_sample_report_reads_as_the_golden_says(String format, Language language) throws IOException {
    Path golden = GOLDENS.resolve("report." + language.tag() + "." + format);
    Golden.check(golden, written(format, SampleReport.report(), SampleReport.withPasses(language)));
  }

  @ParameterizedTest
  @MethodSource("formats_and_languages")
  void the_order_of_what_was_found_changes_nothing(String format, Language language) throws IOException {
    Report report = SampleReport.report();
    Random random = new Random(7);
    Report shuffled =
        new Report(
            shuffled(report.bureaus(), random), shuffled(report.standards(), random),
            shuffled(report.findings(), random), shuffled(report.unchecked(), random),
            shuffled(report.problems(), random), shuffled(report.inputs(), random), report.intake(),
            new Unused(
                report.unused().allFacts(), report.unused().allFigures(), shuffled(report.unused().facts(), random)));
    assertThat(written(format, shuffled, SampleReport.context(language)))
        .isEqualTo(written(format, report, SampleReport.context(language)));
  }

  @ParameterizedTest
  @MethodSource("formats_and_languages")
  void the_language_of_the_machine_changes_nothing(String format, Language language) throws IOException {
    String expected = written(format, SampleReport.report(), SampleReport.context(language));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(written(format, SampleReport.report(), SampleReport.context(language))).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void lines_end_as_they_do_everywhere() throws IOException {
    for (String format : Format.names()) {
      assertThat(written(format, SampleReport.report(), SampleReport.context(Language.ZH)))
          .endsWith("\n")
          .doesNotContain("\r");
    }
  }

  static String written(String format, Report report, Context context) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Format.named(format).write(report, context, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
