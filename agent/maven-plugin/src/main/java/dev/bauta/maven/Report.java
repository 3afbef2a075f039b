package dev.bauta.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run has woven and what it could not, for people.
 *
 * @param parts the folder and the jars looked at
 * @param beyondReach packages of the JDK, which no build can weave
 */
record Report(List<Part> parts, Set<String> beyondReach) {

  /** One line a part with something woven, and what is dropped or beyond reach. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Part part : parts) {
      if (part.isTouched()) {
        lines.add(line(part));
      }
      if (part.unsigned()) {
        lines.add(part.name() + ": its signature is dropped, it does not fit woven classes");
      }
    }
    lines.add("untouched: " + parts.stream().filter(part -> !part.isTouched()).count());
    for (String name : new TreeSet<>(beyondReach)) {
      lines.add(
          name + ": of the JDK, not woven; only -javaagent masks what is told to it directly");
    }
    return lines;
  }

  /** Every place where values go out unmasked. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (Part part : parts) {
      for (String fault : part.faults()) {
        faults.add(part.name() + ": " + fault);
      }
    }
    return faults;
  }

  private static String line(Part part) {
    String before = part.wovenBefore() == 0 ? "" : ", " + part.wovenBefore() + " woven before";
    return part.name()
        + ": "
        + part.woven()
        + (part.woven() == 1 ? " class woven" : " classes woven")
        + before
        + " "
        + part.libraries();
  }
}
