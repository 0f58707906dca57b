/** Holds facts against rules and limits; the only room that knows Drools. */
package org.dudao.engine;
