package org.dudao.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.Shipped;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What belongs to a list of codes, so that none is forgotten. */
class CodeListTest {
  @ParameterizedTest
  @EnumSource
  void every_list_is_that_of_some_component(CodeList list) {
    assertThat(coded()).anyMatch(component -> component.getAnnotation(Coded.class).value() == list);
  }

  @ParameterizedTest
  @EnumSource
  void every_list_has_codes_and_each_its_title_in_every_language(CodeList list) {
    assertThat(Shipped.CODES.of(list)).isNotEmpty().allSatisfy(code -> {
      Text title = Shipped.CODES.title(list, code);
      assertThat(title.zh()).as(code).isNotBlank();
      assertThat(title.en()).as(code).isNotBlank();
    });
  }

  @Test
  void what_is_coded_is_text() {
    assertThat(coded()).isNotEmpty().allMatch(component -> component.getType() == String.class);
  }

  private static List<RecordComponent> coded() {
    return Stream.of(FactKind.values())
        .flatMap(kind -> Stream.of(kind.type().getRecordComponents()))
        .filter(component -> component.isAnnotationPresent(Coded.class))
        .toList();
  }
}
