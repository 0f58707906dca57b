/** The syntax of rules to what they mean, held against what facts there are; knows nothing of how rules are run. */
package org.dudao.engine.rule;
