package org.dudao.bench.peers;

/** A class as far as the peers judge it; a number that was not reported is null. */
public record SchoolClass(String bureau, String id, String school, String stage, Integer students) {}
