package org.dudao.load;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;

/** Tells why a file cannot be read: what the platform says of it is in one language, and for programmers. */
final class Unreadable {
  private Unreadable() {}

  /** The problem that the failure is, at that place; where the failure names a file, at that file. */
  static Problem problem(IOException e, Origin place) {
    Origin at = e instanceof FileSystemException of && of.getFile() != null ? Origin.of(slashed(of.getFile())) : place;
    if (e instanceof EOFException) {
      return new Problem("zip-cut", List.of(), at);
    }
    if (e instanceof ZipException) {
      return new Problem("zip-damaged", List.of(), at);
    }
    if (e instanceof AccessDeniedException) {
      return new Problem("no-permission", List.of(), at);
    }
    if (e instanceof FileSystemLoopException) {
      return new Problem("link-loop", List.of(), at);
    }
    if (e instanceof NoSuchFileException) {
      return new Problem("no-such-file", List.of(at.file()), at);
    }
    if (e instanceof FileNotFoundException) {
      return new Problem("not-opened", List.of(), at);
    }
    return new Problem(isFolder(at.file()) ? "is-folder" : "unreadable", List.of(), at);
  }

  private static boolean isFolder(String file) {
    try {
      return Files.isDirectory(Path.of(file));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static String slashed(String path) {
    return path.replace('\\', '/');
  }
}
