package org.dudao.fact;

/**
 * One place of a form that holds a figure, as the table of the form declares it.
 *
 * @param name unique in its form
 * @param unit in which every submission of the form tells the figure; empty where it has none
 */
public record FormCell(String name, String unit, Text title) {}
