package dev.bauta.agent.instrumentation.jbosslogmanager;

import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.log.Throwables;
import dev.bauta.agent.instrumentation.javalogging.Records;
import java.util.function.UnaryOperator;
import java.util.logging.LogRecord;

/**
 * Masks a record in place. Its message has a style of formatting besides, which a new message would
 * lose; and where {@code printf} formats, a number that has become text needs another place.
 * Thread-safe as far as records are.
 */
final class ExtRecords implements UnaryOperator<Object> {

  private static final ClassValue<RecordStyle> STYLES =
      new ClassValue<>() {
        @Override
        protected RecordStyle computeValue(Class<?> type) {
          return RecordStyle.of(type);
        }
      };

  private final Records records;

  ExtRecords(Masking masking) {
    records = new Records(masking, new Throwables(masking));
  }

  @Override
  public Object apply(Object logRecord) {
    LogRecord record = (LogRecord) logRecord;
    if (record == null) {
      return null;
    }
    String message = record.getMessage();
    Object[] parameters = record.getParameters();
    RecordStyle style = null;
    Object formatting = null;
    if (message != null) { // before: a new message loses it
      style = STYLES.get(record.getClass());
      formatting = style.of(record);
    }
    records.apply(record);
    String masked = record.getMessage();
    boolean texts = record.getParameters() != parameters && RecordStyle.isPrintf(formatting);
    if (style != null && (texts || !message.equals(masked))) {
      style.set(record, texts ? PrintfPlaces.asText(masked) : masked, formatting);
    }
    return record;
  }
}
