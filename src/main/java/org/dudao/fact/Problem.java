package org.dudao.fact;

import java.io.Serializable;
import java.util.List;

/**
 * Something that kept facts or standards from being checked: an unreadable document, a rule that failed.
 *
 * @param code the message of the catalogue, without its {@code problem.}
 * @param at where; the file alone when no place in it is known
 */
public record Problem(String code, List<String> arguments, Origin at) implements Serializable {}
