package org.dudao.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.dudao.fact.Words;

/** Why something could not be written: what the system says of it is in the language of the system. */
enum Unwritten {
  NO_SPACE,
  TOO_LARGE,
  NO_PERMISSION,
  IS_FOLDER,
  NO_FOLDER,
  READ_ONLY,
  NAME_TOO_LONG,
  CLOSED,
  REFUSED;

  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_PATH = 4095;

  /** What the system says when nobody reads a pipe any more; of another language it is made to say it. */
  private static final String[] UNREAD = {"broken pipe", "pipe is being closed", "pipe has been ended"};

  /** The cause of a failure to write to that place; null for standard output. */
  static Unwritten of(IOException e, Path place) {
    if (place != null && Files.isDirectory(place)) {
      return IS_FOLDER;
    }
    if (place != null && isTooLong(place)) {
      return NAME_TOO_LONG;
    }
    if (e instanceof AccessDeniedException || says(e, "not permitted", "permission denied")) {
      return NO_PERMISSION;
    }
    if (e instanceof NoSuchFileException || e instanceof FileAlreadyExistsException
        || e instanceof NotDirectoryException || says(e, "not a directory")) {
      return NO_FOLDER;
    }
    if (says(e, "no space left", "not enough space", "quota exceeded") || isAs(e, Unwritten::fillDevice)) {
      return NO_SPACE;
    }
    if (says(e, "file too large")) {
      return TOO_LARGE;
    }
    if (says(e, "read-only") || place != null && isReadOnly(place)) {
      return READ_ONLY;
    }
    return says(e, "bad file descriptor", "handle is invalid", "stream closed") ? CLOSED : REFUSED;
  }

  /** Whether somebody read the beginning, such as {@code head}, and went away: that is his right, and no failure. */
  static boolean isUnread(IOException e) {
    return says(e, UNREAD) || isAs(e, Unwritten::writeUnread);
  }

  /** The id of its sentence in the catalogue. */
  String messageId() {
    return "cli.unwritten." + Words.of(this);
  }

  private static boolean isTooLong(Path place) {
    return bytes(place) > LONGEST_PATH
        || Stream.iterate(place, one -> one != null && one.getFileName() != null, Path::getParent)
            .anyMatch(one -> bytes(one.getFileName()) > LONGEST_NAME);
  }

  private static int bytes(Path path) {
    return path.toString().getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isReadOnly(Path place) {
    try {
      Path there = place;
      while (there != null && !Files.exists(there)) {
        there = there.getParent();
      }
      return there != null && Files.getFileStore(there).isReadOnly();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean says(IOException e, String... words) {
    String said = said(e).toLowerCase(Locale.ROOT);
    return Stream.of(words).anyMatch(said::contains);
  }

  private interface Provocation {
    void make() throws IOException;
  }

  /** Whether the system says the same of what is known to be so: it may speak any language, but has no number for it. */
  private static boolean isAs(IOException e, Provocation known) {
    try {
      known.make();
      return false;
    } catch (IOException other) {
      return !said(e).isEmpty() && said(e).equals(said(other));
    }
  }

  private static String said(IOException e) {
    String said = e instanceof FileSystemException of ? of.getReason() : e.getMessage();
    return said == null ? "" : said;
  }

  private static void fillDevice() throws IOException {
    Path full = Path.of("/dev/full");
    if (Files.exists(full)) {
      try (OutputStream out = new FileOutputStream(full.toFile())) {
        out.write(0);
      }
    }
  }

  private static void writeUnread() throws IOException {
    Pipe pipe = Pipe.open();
    pipe.source().close();
    try (Pipe.SinkChannel sink = pipe.sink()) {
      sink.write(ByteBuffer.allocate(1));
    }
  }
}
