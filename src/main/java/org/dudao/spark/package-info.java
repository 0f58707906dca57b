/** Checks of a whole country on many machines, by Apache Spark: the same findings as the command line's. */
package org.dudao.spark;
