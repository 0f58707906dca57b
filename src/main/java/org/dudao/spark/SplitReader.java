package org.dudao.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.dudao.load.DocumentSplitter;
import org.dudao.load.InputBounds;
import org.dudao.load.RawDocument;

/**
 * Reads the documents that begin in a split. What is damaged in the file becomes a document with a fault; trouble on
 * the way to the file ends the task, so that Spark tries it again.
 */
final class SplitReader implements Iterator<RawDocument> {
  private final DocumentSplitter documents;
  private RawDocument next;

  private SplitReader(DocumentSplitter documents) {
    this.documents = documents;
    this.next = advance();
  }

  /**
   * The documents of the split; a file that cannot be opened is one with a fault.
   *
   * @param bounds tell how many bytes a document may have
   */
  static Iterator<RawDocument> read(Split split, Configuration hadoop, InputBounds bounds) {
    try {
      return new SplitReader(open(split, hadoop, bounds));
    } catch (AccessControlException e) {
      return unreadable(split, new AccessDeniedException(split.name()));
    } catch (FileNotFoundException e) {
      // Of a file of this machine it may mean that nobody may read it.
      return unreadable(split, exists(split, hadoop) ? e : new NoSuchFileException(split.name()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean exists(Split split, Configuration hadoop) {
    Path path = new Path(split.path());
    try {
      return path.getFileSystem(hadoop).exists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Iterator<RawDocument> unreadable(Split split, IOException e) {
    return List.of(RawDocument.unreadable(split.name(), e)).iterator();
  }

  private static DocumentSplitter open(Split split, Configuration hadoop, InputBounds bounds) throws IOException {
    Path path = new Path(split.path());
    FSDataInputStream file = path.getFileSystem(hadoop).open(path);
    if (split.isWhole()) {
      return new DocumentSplitter(split.name(), DocumentSplitter.unzipped(file), split.form(), bounds);
    }
    try {
      file.seek(Math.max(0, split.start() - 1));
    } catch (IOException e) {
      file.close();
      throw e;
    }
    return new DocumentSplitter(split.name(), file, bounds, split.start(), split.end(), split.linesBefore());
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public RawDocument next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    RawDocument document = next;
    next = advance();
    return document;
  }

  private RawDocument advance() {
    boolean goesOn = false;
    try {
      RawDocument document = documents.next();
      goesOn = document != null;
      return document;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!goesOn) {
        close();
      }
    }
  }

  private void close() {
    try {
      documents.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
