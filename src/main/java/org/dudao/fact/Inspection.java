package org.dudao.fact;

/** One visit of an inspection team. */
public record Inspection(@Required String id, String name, InspectionKind kind, Integer teamSize)
    implements Subject {}
