package org.dudao.report;

import org.dudao.fact.Level;
import org.dudao.fact.Origin;

/**
 * What a report that was written before says of one finding, whichever version of the report it was.
 *
 * @param fingerprint in reports of version 1 of subject and standard, since then of subject and family; null where the
 *     report tells none
 * @param standard id of the one by which it was judged
 * @param kind of the subject
 * @param subject its id
 * @param name of the subject; null where it has none
 * @param message the finding in one sentence, in the language of the report
 * @param at where it stands in the report
 */
public record StoredFinding(
    String fingerprint, String standard, Outcome outcome, Level level, String bureau, String kind, String subject,
    String name, String message, Origin at) {}
