package org.dudao.fact;

import java.time.LocalDate;

/** A system, duty or step that is in place, or is not. */
public record Practice(
    @Required String id,
    String name,
    @Required @Coded(CodeList.PRACTICE) String code,
    Boolean inPlace,
    LocalDate since)
    implements Subject {}
