package dev.bauta.service.audit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * What a log's tree was at one size, in the text form of C2SP tlog-checkpoint.
 *
 * @param origin names the log
 * @param size how many records
 */
@SuppressWarnings("ArrayRecordComponent") // compared through its text
public record Checkpoint(String origin, long size, byte[] root) {

  /** The lines that are signed, each with its line feed. */
  public String text() {
    return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
  }

  static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || lines[0].isEmpty())
      throw new CheckpointException("a checkpoint has three lines: origin, size, root");
    if (!lines[1].matches("0|[1-9][0-9]{0,17}"))
      throw new CheckpointException("the checkpoint's size is not a number");
    try {
      byte[] root = Base64.getDecoder().decode(lines[2]);
      if (root.length != 32)
        throw new CheckpointException("the checkpoint's root is not a SHA-256 hash");
      return new Checkpoint(lines[0], Long.parseLong(lines[1]), root);
    } catch (IllegalArgumentException e) {
      throw new CheckpointException("the checkpoint's root is not base64");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Checkpoint c && text().equals(c.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  @Override
  public String toString() {
    return text();
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the tree of these records is the one this checkpoint tells of. */
  public boolean isOf(long otherSize, byte[] otherRoot) {
    return size == otherSize && Arrays.equals(root, otherRoot);
  }
}
