/** Writes reports down; formats do not know each other. */
package org.dudao.format;
