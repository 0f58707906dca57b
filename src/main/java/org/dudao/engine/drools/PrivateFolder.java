package org.dudao.engine.drools;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.Set;

/**
 * A folder that belongs to the user, and in which nobody else may write; any other is neither read nor written. The same
 * holds for each of its files. Where the system knows no permissions, the owner alone is looked at.
 */
final class PrivateFolder {
  private static final Set<PosixFilePermission> WRITE_OF_OTHERS =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
  private static final FileAttribute<Set<PosixFilePermission>> OF_USER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private final Path path;
  private final boolean knowsPermissions;
  /** Asked of the system once; null before. */
  private UserPrincipal user;

  PrivateFolder(Path path) {
    this.path = path;
    this.knowsPermissions = path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  Path path() {
    return path;
  }

  boolean exists() {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /** Makes the folder, and those above it that are missing, for the user alone. */
  void create() throws IOException {
    Files.createDirectories(path, knowsPermissions ? new FileAttribute<?>[] {OF_USER_ALONE} : new FileAttribute<?>[0]);
  }

  /** Whether it is such a folder; a link to one is none. */
  boolean isPrivate() throws IOException {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && isOfUserAlone(path);
  }

  /**
   * What that file holds. It is looked at before it is opened: to open a pipe would wait for a writer for ever.
   *
   * @throws FileNotFoundException when there is none
   * @throws FileSystemException when it is no regular file of the user alone, or has more bytes than that
   */
  byte[] read(String name, int mostBytes) throws IOException {
    Path file = path.resolve(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileNotFoundException(file.toString());
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !isOfUserAlone(file)) {
      throw new FileSystemException(file.toString());
    }
    try (InputStream in =
        Channels.newInputStream(
            Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
      byte[] bytes = in.readNBytes(mostBytes);
      if (in.read() >= 0) {
        throw new FileSystemException(file.toString());
      }
      return bytes;
    }
  }

  /** Writes beside and moves into place, so that another process sees all of it or nothing. */
  void write(String name, byte[] bytes) throws IOException {
    Path beside = Files.createTempFile(path, "rules-", ".part");
    try {
      Files.write(beside, bytes);
      move(beside, path.resolve(name));
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private boolean isOfUserAlone(Path one) throws IOException {
    if (!knowsPermissions) {
      return Files.getOwner(one, LinkOption.NOFOLLOW_LINKS).equals(user());
    }
    PosixFileAttributes seen = Files.readAttributes(one, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return seen.owner().equals(user()) && Collections.disjoint(seen.permissions(), WRITE_OF_OTHERS);
  }

  /** Whom new files belong to. The name of the user would not do: in a container it may have no entry. */
  private synchronized UserPrincipal user() throws IOException {
    if (user == null) {
      Path probe = Files.createTempFile("dudao-", ".owner");
      try {
        user = Files.getOwner(probe);
      } finally {
        Files.delete(probe);
      }
    }
    return user;
  }
}
