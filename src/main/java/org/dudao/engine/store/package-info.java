/** The shipped rules as the build has read and linked them, written into one file and read back at a start. */
package org.dudao.engine.store;
