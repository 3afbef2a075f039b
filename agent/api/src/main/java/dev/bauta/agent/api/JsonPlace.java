package dev.bauta.agent.api;

/**
 * How far the rules for places in JSON have come at one place of a document that is being written.
 * Asked for on the way down, from {@link Masking#jsonRoot()}. Immutable; no method throws.
 */
public interface JsonPlace {

  /** The place of an object's member; the name is never null. */
  JsonPlace member(String name);

  /** The place of an array's elements, all of which are in the same. */
  JsonPlace element();

  /** Whether a rule holds here or above; the name of a key is not asked then. */
  boolean decided();

  /** What hides the value here; null where no rule does, or where a rule says it is shown. */
  Place rule();
}
