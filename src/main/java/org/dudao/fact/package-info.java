/** What was submitted, and what is demanded: plain records that lean on nothing but {@code java.*}. */
package org.dudao.fact;
