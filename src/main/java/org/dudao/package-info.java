/**
 * The map of the house.
 *
 * <p>A datum walks: JSON document, {@code load} (strict, every fault with its place), a record of {@code fact} with its
 * origin, {@code engine} (rules say who and what, limits say how much), a finding of {@code report}, {@code format} (text,
 * JSON, HTML). {@code cli} opens the doors.
 *
 * <pre>
 *   fact     plain records: Bureau, School, SchoolClass, Case, Indicator, Claim ...; Limit, Period, WorkCalendar, Origin
 *   load     files to facts, limits, codes, calendars; refuses what is not exactly right
 *   engine   RuleSet and StoredRules (all that the shipped files say, as the build has read them), Check (the words rules
 *            say); Lawbook (which limits are law where and when), Law (what the rules say with them of each Scope of
 *            facts), Judging (one bureau's facts held against its Law: Sentence, Bound, Ruling); Checker (facts in, report
 *            out), Selection (by which standards), Reckoning (published figures and their operands), Variation (how
 *            unequally schools are equipped)
 *   engine.drl     text to syntax: Lexer and DrlParser, the small grammar of our rules
 *   engine.rule    syntax to Rule: SemanticAnalyzer (what is meant, or what is wrong), Sight (how much a rule must see),
 *                  Emptiness (what can never speak), Linker (each rule has limits, each limit its rule)
 *   engine.drools  the only room that knows Drools: RuleBase, CompiledRules and CompilationCache (loaded as the build or an
 *                  earlier start compiled them), Witness (Drools must read a file as we do), ExecutableRules
 *   report   what was found: Finding, Standard, Report, Verdict
 *   format   report to bytes; Messages, the one catalogue of words in Chinese and English
 *   cli      one class a command, exit codes
 *   spark    the check of a country on many machines
 * </pre>
 *
 * <p>Arrows: {@code fact} and {@code report} lean on nothing but {@code java.*} (report on fact); {@code load} on fact;
 * {@code engine} on fact, load and report (in it {@code drl} on fact alone, {@code rule} on drl, fact and report); {@code
 * format} on fact and report; {@code cli} on all but spark, {@code spark} on all but cli; nobody on cli or spark. Drools
 * stays in engine.drools, Spark in spark, picocli in cli and spark, Jackson in load, format and cli.
 *
 * <p>Three things differ from a usual Drools project. Numbers of the law never stand in rules: a rule is joined with dated,
 * cited rows of a table, and each pair is a standard. And rules never look at a measure: they name it, and {@link
 * org.dudao.engine.judge.Check} reads it, so that a missing number becomes UNKNOWN instead of silence. And
 * so what a rule says of a fact depends on its categories alone: the engine is asked once for each scope of facts, and
 * what it said is held against every fact of that scope by a plain loop.
 */
package org.dudao;
