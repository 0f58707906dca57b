package org.dudao.cli;

import java.io.IOException;
import java.io.OutputStream;

/** A stream that keeps its first failure until it is asked for it, and lets go by what is written after that. */
final class Outlet extends OutputStream {
  private final OutputStream out;
  private IOException failure;
  private boolean isBroken;

  Outlet(OutputStream out) {
    this.out = out;
  }

  @Override
  public synchronized void write(int one) {
    attempt(() -> out.write(one));
  }

  @Override
  public synchronized void write(byte[] bytes, int start, int length) {
    attempt(() -> out.write(bytes, start, length));
  }

  @Override
  public synchronized void flush() {
    attempt(out::flush);
  }

  /** Why not all that was written has arrived; null when it has, and when that was told already. */
  synchronized IOException takeFailure() {
    flush();
    IOException taken = failure;
    failure = null;
    return taken;
  }

  /** Throws why not all that was written has arrived. */
  void check() throws IOException {
    IOException taken = takeFailure();
    if (taken != null) {
      throw taken;
    }
  }

  /** Whether nothing that is written arrives any more. */
  synchronized boolean isBroken() {
    return isBroken;
  }

  /** Whether nothing that is written arrives any more, and somebody waits for it. */
  synchronized boolean isLost() {
    return failure != null && !Unwritten.isUnread(failure);
  }

  private interface Attempt {
    void make() throws IOException;
  }

  private void attempt(Attempt attempt) {
    if (isBroken) {
      return;
    }
    try {
      attempt.make();
    } catch (IOException e) {
      failure = e;
      isBroken = true;
    }
  }
}
