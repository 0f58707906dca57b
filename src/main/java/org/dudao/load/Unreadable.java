package org.dudao.load;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;

/** Tells why a file cannot be read: what the platform says of it is in one language, and for programmers. */
public final class Unreadable {
  private Unreadable() {}

  /** The problem that the failure is, at that place; where the failure names a file, at that file. */
  public static Problem problem(IOException e, Origin place) {
    Origin at = e instanceof FileSystemException of && of.getFile() != null ? Origin.of(slashed(of.getFile())) : place;
    if (e instanceof AccessDeniedException) {
      return Problem.of(ProblemCode.NO_PERMISSION, at);
    }
    if (e instanceof FileSystemLoopException) {
      return Problem.of(ProblemCode.LINK_LOOP, at);
    }
    if (e instanceof NoSuchFileException) {
      return Problem.of(ProblemCode.NO_SUCH_FILE, at, at.file());
    }
    if (e instanceof FileNotFoundException) {
      return Problem.of(ProblemCode.NOT_OPENED, at);
    }
    return Problem.of(isFolder(at.file()) ? ProblemCode.IS_FOLDER : ProblemCode.UNREADABLE, at);
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
