package org.dudao.fact;

/** A township of a county. */
public record Township(@Required String id, String name, Integer publicKindergartens) implements Subject {}
