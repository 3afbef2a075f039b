package dev.bauta.agent.api.log;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.SplitValues;
import java.util.Arrays;
import java.util.function.BiFunction;

/**
 * The argument array of an event. The application's own array is never written to: the event gets a
 * copy where something is hidden. Thread-safe.
 */
public final class Arguments implements BiFunction<Object, Object, Object> {

  private final Masking masking;
  private final Values values;
  private final SplitValues split;

  /** Arguments masked on their own, or with what the message says about them. */
  public Arguments(Masking masking, Values values) {
    this.masking = masking;
    this.values = values;
    split = new SplitValues(masking, SplitValues.Style.EMPTY);
  }

  /**
   * Masks each argument: on its own, or together with what the message says about it.
   *
   * @param context the event's message, or null; a {@link Logged} where the logger matters
   * @param array the {@code Object[]}, or null
   * @return the same array when there is nothing to hide
   */
  @Override
  public Object apply(Object context, Object array) {
    if (array == null) {
      return null;
    }
    Object[] arguments = (Object[]) array;
    String logger = context instanceof Logged logged ? logged.logger() : null;
    Object message = context instanceof Logged logged ? logged.message() : context;
    String template = message == null ? "" : (String) message;
    Object[] copy = null;
    int from = 0;
    for (int i = 0; i < arguments.length; i++) {
      int at = from < 0 ? -1 : template.indexOf("{}", from);
      Object argument = arguments[i];
      Object hidden = argument;
      if (argument != null && !(argument instanceof Throwable && i == arguments.length - 1)) {
        Object[] soFar = copy == null ? arguments : copy;
        Label label = at < 0 ? null : Label.ofPlaceholder(template, from, at, i, soFar);
        hidden = hideOne(logger, label, argument);
      }
      if (hidden != argument) {
        if (copy == null) { // not clone(): the array may be an Integer[]
          copy = Arrays.copyOf(arguments, arguments.length, Object[].class);
        }
        copy[i] = hidden;
      }
      from = at < 0 ? -1 : at + 2;
    }
    return split.hide(logger, template, copy == null ? arguments : copy);
  }

  private Object hideOne(String logger, Label label, Object argument) {
    try {
      return label == null || Values.isStructured(argument)
          ? values.hide(logger, argument)
          : label.hide(masking, logger, argument);
    } catch (Throwable failure) { // a toString() that throws costs its own argument only
      masking.failed(failure);
      return masking.instead(Sink.LOG, argument);
    }
  }
}
