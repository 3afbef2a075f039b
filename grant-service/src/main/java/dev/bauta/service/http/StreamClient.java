package dev.bauta.service.http;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.jetty.util.Callback;

/**
 * One connected agent: a slot with the newest frame it has not been sent, and a flag while a write
 * is under way. No thread, no queue: a newer snapshot replaces an unsent one, which is right
 * because every snapshot is whole. Thread-safe; no method blocks.
 */
final class StreamClient implements Callback {
  private final Writer writer;
  private final Consumer<Throwable> hangUp;
  private final Consumer<StreamClient> whenGone;
  private final LongSupplier nanos;
  private final AtomicReference<byte[]> slot = new AtomicReference<>();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicBoolean gone = new AtomicBoolean();
  private volatile long busySince;
  private volatile long written;
  private volatile boolean everWritten;

  /** Where frames go; tells the callback when one is out. */
  @FunctionalInterface
  interface Writer {
    void write(ByteBuffer frame, Callback callback);
  }

  /**
   * @param hangUp closes the connection, also when a write is stuck in it
   */
  StreamClient(
      Writer writer,
      Consumer<Throwable> hangUp,
      Consumer<StreamClient> whenGone,
      LongSupplier nanos) {
    this.writer = writer;
    this.hangUp = hangUp;
    this.whenGone = whenGone;
    this.nanos = nanos;
  }

  /**
   * A whole snapshot: goes out now, or as soon as the write under way is through, in place of any
   * older one.
   */
  void snapshot(byte[] frame) {
    slot.set(frame);
    drain();
  }

  /**
   * A heartbeat: goes out only if nothing else is on its way, so that it never takes a snapshot's
   * place.
   */
  void heartbeat(byte[] frame) {
    if (!busy.get() && slot.compareAndSet(null, frame)) drain();
  }

  /** Ends the connection if its agent has not read anything for that long. */
  void dropIfStuck(long forNanos) {
    if (busy.get() && nanos.getAsLong() - busySince > forNanos)
      failed(new TimeoutException("the agent does not read"));
  }

  /** Nanoseconds since the last frame was written out; -1 if none was yet. */
  long sinceWritten() {
    return everWritten ? nanos.getAsLong() - written : -1;
  }

  private void drain() {
    while (slot.get() != null && busy.compareAndSet(false, true)) {
      byte[] frame = slot.getAndSet(null);
      if (frame != null) {
        busySince = nanos.getAsLong();
        writer.write(ByteBuffer.wrap(frame), this);
        return;
      }
      busy.set(false);
    }
  }

  @Override
  public void succeeded() {
    written = nanos.getAsLong();
    everWritten = true;
    busy.set(false);
    drain();
  }

  @Override
  public void failed(Throwable cause) {
    if (!gone.compareAndSet(false, true)) return;
    whenGone.accept(this);
    hangUp.accept(cause);
  }

  /** The end of the server. */
  void end() {
    failed(new java.io.EOFException("the service is stopping"));
  }

  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }
}
