/** The text of a rule file to its syntax; knows no fact type, no limit, no measure. */
package org.dudao.engine.drl;
