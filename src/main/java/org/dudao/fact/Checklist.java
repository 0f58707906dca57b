package org.dudao.fact;

import java.util.List;

/** The items that are present of a list which a norm sets. */
public record Checklist(
    @Required String id,
    String name,
    @Required @Coded(value = CodeList.CHECKLIST, namesWhatIsTold = true) String code,
    List<String> items)
    implements Subject {}
