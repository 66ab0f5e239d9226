package org.sitrep.ingest;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.sitrep.tables.Reject;

/**
 * The files that some inputs name: files, folders with all below them, globs; on any file system
 * that Hadoop knows.
 *
 * @param files the files to read, by path
 * @param ignored files of unknown extension found in folders, by path
 * @param hidden how many files and folders were skipped: names that start with {@code _} or {@code
 *     .}, and outputs of earlier runs
 * @param unreadable files and folders that could not be listed, as rejects
 */
public record InputFiles(
    List<InputFile> files, List<String> ignored, long hidden, List<Reject> unreadable) {

  private static final int DEEPEST = 64;

  /** A folder with this file is an output of an earlier run, whose own tables are no input. */
  private static final String OUTPUT_MARK = "_current";

  /**
   * Lists inputs.
   *
   * @param inputs paths of files and folders, and globs
   * @throws InputException where an input does not exist, is a file of unknown extension, or where
   *     there is nothing to read in all of them
   */
  public static InputFiles list(List<String> inputs, Configuration configuration) {
    Listing listing = new Listing();
    for (String input : inputs) {
      try {
        listing.add(input, configuration);
      } catch (IOException e) {
        throw new InputException("cannot list input " + input + ": " + e.getMessage(), e);
      }
    }
    InputFiles files = listing.files();
    if (files.files.isEmpty()) {
      throw new InputException(nothing(inputs, files));
    }
    return files;
  }

  private static String nothing(List<String> inputs, InputFiles files) {
    StringBuilder message = new StringBuilder("nothing to read in " + String.join(", ", inputs));
    if (!files.ignored.isEmpty()) {
      message
          .append(": ")
          .append(files.ignored.size())
          .append(" files of unknown extension, ")
          .append(files.ignored.get(0))
          .append(" the first");
    }
    if (!files.unreadable.isEmpty()) {
      Reject first = files.unreadable.get(0);
      message.append("; ").append(first.inputPath()).append(" is ").append(first.reason());
    }
    return message + "; " + EXTENSIONS;
  }

  private static final String EXTENSIONS =
      "give .txt, .jsonl, .ndjson, .json, .csv, .tsv (also .gz, .bz2 or .zst) or .parquet";

  private static final class Listing {
    private final Map<String, InputFile> found = new TreeMap<>();
    private final Set<String> ignored = new HashSet<>();
    private final Map<String, Reject> unreadable = new TreeMap<>();
    private final Set<String> realFolders = new HashSet<>();
    private long hidden;

    InputFiles files() {
      return new InputFiles(
          List.copyOf(found.values()),
          ignored.stream().sorted().toList(),
          hidden,
          List.copyOf(unreadable.values()));
    }

    void add(String input, Configuration configuration) throws IOException {
      Path path;
      try {
        path = new Path(input);
      } catch (IllegalArgumentException e) {
        throw new InputException(
            "not a path: " + input + "; write ./NAME for a local file with a colon in its name", e);
      }
      FileSystem system = path.getFileSystem(configuration);
      // A name that exists is taken as it stands, whatever glob characters it has.
      Optional<FileStatus> status = status(system, path);
      if (status.isPresent()) {
        addNamed(system, status.get(), input, Optional.empty());
        return;
      }
      FileStatus[] matches = system.globStatus(path);
      if (matches == null || matches.length == 0) {
        throw new InputException("no such file or folder: " + input + "; check --input");
      }
      Arrays.sort(matches, Comparator.comparing(match -> match.getPath().toString()));
      String above = plain(fixedPart(system.makeQualified(path)));
      for (FileStatus match : matches) {
        if (match.isDirectory() || InputFormat.of(match.getPath().getName()).isPresent()) {
          addNamed(system, match, input, Optional.of(above));
        } else {
          ignored.add(plain(match.getPath()));
        }
      }
    }

    private static Optional<FileStatus> status(FileSystem system, Path path) throws IOException {
      try {
        return Optional.of(system.getFileStatus(path));
      } catch (FileNotFoundException e) {
        return Optional.empty();
      }
    }

    private void addNamed(
        FileSystem system, FileStatus status, String input, Optional<String> above)
        throws IOException {
      String path = plain(status.getPath());
      String root = above.orElse(status.isDirectory() ? path : plain(status.getPath().getParent()));
      if (status.isDirectory()) {
        addFolder(system, status.getPath(), root, 0);
      } else if (InputFormat.of(path).isEmpty()) {
        throw new InputException("unknown extension: " + input + "; " + EXTENSIONS);
      } else {
        addFile(status, root);
      }
    }

    private void addFolder(FileSystem system, Path folder, String root, int depth) {
      String path = plain(folder);
      if (depth > DEEPEST || !realFolders.add(root + '\0' + real(folder))) {
        // A link that leads back up, or the same folder given twice.
        return;
      }
      List<FileStatus> children = new ArrayList<>();
      try {
        RemoteIterator<FileStatus> iterator = system.listStatusIterator(folder);
        while (iterator.hasNext()) {
          children.add(iterator.next());
        }
      } catch (IOException | RuntimeException e) {
        unreadable.put(path, new Reject(path, null, Reasons.of(Reasons.UNREADABLE, e), null));
      }
      if (children.stream().anyMatch(child -> child.getPath().getName().equals(OUTPUT_MARK))) {
        hidden++;
        return;
      }
      for (FileStatus child : children) {
        String name = child.getPath().getName();
        if (name.startsWith("_") || name.startsWith(".")) {
          hidden++;
        } else if (child.isDirectory()) {
          addFolder(system, child.getPath(), root, depth + 1);
        } else if (InputFormat.of(name).isEmpty()) {
          ignored.add(plain(child.getPath()));
        } else {
          addFile(child, root);
        }
      }
    }

    private void addFile(FileStatus status, String root) {
      String path = plain(status.getPath());
      String below = root.endsWith("/") ? root : root + "/";
      String relative =
          path.startsWith(below) ? path.substring(below.length()) : status.getPath().getName();
      found.putIfAbsent(
          path, new InputFile(path, relative, InputFormat.of(path).orElseThrow(), status.getLen()));
    }

    /** The folders of a glob above its first wildcard. */
    private static Path fixedPart(Path glob) {
      Path fixed = glob;
      for (Path each = glob; each != null; each = each.getParent()) {
        if (each.getName().chars().anyMatch(c -> "*?[{\\".indexOf(c) >= 0)) {
          fixed = each.getParent();
        }
      }
      return fixed == glob ? glob.getParent() : fixed;
    }

    private static String real(Path folder) {
      if (!isLocal(folder)) {
        return folder.toString();
      }
      try {
        return Paths.get(folder.toUri().getPath()).toRealPath().toString();
      } catch (IOException e) {
        return folder.toString();
      }
    }

    private static String plain(Path path) {
      return isLocal(path) ? path.toUri().getPath() : path.toString();
    }

    private static boolean isLocal(Path path) {
      return "file".equals(path.toUri().getScheme());
    }
  }
}
