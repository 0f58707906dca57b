package org.dudao.fact;

import java.time.LocalDate;

/** A span in which schools are open, both days included; school days are its working days. */
public record Term(@Required String id, String name, @Required LocalDate opens, @Required @NotBefore("opens") LocalDate closes)
    implements Subject {}
