/** Compiles rules and fires them; the only room that knows Drools. */
package org.dudao.engine.drools;
