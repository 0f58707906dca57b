package org.dudao.cli;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.UUID;

/** A file that is there whole or as it was: written beside its place, and renamed when all of it is on the disk. */
final class WholeFile {
  private final Path place;

  /** @param place without links: a link would be renamed over */
  WholeFile(Path place) {
    this.place = place;
  }

  /** Writes it, and makes the folder where there is none. */
  void write(Destination.Body body) throws IOException {
    if (Files.isDirectory(place)) {
      throw new FileSystemException(place.toString());
    }
    if (Files.exists(place) && !Files.isWritable(place)) {
      // To rename over it only its folder would have to be writable.
      throw new AccessDeniedException(place.toString());
    }
    Files.createDirectories(place.getParent());
    Path part = place.resolveSibling(".dudao-" + UUID.randomUUID() + ".part");
    part.toFile().deleteOnExit();
    try {
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        body.write(Channels.newOutputStream(channel));
        channel.force(true);
      }
      inherit(part);
      Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Who could read the old file can read the new one, and nobody else. */
  private void inherit(Path part) throws IOException {
    PosixFileAttributeView of = Files.getFileAttributeView(part, PosixFileAttributeView.class);
    if (of == null || !Files.exists(place)) {
      return;
    }
    PosixFileAttributes old = Files.readAttributes(place, PosixFileAttributes.class);
    PosixFileAttributes now = of.readAttributes();
    try {
      if (!now.group().equals(old.group())) {
        of.setGroup(old.group());
      }
      if (!now.owner().equals(old.owner())) {
        of.setOwner(old.owner());
      }
    } catch (IOException e) {
      // Only some may give a file to others: it stays with who wrote it.
    }
    if (!now.permissions().equals(old.permissions())) {
      of.setPermissions(old.permissions());
    }
  }
}
