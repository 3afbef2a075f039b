package dev.bauta.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The first notification after each connection is for what happened while nobody listened. */
class ChangeFeedTest {
  private final AtomicInteger heard = new AtomicInteger();

  @Test
  void changesOfGrants_areHeard_otherChangesAndOtherSchemasAreNot() {
    String url = Engine.newSchema();
    try (World here = world(url);
        World elsewhere = world(Engine.newSchema());
        ChangeFeed feed = ChangeFeed.start(url, "postgres", "postgres", heard::incrementAndGet)) {
      await().until(() -> heard.get() == 1);
      String id = here.asked().id();
      elsewhere.approved();
      assertThat(settled()).isEqualTo(1);
      here.approve.approve(World.LINUS, id, dev.bauta.service.access.Narrowing.NONE);
      await().atMost(Duration.ofSeconds(5)).until(() -> heard.get() == 2);
      here.revoke.revoke(World.GRACE, "grant-" + id.substring(4), "done");
      await().atMost(Duration.ofSeconds(5)).until(() -> heard.get() == 3);
      assertThat(feed).isNotNull();
    }
  }

  @Test
  void aChangeThatIsRolledBack_isNotHeard() {
    String url = Engine.newSchema();
    try (World here = world(url);
        ChangeFeed feed = ChangeFeed.start(url, "postgres", "postgres", heard::incrementAndGet)) {
      await().until(() -> heard.get() == 1);
      try {
        here.database.write(
            handle -> {
              ChangeFeed.tell(handle);
              throw new IllegalStateException("no");
            });
      } catch (IllegalStateException expected) {
        assertThat(expected).hasMessage("no");
      }
      assertThat(settled()).isEqualTo(1);
      assertThat(feed).isNotNull();
    }
  }

  @Test
  void aConnectionThatIsCut_isMadeAnew_andWhatWasMissedIsLookedFor() throws Exception {
    String url = Engine.newSchema();
    try (World here = world(url);
        ChangeFeed feed = ChangeFeed.start(url, "postgres", "postgres", heard::incrementAndGet)) {
      await().until(() -> heard.get() == 1);
      try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
          Statement statement = connection.createStatement()) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where application_name = 'bauta-grant-service-feed'");
      }
      await().atMost(Duration.ofSeconds(20)).until(() -> heard.get() == 2);
      here.approved();
      await().atMost(Duration.ofSeconds(5)).until(() -> heard.get() == 3);
      assertThat(feed).isNotNull();
    }
  }

  @Test
  void aServerThatIsAway_harmsNobody() {
    ChangeFeed feed =
        ChangeFeed.start("jdbc:postgresql://127.0.0.1:1/none", "a", "b", heard::incrementAndGet);
    feed.close();
    assertThat(heard).hasValue(0);
  }

  private static World world(String url) {
    return new World(Database.postgres(url, "postgres", "postgres"));
  }

  private int settled() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return heard.get();
  }
}
