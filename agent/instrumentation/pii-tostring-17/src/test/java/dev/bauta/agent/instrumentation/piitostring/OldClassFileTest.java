package dev.bauta.agent.instrumentation.piitostring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.testing.RewritingLoader;
import dev.bauta.agent.testing.TestAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files from before dynamic constants, as libraries of data classes still have them. */
final class OldClassFileTest {

  private static final String SOURCE =
      """
      public class Old implements java.util.function.Supplier<String> {
        @dev.bauta.annotations.Pii("name") private String name = "Ada Lovelace";
        @dev.bauta.annotations.Pii("age") private int age = 36;
        private int id = 36;
        public String get() { return toString(); }
        @Override public String toString() {
          return "Old(" + name + ", " + age + ", " + id + (age > 3 ? name : null) + ")";
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void classFileOfJava8_isMasked() throws IOException {
    Path source = Files.writeString(folder.resolve("Old.java"), SOURCE);
    Path classes =
        Compiler.compile(folder.resolve("classes"), source, "--release", "8", "-Xlint:none");

    RewritingLoader loader =
        TestAgent.of(new PiiToStringInstrumentation())
            .load(classes)
            .share("dev.bauta.annotations.");

    assertThat(loader.create("Old", Supplier.class).get())
        .isEqualTo("Old([NAME], [AGE], 36[NAME])");
  }
}
