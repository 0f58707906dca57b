/** Compiles rules and fires them; the only package that knows Drools. */
package org.dudao.engine.drools;
