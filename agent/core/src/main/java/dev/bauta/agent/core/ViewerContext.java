package dev.bauta.agent.core;

import dev.bauta.agent.api.ViewerSources;
import dev.bauta.agent.api.Viewers;
import dev.bauta.engine.RoleRule;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The principal of each thread: a forwarded request or a nested call puts another in its place, and
 * the one before back again. Thread-safe because each thread sees only its own.
 */
final class ViewerContext implements Viewers {

  // The parts of a place: who is there, whom the logging context names, the system's user.
  private static final int AT = 0;
  private static final int NAMED = 1;
  private static final int OS_USER = 2;
  private static final int PARTS = 3;

  // Never removed: it holds an array of the JDK and viewers; what they ask is of the application
  // only
  // while a request runs.
  private final ThreadLocal<Object[]> places = new ThreadLocal<>();

  private final BooleanSupplier anyLive;
  private final PrincipalSettings settings;
  private volatile Supplier<List<RoleRule>> roles;

  ViewerContext(BooleanSupplier anyLive) {
    this(anyLive, PrincipalSettings.NONE);
  }

  /**
   * @param anyLive whether a grant is live
   */
  ViewerContext(BooleanSupplier anyLive, PrincipalSettings settings) {
    this.anyLive = anyLive;
    this.settings = settings;
  }

  /** Says where the rules for roles stand, as they are at each moment. */
  void follow(Supplier<List<RoleRule>> rules) {
    roles = rules;
  }

  /** The rules for roles. */
  List<RoleRule> roles() {
    Supplier<List<RoleRule>> now = roles;
    return now == null ? List.of() : now.get();
  }

  /** The running thread's viewer, or null for nobody. */
  Viewer current() {
    Object[] place = places.get();
    if (place != null && place[AT] != null) {
      return (Viewer) place[AT];
    }
    if (place != null && place[NAMED] != null) {
      return (Viewer) place[NAMED];
    }
    return settings.osUser() == null ? null : osUser();
  }

  /** Whoever of this thread can tell the name, or null for nobody. */
  Viewer speaking(Viewer viewer) {
    for (Viewer at = viewer; at != null; at = at.before()) {
      if (at.name() != null) {
        return at;
      }
      if (at == Viewer.NOBODY || at.isOfContext()) {
        return null;
      }
    }
    Viewer named = viewer == null ? null : (Viewer) place()[NAMED]; // the log may know
    return named == null || named.name() == null ? null : named;
  }

  /** One a thread: what it was shown is its own. */
  private Viewer osUser() {
    Object[] place = place();
    if (place[OS_USER] == null) {
      place[OS_USER] = new Viewer(settings.osUser(), null, Set.of());
    }
    return (Viewer) place[OS_USER];
  }

  @Override
  public Object[] place() {
    Object[] place = places.get();
    if (place == null) {
      place = new Object[PARTS];
      places.set(place);
    }
    return place;
  }

  @Override
  public Object viewer(Supplier<String> name) {
    Viewer below = current();
    return below == null
        ? new Viewer(name, null, (Viewer) null)
        : new Viewer(name, below.subject(), below.isOfContext() ? below : null);
  }

  @Override
  public Object about(String subject) {
    return new Viewer((Supplier<String>) null, subject, current());
  }

  @Override
  public ViewerSources sources() {
    return settings.sources();
  }

  @Override
  public void named(String principal) {
    if (principal != null) {
      place()[NAMED] = new Viewer(principal, null, Set.of());
    } else if (places.get() != null) {
      place()[NAMED] = null;
    }
  }

  @Override
  public void context(Supplier<String> name) {
    Object[] place = name == null ? places.get() : place();
    if (place != null) {
      Viewer at = (Viewer) place[AT];
      Viewer below = at instanceof ContextViewer context ? context.below() : at;
      place[AT] = name == null ? below : new ContextViewer(name, below);
    }
  }

  @Override
  public boolean isAnybody() {
    Viewer viewer = current();
    return viewer != null && viewer != Viewer.NOBODY;
  }

  @Override
  public Object carried() {
    Viewer viewer = current();
    if (viewer == null || viewer == Viewer.NOBODY) {
      return null;
    }
    List<RoleRule> rules = roles();
    if (rules.isEmpty() && !anyLive.getAsBoolean()) {
      return null;
    }
    Viewer speaking = speaking(viewer);
    return speaking == null ? null : speaking.settled(speaking.name(), viewer.subject(), rules);
  }

  @Override
  public Object nobody() {
    return Viewer.NOBODY;
  }
}
