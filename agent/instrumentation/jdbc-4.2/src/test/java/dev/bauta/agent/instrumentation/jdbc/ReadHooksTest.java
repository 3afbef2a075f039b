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
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
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
  private BiConsumer<Object, Object> get;
  private Consumer<Object> inside;
  private Consumer<Object> leave;
  private UnaryOperator<Object> value;
  private IntUnaryOperator number;

  @BeforeEach
  @SuppressWarnings("unchecked")
  void open() throws SQLException {
    new ReadHooks(masking).register(links);
    get = (BiConsumer<Object, Object>) links.apply(Hook.GET);
    inside = (Consumer<Object>) links.apply(Hook.INSIDE);
    leave = (Consumer<Object>) links.apply(Hook.LEAVE);
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
    get.accept(rows, "name");
    get.accept(rows, 1);
    assertThat(value.apply("Ada")).isEqualTo("Ada");
    leave.accept(null);
    assertThat(value.apply("Ada")).isEqualTo("[NAME]");
    leave.accept(null);

    inside.accept(null);
    get.accept(rows, 1);
    assertThat(value.apply("Ada")).isEqualTo("Ada");
    leave.accept(null);
    leave.accept(null);
    get.accept(rows, 1);
    assertThat(value.apply("Ada")).isEqualTo("[NAME]");
    leave.accept(null);
  }

  @Test
  void leavingOnceTooOften_changesNothing() {
    leave.accept(null);
    get.accept(rows, 1);
    assertThat(value.apply("Ada")).isEqualTo("[NAME]");
    leave.accept(null);
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

    get.accept(rows, 1);
    assertThat(value.apply("Ada")).isEqualTo("[MASKED]");
    assertThat(value.apply(new byte[] {'A'})).isNull();
    assertThat(number.applyAsInt(42)).isZero();
    leave.accept(null);
    assertThat(masking.failures()).isNotEmpty();
  }

  @Test
  void unknownColumn_hidesTheValue() {
    get.accept(rows, 4);
    assertThat(value.apply("Ada")).isEqualTo("[MASKED]");
    leave.accept(null);
    get.accept(rows, "nowhere");
    assertThat(value.apply("Ada")).isEqualTo("[MASKED]");
    leave.accept(null);
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

  private void read(Object date) {
    get.accept(rows, 2);
    assert number.applyAsInt(42) == 42;
    leave.accept(null);
    get.accept(rows, "born");
    assert value.apply(date).equals(date);
    leave.accept(null);
  }
}
