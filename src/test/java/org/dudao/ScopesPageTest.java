package org.dudao;

import static org.assertj.core.api.Assertions.assertThat;

import org.dudao.fact.SchoolType;
import org.junit.jupiter.api.Test;

/** Who is judged by what is written down, so that a scope that reaches farther than before does not go unseen. */
class ScopesPageTest {
  @Test
  void the_page_is_up_to_date() {
    Golden.check(ScopesPage.FILE, ScopesPage.text());
  }

  @Test
  void every_type_of_school_is_in_it() {
    String page = ScopesPage.text();
    for (SchoolType type : SchoolType.values()) {
      assertThat(page).contains("| " + type.code() + " | ");
    }
  }
}
