/**
 * The map of the program. {@code src/site/markdown/design.md} tells the same at greater length, and {@code
 * ArchitectureTest} holds the code to it.
 *
 * <p>Data flow: a JSON document is read by {@code load} (strictly, every fault with its place) into records of {@code
 * fact}; {@code engine} holds them against rules (who, what) and limits (how much) and makes findings of {@code
 * report}; {@code format} turns those into bytes. {@code cli} and {@code spark} start it.
 *
 * <p>Packages, each of which knows only those below it:
 *
 * <pre>
 *   cli            a class a command, options, exit codes
 *   spark          the check of a country on many machines
 *   lint           RuleBook (all that could be read of a folder), Lint (the kinds of warnings), a LintPass for some kinds
 *   cases          TestCase and CaseReader, CaseRun (what came out otherwise), Coverage, MutationRun (slips unnoticed)
 *   format         reports to bytes: text, JSON, HTML, lines; Messages, the catalogue of all words in each language
 *   engine         the only door to all below engine: Checker (facts in, report out), ReadyRules, Selection, RuleTimes
 *   engine.plan    LimitRegistry (which limits are law where and when), Planner (what the rules say with them of each
 *                  Scope of facts, kept as a Plan), Partition, Judging (one bureau's facts held against their plans),
 *                  CaseDeadlines (its cases alone, for what is stated of them)
 *   engine.store   LinkedRules (all that the files of rules say), StoreWriter and StoreReader, the step of the build
 *   engine.drools  the only imports of Drools: RuleBase, CompiledRules, CompilationCache (in a PrivateFolder),
 *                  ExecutableRules, Witness
 *   engine.judge   Check (the words that rules say), Measurement, Bound (what a limit demands), Assessment, Ruling
 *   engine.rule    SemanticAnalyzer (syntax to Rule, or problems), Sight, Emptiness, Linker, Precedence of regions
 *   engine.reckon  arithmetic: Interval, UnitOfMeasure, Reckoning (published figures), Variation, StagePart
 *   engine.drl     Lexer and DrlParser: text of rules to syntax
 *   load           files to documents, facts, limits, forms, codes and calendars, layers put together; refuses what is
 *                  not exactly right
 *   report         what was found: Finding, Datum, Standard, Report, Digest, Totals, Verdict, ExitCode
 *   fact           what was submitted and what is demanded: Bureau, School, Form ...; Limit, Period, WorkCalendar
 * </pre>
 *
 * <p>Three things differ from a usual Drools project. Numbers of the law never stand in rules: a rule is joined with dated,
 * cited rows of a table, and each pair is a standard. Rules never look at a measure: they name it, and {@link
 * org.dudao.engine.judge.Check} reads it, so that a missing number becomes UNKNOWN instead of silence. And so what a
 * rule says of a fact depends on its categories alone: the engine is asked once for each scope, an equivalence class of
 * facts, with one fact that represents it, and what it said is held against every fact of the scope by a plain loop.
 */
package org.dudao;
