package dev.bauta.agent.instrumentation.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.bauta.agent.api.Masking;
import dev.bauta.agent.api.Place;
import dev.bauta.agent.api.Sink;
import dev.bauta.agent.testing.TestAgent;
import java.lang.management.ManagementFactory;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a string costs in which nothing is found. */
final class HotPathTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final Object TEXT = "plain text";
  private static final Object PUNCTUATION = " : ";

  @Test
  @SuppressWarnings("unchecked")
  void stringWithNothingInIt_allocatesNothing() {
    var links = TestAgent.of().links();
    JacksonNames names = JacksonNames.TWO;
    new JacksonHooks(names).link(links, new NothingFound());
    var place =
        (BiFunction<Object, Object, Object>) links.apply(names.hook(GeneratorRewrite.PLACE));
    var string =
        (BiFunction<Object, Object, Object>) links.apply(names.hook(GeneratorRewrite.STRING));
    var name = (UnaryOperator<Object>) links.apply(names.hook(GeneratorRewrite.NAME));
    var raw = (UnaryOperator<Object>) links.apply(names.hook(GeneratorRewrite.RAW));
    var property =
        (BiFunction<Object, Object, Object>) links.apply(names.hook(PropertyRewrite.PROPERTY));

    boolean unchanged = true;
    long before = 0;
    for (int i = 0; i < 11_000; i++) {
      if (i == 10_000) {
        before = THREADS.getCurrentThreadAllocatedBytes();
      }
      unchanged &= string.apply(place.apply(names, "key"), TEXT) == TEXT;
      unchanged &= name.apply(TEXT) == TEXT;
      unchanged &= raw.apply(PUNCTUATION) == PUNCTUATION;
      unchanged &= property.apply(null, TEXT) == TEXT;
    }
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;

    assertThat(unchanged).isTrue();
    assertThat(allocated).isLessThan(1_000); // 5,000 calls; the bean itself allocates a little
  }

  private static final class NothingFound implements Masking {
    @Override
    public String text(Sink sink, String field, String text) {
      return text;
    }

    @Override
    public Object printed(Sink sink, String field, Object value) {
      return value;
    }

    @Override
    public Place column(String table, String label) {
      return null;
    }

    @Override
    public Place key(Sink sink, String key) {
      return null;
    }

    @Override
    public Place annotated(Sink sink, String type, String field) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean alreadyRevealed(String text) {
      return false;
    }

    @Override
    public void failed(Throwable failure) {
      throw new AssertionError(failure);
    }
  }
}
