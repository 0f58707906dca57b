/**
 * Which limits are law, what the rules say with them of each scope of facts, and the facts of a bureau held against
 * it.
 */
package org.dudao.engine.plan;
