/** Holds rules against cases: facts, a day, and what is promised of them. */
package org.dudao.cases;
