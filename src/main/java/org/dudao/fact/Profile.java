package org.dudao.fact;

import java.util.Set;

/**
 * Standards of any topics that are asked for together by one name, such as all conditions of a certificate.
 *
 * @param standards their ids
 * @param origin where its first row stands
 */
public record Profile(String id, Text title, String document, Set<String> standards, Origin origin) {}
