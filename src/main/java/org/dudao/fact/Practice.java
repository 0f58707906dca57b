package org.dudao.fact;

import java.time.LocalDate;

/** A system, duty or step that is in place, or is not. */
public record Practice(
    @Required String id,
    String name,
    @Required @Coded(value = CodeList.PRACTICE, namesWhatIsTold = true) String code,
    Boolean inPlace,
    LocalDate since)
    implements Subject {}
