package org.sitrep.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * At most one writing run per output. On a local disk the operating system holds the lock and frees
 * it when the process dies, however it dies. On other file systems the lock is a file that its
 * owner touches every minute; one that was not touched for {@link #STALE} belongs to a dead run.
 */
final class Lock implements AutoCloseable {

  static final String NAME = "_lock";
  private static final Duration TOUCH = Duration.ofMinutes(1);
  private static final Duration STALE = Duration.ofMinutes(10);

  private final Folder folder;
  private final FileChannel channel;
  private final FileLock fileLock;
  private final ScheduledExecutorService heart;

  private Lock(
      Folder folder, FileChannel channel, FileLock fileLock, ScheduledExecutorService heart) {
    this.folder = folder;
    this.channel = channel;
    this.fileLock = fileLock;
    this.heart = heart;
  }

  static Lock take(Folder folder, String runId) {
    folder.makeFolder("");
    return folder.local() ? local(folder) : remote(folder, runId);
  }

  private static Lock local(Folder folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.localPath(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        lock = null;
      }
      if (lock == null) {
        channel.close();
        throw locked(folder);
      }
      return new Lock(folder, channel, lock, null);
    } catch (IOException e) {
      throw new OutputException(
          "cannot lock output folder " + folder.path("") + ": " + e.getMessage(), e);
    }
  }

  private static Lock remote(Folder folder, String runId) {
    if (!folder.create(NAME, runId)) {
      if (System.currentTimeMillis() - folder.modified(NAME) < STALE.toMillis()) {
        throw locked(folder);
      }
      folder.remove(NAME);
      if (!folder.create(NAME, runId)) {
        throw locked(folder);
      }
    }
    ScheduledExecutorService heart =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "sitrep-lock");
              thread.setDaemon(true);
              return thread;
            });
    heart.scheduleAtFixedRate(
        () -> folder.replace(NAME, runId), TOUCH.toSeconds(), TOUCH.toSeconds(), TimeUnit.SECONDS);
    return new Lock(folder, null, null, heart);
  }

  private static LockedException locked(Folder folder) {
    return new LockedException(
        "another run is writing to "
            + folder.path("")
            + "; wait for it to end, or choose another --output");
  }

  @Override
  public void close() {
    try {
      if (heart != null) {
        heart.shutdownNow();
        folder.remove(NAME);
      } else {
        fileLock.release();
        channel.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
