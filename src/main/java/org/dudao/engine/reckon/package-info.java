/** Arithmetic of published figures: intervals, recomputation, variation; knows no rules. */
package org.dudao.engine.reckon;
