package org.dudao.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.dudao.EditedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is warned of, and what is not. */
class LinterTest {
  @Test
  void nothing_is_wrong_with_the_shipped_rules(@TempDir Path folder) {
    RuleBook copy = EditedRules.copiedTo(folder).read();

    assertThat(copy.problems()).isEmpty();
    assertThat(Linter.warnings(copy, EditedRules.SHIPPED)).isEmpty();
  }
}
