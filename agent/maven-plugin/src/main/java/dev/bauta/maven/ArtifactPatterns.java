package dev.bauta.maven;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which dependencies are meant. An artifact is meant if one of the wanted patterns is for it and
 * none of the unwanted; no wanted pattern at all means every artifact.
 */
final class ArtifactPatterns {

  private final List<Pattern> wanted;
  private final List<Pattern> unwanted;

  /**
   * Patterns are {@code groupId:artifactId}; {@code *} stands for any characters.
   *
   * @throws IllegalArgumentException for a pattern of another shape
   */
  ArtifactPatterns(List<String> wanted, List<String> unwanted) {
    this.wanted = wanted.stream().map(ArtifactPatterns::pattern).toList();
    this.unwanted = unwanted.stream().map(ArtifactPatterns::pattern).toList();
  }

  boolean mean(String groupId, String artifactId) {
    String name = groupId + ":" + artifactId;
    return (wanted.isEmpty() || matches(wanted, name)) && !matches(unwanted, name);
  }

  private static boolean matches(List<Pattern> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  private static Pattern pattern(String text) {
    String[] parts = text.trim().split(":", -1);
    if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no pattern; write groupId:artifactId, with * for any characters");
    }
    return Pattern.compile(("\\Q" + parts[0] + ":" + parts[1] + "\\E").replace("*", "\\E.*\\Q"));
  }
}
