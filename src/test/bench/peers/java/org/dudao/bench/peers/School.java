package org.dudao.bench.peers;

/** A school as far as the peers judge it; numbers that were not reported are null. */
public record School(String bureau, String id, String type, Integer students, Integer staff) {}
