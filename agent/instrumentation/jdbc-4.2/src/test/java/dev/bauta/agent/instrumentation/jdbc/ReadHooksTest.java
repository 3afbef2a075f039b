package dev.bauta.agent.instrumentation.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.bauta.agent.testing.TestLinks;
import dev.bauta.agent.testing.TestMasking;
import dev.bauta.agent.testing.TestViewers;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hook functions by themselves, over a result set of a driver that is not rewritten. */
class ReadHooksTest {

  private final TestMasking masking = new TestMasking(new TestViewers()).rule("name", "name");
  private final TestLinks links = new TestLinks(masking);
  private Connection connection;
  private ResultSet rows;
  private Supplier<Object[]> slots;
  private UnaryOperator<Object> value;
  private IntUnaryOperator number;

  @BeforeEach
  @SuppressWarnings("unchecked")
  void open() throws SQLException {
    new ReadHooks(masking).register(links);
    slots = (Supplier<Object[]>) links.apply(Hook.SLOTS);
    value = (UnaryOperator<Object>) links.apply(Hook.VALUE);
    number = (IntUnaryOperator) links.apply(Hook.INT);
    connection = DriverManager.getConnection("jdbc:h2:mem:");
    Statement statement = connection.createStatement();
    rows = statement.executeQuery("select 'Ada' as name, 42 as age, date '1815-12-10' as born");
    rows.next();
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void outermostGetter_isMasked_innerOnesAreNot() {
    Object outer = begin(rows);
    Object inner = begin(rows);
    assertThat(value(1, inner, "Ada")).isEqualTo("Ada");
    end(inner);
    assertThat(value("name", outer, "Ada")).isEqualTo("[NAME]");
    end(outer);

    outer = begin(slots.get()); // a class of the driver that is no result set
    inner = begin(rows);
    assertThat(value(1, inner, "Ada")).isEqualTo("Ada");
    end(inner);
    end(outer);
    outer = begin(rows);
    assertThat(value(1, outer, "Ada")).isEqualTo("[NAME]");
    end(outer);
    assertThat(slots.get()[Slots.READING]).isNull();
  }

  @Test
  void valueOfAGetterThatNeverBegan_isHidden() {
    assertThat(value.apply("Ada")).isEqualTo("[MASKED]");
    assertThat(value.apply(LocalDate.EPOCH)).isNull();
    assertThat(value.apply(null)).isNull();
    assertThat(number.applyAsInt(42)).isZero();
    assertThat(masking.failures()).isNotEmpty();
  }

  @Test
  void resultSetClosedHalfWay_hidesTheValueInHand() throws SQLException {
    rows.close();

    Object outer = begin(rows);
    assertThat(value(1, outer, "Ada")).isEqualTo("[MASKED]");
    assertThat(value.apply(new byte[] {'A'})).isNull();
    assertThat(number.applyAsInt(42)).isZero();
    end(outer);
    assertThat(masking.failures()).isNotEmpty();
  }

  @Test
  void unknownColumn_hidesTheValue() {
    Object outer = begin(rows);
    assertThat(value(4, outer, "Ada")).isEqualTo("[MASKED]");
    assertThat(value("nowhere", outer, "Ada")).isEqualTo("[MASKED]");
    end(outer);
  }

  @Test
  void columnsWithoutMark_costNoMemory() {
    Object date = LocalDate.EPOCH;
    for (int i = 0; i < 1_000; i++) {
      read(date);
    }
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 10_000; i++) {
      read(date);
    }
    long bytes = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(bytes / 10_000).isZero();
  }

  @Test
  void outerReadingLeftOver_doesNotShowTheNextValue() {
    slots.get()[Slots.OUTER] = rows;

    assertThat(value.apply("Ada")).isEqualTo("[MASKED]");
  }

  private void read(Object date) {
    Object outer = begin(rows);
    note(2, outer);
    assert number.applyAsInt(42) == 42;
    end(outer);
    outer = begin(rows);
    assert value("born", outer, date).equals(date);
    end(outer);
  }

  /** As rewritten code begins: gives the outer reading. */
  private Object begin(Object reading) {
    Object outer = slots.get()[Slots.READING];
    slots.get()[Slots.READING] = reading;
    return outer;
  }

  private Object value(Object column, Object outer, Object raw) {
    note(column, outer);
    return value.apply(raw);
  }

  private void note(Object column, Object outer) {
    slots.get()[Slots.COLUMN] = column;
    slots.get()[Slots.OUTER] = outer;
  }

  private void end(Object outer) {
    slots.get()[Slots.READING] = outer;
  }
}
