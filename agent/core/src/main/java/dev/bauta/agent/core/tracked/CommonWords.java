package dev.bauta.agent.core.tracked;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Words that are met everywhere: nobody is known by one of them alone. Kept as hashes, read from
 * the agent's jar once a value is tracked.
 */
final class CommonWords {

  private static final String FILE = "common-words.txt";

  private final long[] hashes;

  private CommonWords(long[] hashes) {
    this.hashes = hashes;
  }

  /** The built-in ones; none where they cannot be read, so that more is hidden. */
  static CommonWords builtIn() {
    try (InputStream file = CommonWords.class.getResourceAsStream(FILE)) {
      return file == null
          ? new CommonWords(new long[0])
          : of(new String(file.readAllBytes(), StandardCharsets.US_ASCII));
    } catch (IOException unreadable) {
      return new CommonWords(new long[0]);
    }
  }

  private static CommonWords of(String text) {
    long[] hashes = new long[text.length() / 4];
    int count = 0;
    for (String line : text.split("\n")) {
      if (line.startsWith("#")) {
        continue;
      }
      for (String word : line.split(" ")) {
        hashes[count++] = Hash.of(word, 0, word.length());
      }
    }
    long[] sorted = Arrays.copyOf(hashes, count);
    Arrays.sort(sorted);
    return new CommonWords(sorted);
  }

  boolean has(long hash) {
    return Arrays.binarySearch(hashes, hash) >= 0;
  }

  int size() {
    return hashes.length;
  }
}
