/** The program {@code dudao}: commands, options, exit codes. */
package org.dudao.cli;
