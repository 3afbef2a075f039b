package dev.bauta.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The rules for places in JSON, decided on the way down: a writer holds the state of each open
 * object or array and asks it for that of the next. All paths are followed at once, and states met
 * before are found by one look into a map. Thread-safe; a state never changes.
 */
public final class PathRules {

  // Documents have a few hundred places. Past this, whoever sends new ones pays for the look
  // himself.
  private static final int CACHED = 4096;
  private static final int UNDECIDED = -1;

  private final JsonPath.Step[][] paths;
  private final Mark[] marks;
  private final Map<List<Integer>, State> states = new ConcurrentHashMap<>();
  private final AtomicInteger cachedKeys = new AtomicInteger();
  private final State root;

  PathRules(List<PathRule> rules) {
    paths = new JsonPath.Step[rules.size()][];
    marks = new Mark[rules.size()];
    int[] starts = new int[rules.size()];
    for (int i = 0; i < paths.length; i++) {
      paths[i] = rules.get(i).path().steps().toArray(new JsonPath.Step[0]);
      marks[i] = rules.get(i).mark();
      starts[i] = i << 8;
    }
    root = new State(starts, UNDECIDED);
  }

  /** The state of the whole document; never null. */
  public State root() {
    return root;
  }

  private State next(State from, String key) {
    int[] next = new int[2 * from.positions.length];
    int size = 0;
    int decided = Integer.MAX_VALUE;
    for (int position : from.positions) {
      int rule = position >>> 8;
      int done = position & 0xFF;
      JsonPath.Step step = paths[rule][done];
      if (step.deep()) {
        next[size++] = position;
      }
      if (step.fits(key)) {
        if (done + 1 < paths[rule].length) {
          next[size++] = position + 1;
        } else {
          decided = Math.min(decided, rule);
        }
      }
    }
    return state(distinct(next, size), decided == Integer.MAX_VALUE ? from.decided : decided);
  }

  private static int[] distinct(int[] positions, int size) {
    Arrays.sort(positions, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || positions[i] != positions[i - 1]) {
        positions[kept++] = positions[i];
      }
    }
    return Arrays.copyOf(positions, kept);
  }

  private State state(int[] positions, int decided) {
    List<Integer> id = new ArrayList<>(positions.length + 1);
    id.add(decided);
    for (int position : positions) {
      id.add(position);
    }
    State known = states.get(id);
    if (known != null) {
      return known;
    }
    State made = new State(positions, decided);
    if (states.size() >= CACHED) {
      return made;
    }
    State raced = states.putIfAbsent(id, made);
    return raced == null ? made : raced;
  }

  /** How far each path has come at one place of a document. Immutable to its users. */
  public final class State {

    private final int[] positions;
    private final int decided;
    private final Map<String, State> byKey = new ConcurrentHashMap<>(4);
    private volatile State element;

    private State(int[] positions, int decided) {
      this.positions = positions;
      this.decided = decided;
    }

    /**
     * The state of an object's member.
     *
     * @param key its name, never null
     */
    public State enter(String key) {
      if (positions.length == 0) {
        return this;
      }
      State known = byKey.get(key);
      if (known == null) {
        known = next(this, key);
        if (cachedKeys.get() < CACHED && byKey.putIfAbsent(key, known) == null) {
          cachedKeys.incrementAndGet();
        }
      }
      return known;
    }

    /** The state of an array's elements, all of which are in the same. */
    public State enterArray() {
      if (positions.length == 0) {
        return this;
      }
      State known = element;
      if (known == null) {
        known = next(this, null);
        element = known;
      }
      return known;
    }

    /** Whether a rule holds here, for this place or one above; the key's name is not asked then. */
    public boolean decided() {
      return decided != UNDECIDED;
    }

    /** The decision where there is one, or null where there is none or the value is shown. */
    public Mark mark() {
      return decided == UNDECIDED ? null : marks[decided];
    }

    /** Whether nothing below can be decided otherwise than here. */
    public boolean isFinal() {
      return positions.length == 0;
    }
  }
}
