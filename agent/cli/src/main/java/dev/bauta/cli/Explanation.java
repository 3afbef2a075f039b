package dev.bauta.cli;

import dev.bauta.engine.Candidate;
import dev.bauta.engine.Disclosure;
import dev.bauta.engine.Finding;
import dev.bauta.engine.PiiType;
import dev.bauta.engine.Tally;
import dev.bauta.engine.TextMasker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What was found in a text, and what was not although it looked like it.
 *
 * @param masked the whole text as it is printed
 */
record Explanation(String text, String masked, List<Seen> found, List<Seen> dropped) {

  /**
   * One candidate.
   *
   * @param start of its first character
   * @param end behind its last one
   * @param masked what is printed for it; null where it was dropped
   * @param why it was dropped; null where it was found
   */
  record Seen(PiiType type, int start, int end, String rule, String masked, String why) {}

  static Explanation of(TextMasker masker, String text) {
    List<Finding> findings = masker.find(text);
    List<Seen> found = new ArrayList<>();
    for (int i = 0; i < findings.size(); i++) {
      Finding f = findings.get(i);
      found.add(new Seen(f.type(), f.start(), f.end(), f.rule(), only(masker, text, f, i), null));
    }
    List<Seen> dropped = new ArrayList<>();
    for (Candidate candidate : new LinkedHashSet<>(masker.explain(text))) {
      if (candidate.dropped() != null || !isThere(candidate, findings)) {
        dropped.add(dropped(candidate, findings));
      }
    }
    dropped.sort(Comparator.comparingInt(Seen::start));
    String masked = masker.mask(text, Disclosure.NOTHING, Tally.NONE);
    return new Explanation(text, masked, found, dropped);
  }

  private static boolean isThere(Candidate candidate, List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.start() == candidate.start()
          && finding.type() == candidate.type()
          && finding.rule().equals(candidate.rule())) {
        return true;
      }
    }
    return false;
  }

  private static Seen dropped(Candidate candidate, List<Finding> findings) {
    String why = candidate.dropped();
    for (int i = 0; why == null && i < findings.size(); i++) {
      Finding finding = findings.get(i);
      if (candidate.start() < finding.end() && finding.start() < candidate.end()) {
        why = "it lies in what is found already, number " + (i + 1);
      }
    }
    return new Seen(
        candidate.type(),
        candidate.start(),
        candidate.end(),
        candidate.rule(),
        null,
        why == null ? "an allow list of the rules shows it" : why);
  }

  /** What is printed for one finding: the text with all others shown, less what is around it. */
  private static String only(TextMasker masker, String text, Finding finding, int index) {
    String masked =
        masker.mask(
            text,
            new Disclosure() {
              private int asked;

              @Override
              public boolean reveals(PiiType type) {
                return asked++ != index;
              }
            },
            Tally.NONE);
    return masked.substring(finding.start(), masked.length() - (text.length() - finding.end()));
  }
}
