package dev.bauta.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.Test;

class StreamClientTest {
  private final List<Integer> written = new CopyOnWriteArrayList<>();
  private Callback underWay;

  @Test
  void newerSnapshot_replacesAnUnsentOne() {
    StreamClient client = client();
    client.snapshot(frame(1));
    client.snapshot(frame(2));
    client.snapshot(frame(3));
    underWay.succeeded();
    underWay.succeeded();
    assertThat(written).containsExactly(1, 3);
  }

  @Test
  void heartbeat_neverTakesAWaitingSnapshotsPlace_andDoesNotQueueUp() {
    StreamClient client = client();
    client.snapshot(frame(1));
    client.snapshot(frame(2));
    client.heartbeat(frame(100));
    client.heartbeat(frame(101));
    underWay.succeeded();
    underWay.succeeded();
    assertThat(written).containsExactly(1, 2);
    client.heartbeat(frame(102));
    assertThat(written).containsExactly(1, 2, 102);
  }

  @Test
  void whateverTheOrder_theNewestSnapshotArrives_andNoneGoesBack() {
    Random random = new Random(5);
    for (int round = 0; round < 500; round++) {
      written.clear();
      StreamClient client = client();
      int newest = 0;
      for (int i = 0; i < 30; i++) {
        int what = random.nextInt(3);
        if (what == 0) client.snapshot(frame(++newest));
        if (what == 1) client.heartbeat(frame(120));
        if (what == 2 && underWay != null) finish();
      }
      while (underWay != null) finish();
      List<Integer> snapshots = written.stream().filter(v -> v < 100).toList();
      assertThat(snapshots).isSorted().doesNotHaveDuplicates();
      if (newest > 0) assertThat(snapshots).last().isEqualTo(newest);
    }
  }

  private void finish() {
    Callback callback = underWay;
    underWay = null;
    callback.succeeded();
  }

  private StreamClient client() {
    underWay = null;
    return new StreamClient(
        (frame, callback) -> {
          written.add((int) frame.get());
          underWay = callback;
        },
        cause -> {},
        gone -> {},
        System::nanoTime);
  }

  private static byte[] frame(int value) {
    return new byte[] {(byte) value};
  }
}
