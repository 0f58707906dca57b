/** What the engine is measured against: made-up counties of any size, and a program that judges them without an engine. */
package org.dudao.bench;
