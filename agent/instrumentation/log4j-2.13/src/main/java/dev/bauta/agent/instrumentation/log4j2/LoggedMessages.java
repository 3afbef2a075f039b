package dev.bauta.agent.instrumentation.log4j2;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.api.log.Arguments;
import dev.bauta.agent.api.log.Logged;
import dev.bauta.agent.api.log.Messages;
import dev.bauta.agent.api.log.Values;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * A message as it enters a logger. It is formatted into a buffer of the thread and looked at; only
 * where something is found is another one made, of the same kind as far as that shows nothing.
 * Thread-safe.
 */
final class LoggedMessages implements BiFunction<Object, Object, Object> {

  private final Masking masking;
  private final Messages formats;
  private final Arguments arguments;
  private final KeyedData keyed;

  LoggedMessages(Masking masking, Values values) {
    this.masking = masking;
    this.formats = new Messages(masking);
    this.arguments = new Arguments(masking, values);
    this.keyed = new KeyedData(masking, values);
  }

  /** The same message when there is nothing to hide. */
  @Override
  public Object apply(Object logger, Object message) {
    if (message == null) {
      return null;
    }
    try {
      return hide((String) logger, message, MessageShape.of(message));
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  private Object hide(String logger, Object message, MessageShape shape) throws Throwable {
    switch (shape.kind()) {
      case SIMPLE -> {
        String text = shape.format(message);
        if (text != null) { // else it holds a builder of the application's
          Object masked = masking.text(Sink.LOG, logger, text);
          return masked == text ? message : shape.newMessages().simple(masked);
        }
      }
      case MAP, STRUCTURED -> {
        return hideKeyed(logger, message, shape);
      }
      default -> shape.tellLogger(message, logger);
    }
    String masked = masked(logger, message, shape);
    return masked == null ? message : inPlaceOf(message, logger, shape, masked);
  }

  private Object hideKeyed(String logger, Object message, MessageShape shape) throws Throwable {
    Map<?, ?> data = shape.data(message);
    Map<?, ?> hidden = keyed.hide(logger, data);
    Object kept = message;
    if (shape.kind() == MessageShape.Kind.STRUCTURED) {
      String text = shape.format(message);
      Object maskedText = masking.text(Sink.LOG, logger, text);
      if (hidden != data || maskedText != text) {
        kept = shape.withData(message, (String) maskedText, hidden);
      }
    } else if (hidden != data) {
      kept = shape.withData(message, hidden);
    }
    MessageShape keptShape = MessageShape.of(kept);
    String masked = masked(logger, kept, keptShape); // a label, or what a subclass adds
    return masked == null ? kept : shape.newMessages().simple(masked);
  }

  /** Of its own kind where that shows nothing more, else the masked text alone. */
  private Object inPlaceOf(Object message, String logger, MessageShape shape, String masked)
      throws Throwable {
    Object kept = sameKind(message, logger, shape);
    boolean shown = kept == null || masked(logger, kept, MessageShape.of(kept)) != null;
    return shown ? shape.newMessages().simple(masked) : kept;
  }

  private Object sameKind(Object message, String logger, MessageShape shape) throws Throwable {
    return switch (shape.kind()) {
      case PARAMETERIZED -> {
        String format = shape.format(message);
        Object parameters = arguments.apply(new Logged(logger, format), shape.parameters(message));
        yield shape
            .newMessages()
            .parameterized(formats.apply(logger, format), parameters, shape.throwable(message));
      }
      case ARRAY ->
          shape
              .newMessages()
              .array(arguments.apply(new Logged(logger, null), shape.parameters(message)));
      default -> null;
    };
  }

  /** The message's text masked, or null when there is nothing to hide in any form of it. */
  private String masked(String logger, Object message, MessageShape shape) throws Throwable {
    if (!shape.formatsTo()) {
      return maskedForms(logger, message, shape);
    }
    Buffer buffer = Buffer.take();
    try {
      shape.formatTo(message, buffer.text);
      String masked = masking.text(Sink.LOG, logger, buffer.chars(), 0, buffer.text.length());
      return masked == null && shape.hasForms() && shape.kind() == MessageShape.Kind.OTHER
          ? maskedForms(logger, message, shape)
          : masked;
    } finally {
      buffer.give();
    }
  }

  private String maskedForms(String logger, Object message, MessageShape shape) throws Throwable {
    String text = shape.formatted(message);
    Object masked = masking.text(Sink.LOG, logger, text);
    if (masked != text) {
      return (String) masked;
    }
    if (shape.hasForms()) {
      for (String form : shape.forms(message)) {
        String other = shape.formattedAs(message, form);
        Object maskedOther = masking.text(Sink.LOG, logger, other);
        if (maskedOther != other) {
          return text == null ? Masking.MASKED : text; // that is clean
        }
      }
    }
    return null;
  }
}
