package dev.bauta.agent.core;

import dev.bauta.engine.RuleFile;
import dev.bauta.engine.RuleFileException;
import dev.bauta.engine.RuleSet;
import dev.bauta.engine.WatchedRules;
import java.util.function.Consumer;

/**
 * Takes new rules into use while the application runs. They are read aside and swapped in at once,
 * so there is no moment without masking; wrong ones leave the old ones in use, loudly.
 *
 * <p>Looked at by the agent's one thread; its figures are read by any.
 */
final class RuleReload {

  private final WatchedRules watched;
  private final MaskingService masking;
  private final LoadedClasses loaded;
  private final ModeReload modes;
  private volatile long reloads;
  private volatile long refusals;
  private volatile boolean stale;

  /**
   * @param loaded the classes to rewrite where rules name them; null for none
   * @param modes what follows the modes in the file; null for nothing
   */
  RuleReload(WatchedRules watched, MaskingService masking, LoadedClasses loaded, ModeReload modes) {
    this.modes = modes;
    this.watched = watched;
    this.masking = masking;
    this.loaded = loaded;
  }

  /** Looks whether the rule file or what it includes has changed, and says what came of it. */
  void look(Consumer<String> say) {
    try {
      RuleFile changed = watched.poll();
      if (changed != null) {
        RuleSet before = masking.rules().all();
        masking.replace(changed.rules());
        reloads++;
        stale = false;
        rewriteNamed(before, changed.rules());
        say.accept("the rules have changed and are in use; changed options wait for a restart");
        if (modes != null) {
          modes.take(changed.options(), say);
        }
        changed.warnings().forEach(say);
      }
    } catch (RuleFileException wrong) {
      refused(wrong.getMessage(), say);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
      // never the message of a failure: only a RuleFileException's is known to be without data
      refused("they can't be read: " + failure.getClass().getName(), say);
    }
  }

  /** Classes that only the old or only the new rules name are rewritten once more. */
  private void rewriteNamed(RuleSet before, RuleSet after) {
    if (loaded != null && (namesClasses(before) || namesClasses(after))) {
      loaded.rewriteNamed(before, after);
    }
  }

  private static boolean namesClasses(RuleSet rules) {
    return rules.hasMemberRules() || rules.origins() != null;
  }

  private void refused(String why, Consumer<String> say) {
    refusals++;
    stale = true;
    say.accept("THE OLD RULES STAY IN USE, the new ones are wrong:");
    for (String fault : why.split("\n", -1)) {
      say.accept(fault);
    }
  }

  /** How often new rules were taken into use. */
  long reloads() {
    return reloads;
  }

  /** How often new rules were refused. */
  long refusals() {
    return refusals;
  }

  /** Whether the file says something else than what is in use. */
  boolean isStale() {
    return stale;
  }
}
