/** What was found, as plain records in a fixed order. */
package org.dudao.report;
