package dev.bauta.agent.instrumentation.piitostring;

import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What rewritten {@code toString()} methods call. A tag is {@code type:member}. Thread-safe. */
final class PrintHooks {

  /** Takes (tag, value) and gives the masked text. */
  static final String PRINTED = "pii.printed";

  /** As {@link #PRINTED}, for characters that are appended one by one. */
  static final String PRINTED_CHARS = "pii.printed-chars";

  /** Takes (tag, value) and gives a harmless value of the same class, or null. */
  static final String PRESERVED = "pii.preserved";

  /** Takes (array of tags and values, text); short values are replaced where they stand alone. */
  static final String SCRUBBED = "pii.scrubbed";

  /** As {@link #SCRUBBED}, for long values only: all that makes text was seen by the rewrite. */
  static final String SCRUBBED_OF_LONG = "pii.scrubbed-of-long";

  /** Takes (tag, value) and gives the value: it went by. */
  static final String SAW = "pii.saw";

  /** The place of a member that rules do not name any more, until its class is as it was. */
  private static final Place SHOWN =
      new Place() {
        @Override
        public boolean numeric() {
          return false;
        }

        @Override
        public Object hide(Object value) {
          return value;
        }

        @Override
        public boolean revealed() {
          return true;
        }
      };

  private final Masking masking;
  private final Map<String, Place> places = new ConcurrentHashMap<>();
  private final TextScrubber scrubber = new TextScrubber(this::mask);

  PrintHooks(Masking masking) {
    this.masking = masking;
  }

  void link(Links links) {
    links.filter(PRINTED, this::text, Links::masked);
    links.filter(PRINTED_CHARS, this::textOfChars, Links::masked);
    links.filter(PRESERVED, this::preserved, PrintHooks::harmless);
    links.filter(SAW, this::saw, value -> value); // the application's own, on its own way
    links.filter(SCRUBBED, (fields, text) -> scrub(fields, text, true), Links::masked);
    links.filter(SCRUBBED_OF_LONG, (fields, text) -> scrub(fields, text, false), Links::masked);
  }

  private Object saw(Object tag, Object value) {
    if (value != null) {
      place((String) tag).saw(value);
    }
    return value;
  }

  private Object text(Object tag, Object value) {
    try {
      return printed(tag, value);
    } catch (Throwable failure) {
      if (!masking.observes(Sink.LOG)) {
        throw failure;
      }
      masking.failed(failure);
      return String.valueOf(value); // a text is expected, so the value itself won't do
    }
  }

  private Object textOfChars(Object tag, Object value) {
    return value == null ? null : text(tag, new String((char[]) value));
  }

  private Object printed(Object tag, Object value) {
    if (value == null) {
      return null;
    }
    Place place = place((String) tag);
    if (value instanceof char[] chars && place.observes()) {
      place.hide(chars);
      return value.toString(); // its address, as without the agent
    }
    if (isContainer(value)) {
      Object hidden = place.hide(value);
      if (hidden != null) {
        return hidden.toString();
      }
    }
    String text = value instanceof char[] chars ? new String(chars) : value.toString();
    return text == null ? null : mask(place, text);
  }

  private Object preserved(Object tag, Object value) {
    if (value == null) {
      return null;
    }
    Place place = place((String) tag);
    if (value instanceof String text) {
      return mask(place, text);
    }
    Object hidden = place.hide(value);
    if (hidden == value && (place == SHOWN || place.observes())) {
      return value;
    }
    Object neutral = Neutral.of(value);
    if (neutral != null) {
      return neutral;
    }
    return value.getClass().isInstance(hidden) ? hidden : null;
  }

  private static Object harmless(Object value) {
    return value instanceof String ? Masking.MASKED : Neutral.of(value);
  }

  private Object scrub(Object fields, Object text, boolean shortOnes) {
    return text == null ? null : scrubber.scrub((Object[]) fields, (String) text, shortOnes);
  }

  private String mask(String tag, String text) {
    return mask(place(tag), text);
  }

  private static String mask(Place place, String text) {
    Object hidden = place.hide(text);
    return hidden == null || hidden instanceof String ? (String) hidden : Masking.MASKED;
  }

  private static boolean isContainer(Object value) {
    return value instanceof Collection || value instanceof Map || value instanceof Optional;
  }

  private Place place(String tag) {
    Place place = places.get(tag);
    if (place != null) {
      return place;
    }
    Place decided = decide(tag);
    if (decided != SHOWN) {
      places.put(tag, decided);
    }
    return decided;
  }

  private Place decide(String tag) {
    int ruled = tag.indexOf(PiiMembers.RULED);
    if (ruled > 0) {
      Place place = masking.member(Sink.LOG, tag.substring(0, ruled), tag.substring(ruled + 1));
      return place == null ? SHOWN : place;
    }
    int colon = tag.indexOf(':');
    return masking.annotated(Sink.LOG, tag.substring(0, colon), tag.substring(colon + 1));
  }
}
