package dev.bauta.agent.instrumentation.jdbc;

import dev.bauta.agent.api.Links;
import dev.bauta.agent.api.Masking;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;

/**
 * The functions that rewritten drivers call. A getter called by the application (depth 1) is
 * masked; a getter called by a getter or by another part of the driver is not.
 *
 * <p>On a column without a rule and a value that needs no look this allocates nothing and takes no
 * lock. Safe for any number of threads: all state belongs to one.
 */
final class ReadHooks {

  @SuppressWarnings("ThreadLocalUsage") // there is one of this for each agent, and it stays
  private final ThreadLocal<Reading> readings = new Readings();

  private final WeakSet schemas = new WeakSet();
  private final Masking masking;

  ReadHooks(Masking masking) {
    this.masking = masking;
  }

  void register(Links links) {
    links.unguarded(Hook.GET, new Get());
    links.unguarded(Hook.INSIDE, new Inside());
    links.unguarded(Hook.LEAVE, new Leave());
    links.filter(Hook.VALUE, new Value(), new Harmless());
    links.unguarded(Hook.INT, new Ints());
    links.unguarded(Hook.LONG, new Longs());
    links.unguarded(Hook.DOUBLE, new Doubles());
    links.filter(Hook.SCHEMA, new Schema(), new Unchanged());
  }

  void enter(Object resultSet, Object column) {
    try {
      enterDeeper(readings.get(), resultSet, column);
    } catch (Throwable failure) {
      masking.failed(failure);
    }
  }

  // One frame more than leave() needs: where the stack was enough for enter, it is for leave.
  private static void enterDeeper(Reading reading, Object resultSet, Object column) {
    reading.enter(resultSet, column);
  }

  void leave() {
    readings.get().leave();
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
    Object resultSet = reading.resultSet();
    Object key = reading.column();
    Column column = column(reading, resultSet, key);
    if (column == null) {
      return value;
    }
    reading.pause();
    try {
      return Values.visible(column, value);
    } finally {
      reading.resume(resultSet, key);
    }
  }

  /** Whether the column's numbers need a look; true also where that cannot be found out. */
  private boolean looksAtNumbers() {
    try {
      Reading reading = readings.get();
      if (reading.isInside()) {
        return false;
      }
      Object resultSet = reading.resultSet();
      Column column = column(reading, resultSet, reading.column());
      return column != null && column.looksAtNumbers((ResultSet) resultSet);
    } catch (Throwable failure) {
      masking.failed(failure);
      return true;
    }
  }

  private boolean hides(Object number) {
    Reading reading = readings.get();
    Object resultSet = reading.resultSet();
    Object key = reading.column();
    try {
      Column column = column(reading, resultSet, key);
      String text = column.textOfNumber((ResultSet) resultSet);
      reading.pause();
      return column.hidesNumber(number, text);
    } catch (Throwable failure) {
      masking.failed(failure);
      return true;
    } finally {
      reading.resume(resultSet, key);
    }
  }

  private Column column(Reading reading, Object resultSet, Object key) throws SQLException {
    if (resultSet == null) {
      throw new IllegalStateException("a getter ended that did not begin");
    }
    Plan plan = reading.plan(resultSet);
    if (plan == null) {
      plan = newPlan(resultSet);
      reading.keep(plan);
    }
    return plan.column((ResultSet) resultSet, key);
  }

  private Plan newPlan(Object resultSet) throws SQLException {
    return schemas.contains(resultSet)
        ? Plan.raw(resultSet)
        : Plan.of((ResultSet) resultSet, masking);
  }

  private static final class Readings extends ThreadLocal<Reading> {
    @Override
    protected Reading initialValue() {
      return new Reading();
    }
  }

  private final class Get implements BiConsumer<Object, Object> {
    @Override
    public void accept(Object resultSet, Object column) {
      enter(resultSet, column);
    }
  }

  private final class Inside implements Consumer<Object> {
    @Override
    public void accept(Object nothing) {
      enter(null, null);
    }
  }

  private final class Leave implements Consumer<Object> {
    @Override
    public void accept(Object nothing) {
      leave();
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
