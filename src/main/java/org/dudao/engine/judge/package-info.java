/** One sentence of a rule held against one fact: what is measured, what is demanded, what comes out. */
package org.dudao.engine.judge;
