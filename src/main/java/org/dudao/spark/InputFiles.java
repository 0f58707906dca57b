package org.dudao.spark;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.security.AccessControlException;
import org.dudao.fact.Intake;
import org.dudao.fact.Origin;
import org.dudao.fact.Problem;
import org.dudao.fact.ProblemCode;
import org.dudao.load.DocumentSplitter;
import org.dudao.load.FolderFile;
import org.dudao.load.InputBounds;
import org.dudao.load.InputException;

/** Finds the files of the input by the rules of the command line, and cuts large ones into splits. */
final class InputFiles {
  private final Configuration hadoop;
  private final long splitSize;
  private final InputBounds bounds;
  private Intake intake = Intake.NONE;

  InputFiles(Configuration hadoop, long splitSize, InputBounds bounds) {
    this.hadoop = hadoop;
    this.splitSize = splitSize;
    this.bounds = bounds;
  }

  /**
   * The splits of all files there, in the order of the files.
   *
   * @param in a folder, a file or a glob, of any file system that Hadoop knows
   */
  List<Split> splits(String in) throws IOException, InputException {
    String cited = in.length() > 1 && in.endsWith("/") ? in.substring(0, in.length() - 1) : in;
    Path path = new Path(cited);
    FileSystem files = path.getFileSystem(hadoop);
    boolean exists = files.exists(path);
    FileStatus[] matching = exists ? new FileStatus[] {files.getFileStatus(path)} : files.globStatus(path);
    if (matching == null || matching.length == 0) {
      throw new InputException(List.of(Problem.of(ProblemCode.NO_SUCH_FILE, Origin.of(in), in)));
    }
    List<FileStatus> found = new ArrayList<>();
    List<FileStatus> unread = new ArrayList<>();
    for (FileStatus one : matching) {
      found.addAll(one.isDirectory() ? factFiles(files, one.getPath(), unread) : List.of(one));
    }
    if (!exists) {
      found.addAll(linksToNothingLike(files, path));
    }
    if (found.isEmpty()) {
      throw new InputException(List.of(Problem.of(ProblemCode.NO_FACTS_THERE, Origin.of(in), in)));
    }
    String fixed = exists ? cited : beforeWildcard(cited);
    Path root = fixed.isEmpty() ? files.getWorkingDirectory() : new Path(fixed);
    int below = files.makeQualified(root).toString().length();
    List<Split> splits = new ArrayList<>();
    found.sort(Comparator.comparing(FileStatus::getPath));
    for (FileStatus file : found) {
      splits.addAll(splits(file, name(file, fixed, below)));
    }
    intake = Intake.of(found.size(), unread.stream().map(file -> name(file, fixed, below)).toList());
    return splits;
  }

  /** What files were found; known when the splits are. */
  Intake intake() {
    return intake;
  }

  /**
   * As findings cite the file.
   *
   * @param fixed what all files found have in common, as it was given
   * @param below how long that is in a whole path
   */
  private static String name(FileStatus file, String fixed, int below) {
    String rest = file.getPath().toString().substring(below);
    boolean hasSlash = fixed.isEmpty() || fixed.endsWith("/");
    return fixed + (hasSlash && rest.startsWith("/") ? rest.substring(1) : rest);
  }

  private static List<FileStatus> factFiles(FileSystem files, Path folder, List<FileStatus> unread)
      throws IOException {
    List<FileStatus> all = new ArrayList<>(linksToNothing(files, folder, Integer.MAX_VALUE));
    RemoteIterator<LocatedFileStatus> listed = files.listFiles(folder, true);
    while (listed.hasNext()) {
      all.add(listed.next());
    }
    int below = files.makeQualified(folder).toString().length() + 1;
    List<FileStatus> found = new ArrayList<>();
    for (FileStatus file : all) {
      switch (FolderFile.of(file.getPath().toString().substring(below))) {
        case FACTS -> found.add(file);
        case OTHER -> unread.add(file);
        case COMPANION -> {
          // Nobody misses it.
        }
      }
    }
    return found;
  }

  /** Those that the glob picks. */
  private static List<FileStatus> linksToNothingLike(FileSystem files, Path glob) throws IOException {
    Path picked = files.makeQualified(glob);
    String path = picked.toUri().getPath();
    Path folder = new Path(beforeWildcard(path));
    List<FileStatus> links = linksToNothing(files, folder, picked.depth() - folder.depth());
    if (links.isEmpty()) {
      return links;
    }
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + path);
    return links.stream()
        .filter(link -> matcher.matches(java.nio.file.Path.of(link.getPath().toUri().getPath())))
        .toList();
  }

  /**
   * Hadoop passes over them in silence when it lists a folder of this machine; whoever reads them tells.
   *
   * @param depth of how many folders, one within the other
   */
  private static List<FileStatus> linksToNothing(FileSystem files, Path folder, int depth) throws IOException {
    if (!(files instanceof LocalFileSystem)) {
      return List.of();
    }
    try (Stream<java.nio.file.Path> all =
        Files.walk(java.nio.file.Path.of(folder.toUri().getPath()), depth, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(one -> Files.isSymbolicLink(one) && Files.notExists(one))
          .map(one -> new FileStatus(0, false, 1, 0, 0, files.makeQualified(new Path(one.toString()))))
          .toList();
    }
  }

  private List<Split> splits(FileStatus file, String name) throws IOException {
    String path = file.getPath().toString();
    DocumentSplitter.Framing form = form(file);
    if (form == DocumentSplitter.Framing.DOCUMENT || file.getLen() <= splitSize || !hasLines(file, form)) {
      return List.of(Split.whole(path, name, form));
    }
    List<Split> splits = new ArrayList<>();
    for (long start = 0; start < file.getLen(); start += splitSize) {
      long end = Math.min(start + splitSize, file.getLen());
      splits.add(new Split(path, name, DocumentSplitter.Framing.LINES, start, end, 0));
    }
    return splits;
  }

  /**
   * Only lines of plain text can be read in parts. A file of blanks is left whole, for only who reads all of it can
   * tell that nothing is there; one that cannot be opened is left whole for its reader to tell.
   */
  private boolean hasLines(FileStatus file, DocumentSplitter.Framing form) throws IOException {
    Path path = file.getPath();
    try (BufferedInputStream in = new BufferedInputStream(path.getFileSystem(hadoop).open(path))) {
      if (DocumentSplitter.isZipped(in)) {
        return false;
      }
      DocumentSplitter documents = new DocumentSplitter(path.getName(), in, form, bounds);
      return documents.next().bytes().length > 0 && documents.form() == DocumentSplitter.Framing.LINES;
    } catch (FileNotFoundException | AccessControlException e) {
      return false;
    }
  }

  /** The folder before the first part of the path that has a wildcard, with its slash. */
  private static String beforeWildcard(String glob) {
    int wildcard = 0;
    while ("*?{[".indexOf(glob.charAt(wildcard)) < 0) {
      wildcard++;
    }
    return glob.substring(0, glob.lastIndexOf('/', wildcard) + 1);
  }

  private static DocumentSplitter.Framing form(FileStatus file) {
    return DocumentSplitter.Framing.of(file.getPath().getName());
  }
}
