/** Holds facts against rules and limits. */
package org.dudao.engine;
