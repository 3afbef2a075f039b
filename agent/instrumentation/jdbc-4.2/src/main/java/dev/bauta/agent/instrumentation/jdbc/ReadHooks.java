package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Sink;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The functions that rewritten drivers call. A getter called by the application is masked; a getter
 * called by a getter or by another part of the driver is not.
 *
 * <p>On a column without a rule and a value that needs no look this allocates nothing and takes no
 * lock. Safe for any number of threads: all state belongs to one.
 */
final class ReadHooks {

  /** Slots of no thread. What is noted there is lost, and so the value will be hidden. */
  private static final Object[] LOST = new Object[Slots.COUNT];

  @SuppressWarnings("ThreadLocalUsage") // there is one of this for each agent, and it stays
  private final ThreadLocal<Reading> readings = new Readings();

  private final WeakSet schemas = new WeakSet();
  private final Masking masking;

  ReadHooks(Masking masking) {
    this.masking = masking;
  }

  void register(Links links) {
    links.unguarded(Hook.SLOTS, new ThreadSlots());
    links.filter(Hook.VALUE, new Value(), new Harmless());
    links.unguarded(Hook.INT, new Ints());
    links.unguarded(Hook.LONG, new Longs());
    links.unguarded(Hook.DOUBLE, new Doubles());
    links.filter(Hook.SCHEMA, new Schema(), new Unchanged());
  }

  /** What the application sees of an object that a getter returns. */
  Object value(Object value) throws SQLException {
    if (value == null) {
      return null;
    }
    if (value instanceof Number || value instanceof Boolean) {
      return looksAtNumbers() && hides(value) ? null : value;
    }
    Reading reading = readings.get();
    if (reading.isInside()) {
      return value;
    }
    Object[] slots = reading.slots;
    Object read = slots[Slots.READING];
    Column column = column(reading, read, slots[Slots.COLUMN]);
    if (column == null) {
      return value;
    }
    // What masking calls (the application's principal, say) reads as the application does.
    slots[Slots.READING] = null;
    try {
      return column.given(Values.visible(column, value), value);
    } finally {
      slots[Slots.READING] = read;
    }
  }

  /** Whether the column's numbers need a look; true also where that cannot be found out. */
  private boolean looksAtNumbers() {
    try {
      Reading reading = readings.get();
      if (reading.isInside()) {
        return false;
      }
      Object read = reading.slots[Slots.READING];
      Column column = column(reading, read, reading.slots[Slots.COLUMN]);
      return column != null && column.looksAtNumbers(read);
    } catch (Throwable failure) {
      masking.failed(failure);
      return true;
    }
  }

  private boolean hides(Object number) {
    Object[] slots = LOST;
    Object read = null;
    try {
      Reading reading = readings.get();
      slots = reading.slots;
      read = slots[Slots.READING];
      Column column = column(reading, read, slots[Slots.COLUMN]);
      String text = column.textOfNumber(read);
      slots[Slots.READING] = null;
      return column.hidesNumber(number, text);
    } catch (Throwable failure) {
      masking.failed(failure);
      return !masking.observes(Sink.JDBC);
    } finally {
      slots[Slots.READING] = read;
    }
  }

  /**
   * The decision for what a getter reads.
   *
   * @param read a result set or a callable statement
   * @param key an index, or a label or name
   */
  private Column column(Reading reading, Object read, Object key) throws SQLException {
    if (read == null) {
      throw new IllegalStateException("a getter returns whose begin was lost");
    }
    if (!(read instanceof ResultSet resultSet)) {
      return Plan.parameter(key, masking);
    }
    Plan plan = reading.plan(read);
    if (plan == null) {
      plan = newPlan(resultSet);
      reading.keep(plan);
    }
    return plan.column(resultSet, key);
  }

  private Plan newPlan(ResultSet resultSet) throws SQLException {
    return schemas.contains(resultSet) ? Plan.raw(resultSet) : Plan.of(resultSet, masking);
  }

  private static final class Readings extends ThreadLocal<Reading> {
    @Override
    protected Reading initialValue() {
      return new Reading();
    }
  }

  private final class ThreadSlots implements Supplier<Object> {
    @Override
    public Object get() {
      try {
        return readings.get().slots;
      } catch (Throwable failure) {
        masking.failed(failure);
        return LOST;
      }
    }
  }

  private final class Value implements UnaryOperator<Object> {
    @Override
    public Object apply(Object value) {
      try {
        return value(value);
      } catch (Exception failure) { // not SQLException: the verifier would need java.sql at start
        throw new IllegalStateException(failure);
      }
    }
  }

  /** Text says that something is hidden; no other type can. */
  private static final class Harmless implements UnaryOperator<Object> {
    @Override
    public Object apply(Object value) {
      return value instanceof String ? Masking.MASKED : null;
    }
  }

  /** Notes a result set as a description of the schema. */
  private final class Schema implements UnaryOperator<Object> {
    @Override
    public Object apply(Object resultSet) {
      if (resultSet != null) {
        schemas.add(resultSet);
      }
      return resultSet;
    }
  }

  private static final class Unchanged implements UnaryOperator<Object> {
    @Override
    public Object apply(Object value) {
      return value;
    }
  }

  private final class Ints implements IntUnaryOperator {
    @Override
    public int applyAsInt(int value) {
      return looksAtNumbers() && hides(value) ? 0 : value;
    }
  }

  private final class Longs implements LongUnaryOperator {
    @Override
    public long applyAsLong(long value) {
      return looksAtNumbers() && hides(value) ? 0 : value;
    }
  }

  private final class Doubles implements DoubleUnaryOperator {
    @Override
    public double applyAsDouble(double value) {
      return looksAtNumbers() && hides(value) ? 0 : value;
    }
  }
}
