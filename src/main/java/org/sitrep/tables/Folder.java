package org.sitrep.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;

/**
 * An output folder on whatever file system Hadoop reaches. Small files are replaced atomically:
 * {@code Files.move} on a local disk (Hadoop's local rename leaves checksum files), {@code
 * FileContext.rename} elsewhere ({@code FileSystem.rename} does not overwrite on HDFS).
 */
public final class Folder {

  private final Path root;
  private final FileSystem files;
  private final Configuration configuration;

  Folder(String root, Configuration configuration) {
    try {
      Path path = new Path(root);
      this.configuration = configuration;
      this.files = path.getFileSystem(configuration);
      this.root = files.makeQualified(path);
    } catch (IOException | IllegalArgumentException e) {
      throw new OutputException("cannot reach output folder " + root + ": " + e.getMessage(), e);
    }
  }

  /** Whether it lies on a local disk, where links are possible. */
  boolean local() {
    return "file".equals(root.toUri().getScheme());
  }

  java.nio.file.Path localPath(String relative) {
    java.nio.file.Path base = Paths.get(root.toUri().getPath());
    return relative.isEmpty() ? base : base.resolve(relative);
  }

  /** The full path of a file or folder in it. */
  public String path(String relative) {
    return relative.isEmpty() ? root.toString() : new Path(root, relative).toString();
  }

  /** Whether it has such a file or folder. */
  public boolean exists(String relative) {
    try {
      return files.exists(relative.isEmpty() ? root : new Path(root, relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names in a folder, sorted; none where it does not exist. */
  public List<String> names(String relative) {
    try {
      Path folder = relative.isEmpty() ? root : new Path(root, relative);
      if (!files.exists(folder)) {
        return List.of();
      }
      List<String> names = new ArrayList<>();
      for (FileStatus status : files.listStatus(folder)) {
        names.add(status.getPath().getName());
      }
      names.sort(null);
      return List.copyOf(names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a small file, if it is there. */
  public Optional<String> read(String relative) {
    Path file = new Path(root, relative);
    try {
      if (!files.exists(file)) {
        return Optional.empty();
      }
      try (InputStream stream = files.open(file)) {
        return Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Writes a small file so that a reader sees the old text or the new, never a part. */
  public void replace(String relative, String text) {
    try {
      if (local()) {
        java.nio.file.Path target = localPath(relative);
        Files.createDirectories(target.getParent());
        java.nio.file.Path fresh = target.resolveSibling(target.getFileName() + ".new");
        Files.writeString(fresh, text, StandardCharsets.UTF_8);
        Files.move(
            fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } else {
        Path target = new Path(root, relative);
        Path fresh = new Path(target.getParent(), target.getName() + ".new");
        try (OutputStream stream = files.create(fresh, true)) {
          stream.write(text.getBytes(StandardCharsets.UTF_8));
        }
        FileContext.getFileContext(root.toUri(), configuration)
            .rename(fresh, target, Options.Rename.OVERWRITE);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path(relative), e);
    }
  }

  /** Creates a file that must not be there yet; false where it is. */
  boolean create(String relative, String text) {
    Path file = new Path(root, relative);
    try (OutputStream stream = files.create(file, false)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
      return true;
    } catch (org.apache.hadoop.fs.FileAlreadyExistsException e) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Time of the last change of a file, milliseconds; 0 where it is absent. */
  long modified(String relative) {
    Path file = new Path(root, relative);
    try {
      return files.exists(file) ? files.getFileStatus(file).getModificationTime() : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void makeFolder(String relative) {
    try {
      files.mkdirs(relative.isEmpty() ? root : new Path(root, relative));
    } catch (IOException e) {
      throw new OutputException("cannot make folder " + path(relative) + ": " + e.getMessage(), e);
    }
  }

  /** Removes a file or a folder with all in it. */
  void remove(String relative) {
    try {
      files.delete(new Path(root, relative), true);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove " + path(relative), e);
    }
  }

  /**
   * A second name for an immutable file of this folder: a hard link where the disk has them, else a
   * copy. Local disks only.
   */
  void link(String from, String to) {
    java.nio.file.Path source = localPath(from);
    java.nio.file.Path target = localPath(to);
    try {
      Files.createDirectories(target.getParent());
      try {
        Files.createLink(target, source);
      } catch (FileAlreadyExistsException e) {
        // a rerun of the same step: the name is there already
      } catch (UnsupportedOperationException | IOException e) {
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot link " + source + " to " + target, e);
    }
  }

  /**
   * Points the symbolic link {@code name} at a relative path, atomically. Does nothing where links
   * are impossible.
   */
  void pointer(String name, String relativeTarget) {
    if (!local()) {
      return;
    }
    java.nio.file.Path link = localPath(name);
    java.nio.file.Path fresh = link.resolveSibling(name + ".new");
    try {
      Files.deleteIfExists(fresh);
      Files.createSymbolicLink(fresh, Paths.get(relativeTarget));
      Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (UnsupportedOperationException e) {
      // a file system without links: readers follow _current
    } catch (IOException e) {
      throw new UncheckedIOException("cannot point " + link + " at " + relativeTarget, e);
    }
  }
}
