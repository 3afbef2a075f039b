package dev.bauta.engine;

import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule file that may change while it is in use. Asked now and then, it looks at the file and all
 * it includes, and reads them anew where one of them has changed. The rules in use are never
 * touched: the caller swaps them when the new ones are right. Used by one thread.
 *
 * <p>A change is seen by the time and the length of a file, and confirmed by its content, so that a
 * file that is only touched is not read twice. Nothing is watched by the operating system: that
 * needs a thread, and does not work on every mounted volume.
 */
public final class WatchedRules {

  /** What a look at a file says of it. */
  private record Stamp(long time, long length) {
    static Stamp of(File file) {
      return new Stamp(file.lastModified(), file.length());
    }
  }

  private final File file;
  private final Map<File, Stamp> stamps = new HashMap<>();
  private Map<File, String> contents;

  /**
   * Watches a file from here on.
   *
   * @param current what was read last from it
   */
  public WatchedRules(String fileName, RuleFile current) {
    this.file = new File(fileName);
    this.contents = current.files();
    // no stamps yet: a change between reading and this moment is seen by the first look
  }

  /**
   * Looks for changes.
   *
   * @return the new rules, or null where nothing has changed
   * @throws RuleFileException if the files have changed and are wrong; thrown once for each change
   */
  public RuleFile poll() {
    if (!isStampChanged()) {
      return null;
    }
    stamp(contents);
    if (!isContentChanged()) {
      return null;
    }
    String text = RuleDocuments.text(file);
    if (text == null) {
      contents = with(file, null);
      String fault = file + ":1:1: cannot read the file; check the path and its permissions";
      throw new RuleFileException(List.of(fault), Map.of(), contents);
    }
    try {
      RuleFile read = RuleFile.parse(file.getPath(), text);
      follow(read.files());
      return read;
    } catch (RuleFileException wrong) {
      follow(wrong.files());
      throw wrong;
    }
  }

  /** The files that are looked at. */
  List<File> files() {
    return new ArrayList<>(contents.keySet());
  }

  /** A new file has no stamp, so the next look compares its content: it may just have changed. */
  private void follow(Map<File, String> files) {
    contents = files;
    stamps.keySet().retainAll(files.keySet());
  }

  private void stamp(Map<File, String> files) {
    for (File one : files.keySet()) {
      stamps.put(one, Stamp.of(one));
    }
  }

  private boolean isStampChanged() {
    for (File one : contents.keySet()) {
      if (!Stamp.of(one).equals(stamps.get(one))) {
        return true;
      }
    }
    return false;
  }

  private boolean isContentChanged() {
    for (Map.Entry<File, String> one : contents.entrySet()) {
      String now = RuleDocuments.text(one.getKey());
      if (now == null ? one.getValue() != null : !now.equals(one.getValue())) {
        return true;
      }
    }
    return false;
  }

  private Map<File, String> with(File changed, String text) {
    Map<File, String> all = new LinkedHashMap<>(contents);
    all.put(changed, text);
    return all;
  }
}
