package org.dudao.fact;

import java.util.List;

/** A relation that somebody's printed figures must satisfy. */
public record Claim(
    @Required String id,
    @Required String name,
    @Required Relation relation,
    Indicator stated,
    List<Indicator> operands,
    String quote)
    implements Subject {}
