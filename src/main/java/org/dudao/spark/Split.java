package org.dudao.spark;

import java.io.Serializable;
import org.dudao.load.DocumentSplitter;

/**
 * A part of an input file that can be read apart from the others.
 *
 * @param path where the file is
 * @param name as findings cite the file
 * @param form into what the file is cut
 * @param end one past the last byte at which a line of this split may begin
 * @param linesBefore line ends of the file before {@code start}
 */
public record Split(String path, String name, DocumentSplitter.Framing form, long start, long end, int linesBefore)
    implements Serializable {

  static Split whole(String path, String name, DocumentSplitter.Framing form) {
    return new Split(path, name, form, 0, Long.MAX_VALUE, 0);
  }

  boolean isWhole() {
    return start == 0 && end == Long.MAX_VALUE;
  }

  Split after(long lines) {
    return new Split(path, name, form, start, end, Math.toIntExact(lines));
  }
}
