/** What is probably meant otherwise in rules and tables that can be read: warnings for those who edit them. */
package org.dudao.lint;
