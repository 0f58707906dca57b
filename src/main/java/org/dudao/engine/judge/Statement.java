package org.dudao.engine.judge;

import org.dudao.fact.Subject;

/** What a rule said of a subject. */
public record Statement(Subject subject, Assessment assessment) {}
