/** Reads facts, limits, codes and calendars, strictly: every fault is told with its place, and nothing is guessed. */
package org.dudao.load;
