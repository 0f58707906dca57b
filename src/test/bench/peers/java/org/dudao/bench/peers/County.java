package org.dudao.bench.peers;

import java.util.List;

/** One line of the file: the schools and classes of a bureau. */
public record County(List<School> schools, List<SchoolClass> classes) {}
