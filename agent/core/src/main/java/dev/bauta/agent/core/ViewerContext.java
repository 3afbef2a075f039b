package dev.bauta.agent.core;

import dev.bauta.agent.api.ViewerSources;
import dev.bauta.agent.api.Viewers;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The principal of each thread: a forwarded request or a nested call puts another in its place, and
 * the one before back again. Thread-safe because each thread sees only its own.
 */
final class ViewerContext implements Viewers {

  /** What stands in a thread's place. Used by its thread only. */
  static class Viewer {
    private final String subject;
    private Supplier<String> source;
    private String name;

    /** What a security framework says of whoever cannot tell by himself, or null. */
    private final Viewer context;

    /** The string that an earlier stage revealed last, for the next stage to leave alone. */
    private Object lastRevealed;

    private Viewer(Supplier<String> source, String subject, Viewer context) {
      this.source = source;
      this.subject = subject;
      this.context = context;
    }

    private Viewer(String name, String subject) {
      this(null, subject, null);
      this.name = name;
    }

    /** The principal's name, or null for nobody; asked from its source once. */
    String name() {
      if (source != null) {
        Supplier<String> ask = source;
        source = null; // first: a source that throws or asks us back is not asked again
        name = ask.get();
      }
      return name;
    }

    /** Who was there before a security framework spoke, or null. */
    Viewer below() {
      return null;
    }

    boolean isOfContext() {
      return false;
    }

    /** The data subject whose values are being handled, or null where that is not known. */
    String subject() {
      return subject;
    }

    void revealed(Object value) {
      lastRevealed = value;
    }

    boolean hasRevealed(Object value) {
      return value != null && lastRevealed == value;
    }
  }

  /** What a security framework says. What it says may change, so nothing of it is kept. */
  private static final class ContextViewer extends Viewer {
    private final Supplier<String> framework;
    private final Viewer below;

    private ContextViewer(Supplier<String> framework, Viewer below) {
      super((String) null, below == null ? null : below.subject);
      this.framework = framework;
      this.below = below;
    }

    @Override
    String name() {
      return framework.get();
    }

    @Override
    Viewer below() {
      return below;
    }

    @Override
    boolean isOfContext() {
      return true;
    }
  }

  // Nothing is ever revealed to it, so nothing in it changes.
  private static final Viewer NOBODY = new Viewer((String) null, null);

  // The parts of a place.
  private static final int AT = 0;
  private static final int NAMED = 1;
  private static final int OS_USER = 2;

  // Never removed: it holds an array of the JDK and viewers; of the application nothing but, while
  // a
  // request runs, what it is asked by.
  private final ThreadLocal<Object[]> places = new ThreadLocal<>();

  private final BooleanSupplier showing;
  private final PrincipalSettings settings;

  ViewerContext(BooleanSupplier showing) {
    this(showing, PrincipalSettings.NONE);
  }

  /**
   * @param showing whether anything can be shown to anybody at the moment
   */
  ViewerContext(BooleanSupplier showing, PrincipalSettings settings) {
    this.showing = showing;
    this.settings = settings;
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

  /** The name of who is looking, or null for nobody. */
  String principal(Viewer viewer) {
    String name = viewer.name();
    if (name == null && viewer.context != null) { // a request that the framework did not wrap
      name = viewer.context.name();
    }
    if (name == null && viewer != NOBODY && !viewer.isOfContext()) { // the log may know
      Viewer named = (Viewer) place()[NAMED];
      name = named == null ? null : named.name();
    }
    return name;
  }

  /** One a thread: what it was shown is its own. */
  private Viewer osUser() {
    Object[] place = place();
    if (place[OS_USER] == null) {
      place[OS_USER] = new Viewer(settings.osUser(), null);
    }
    return (Viewer) place[OS_USER];
  }

  @Override
  public Object[] place() {
    Object[] place = places.get();
    if (place == null) {
      place = new Object[3];
      places.set(place);
    }
    return place;
  }

  @Override
  public Object viewer(Supplier<String> name) {
    Viewer below = current();
    return below == null
        ? new Viewer(name, null, null)
        : new Viewer(name, below.subject, below.isOfContext() ? below : null);
  }

  @Override
  public Object about(String subject) {
    Viewer below = current();
    return new Viewer(below == null ? () -> null : () -> principal(below), subject, null);
  }

  @Override
  public ViewerSources sources() {
    return settings.sources();
  }

  @Override
  public void named(String principal) {
    if (principal != null) {
      place()[NAMED] = new Viewer(principal, null);
    } else if (places.get() != null) {
      place()[NAMED] = null;
    }
  }

  @Override
  public void context(Supplier<String> name) {
    Object[] place = name == null ? places.get() : place();
    if (place != null) {
      Viewer at = (Viewer) place[AT];
      Viewer below = at != null && at.isOfContext() ? at.below() : at;
      place[AT] = name == null ? below : new ContextViewer(name, below);
    }
  }

  @Override
  public boolean isAnybody() {
    Viewer viewer = current();
    return viewer != null && viewer != NOBODY;
  }

  @Override
  public Object carried() {
    Viewer viewer = current();
    if (viewer == null || viewer == NOBODY || !showing.getAsBoolean()) {
      return null;
    }
    String name = principal(viewer);
    return name == null ? null : new Viewer(name, viewer.subject);
  }

  @Override
  public Object nobody() {
    return NOBODY;
  }
}
