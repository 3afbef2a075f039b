package dev.bauta.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bauta.agent.core.ClassWeaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The classes of a module are woven where they lie. */
class ClassesFolderTest {

  private static final String SOURCE =
      """
      package com.example;
      import dev.bauta.annotations.Pii;
      final class Customer {
        @Pii("name") private final String name;
        Customer(String name) { this.name = name; }
        @Override public String toString() { return "Customer " + name; }
        static final class CustomerBuilder {
          private String name;
          CustomerBuilder name(String name) { this.name = name; return this; }
          Customer build() { return new Customer(name); }
          @Override public String toString() { return "builder of " + name; }
        }
      }
      record Order(long id, @Pii("name") String customer) {}
      record Parcel(long id, String staff) {}
      """;

  @TempDir Path folder;

  @Test
  void annotatedClasses_andTheirBuilders_areWoven_andTheOthersAreNotTouched() throws Exception {
    Path classes = Jars.compile(folder, "Customer.java", SOURCE);
    Path parcel = classes.resolve("com/example/Parcel.class");
    FileTime past = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(parcel, past);

    Part part = weave(classes, ClassWeaver.withBuiltInRules());

    assertThat(part.woven()).isEqualTo(3);
    assertThat(part.libraries()).containsExactly("pii-tostring-17");
    assertThat(Files.getLastModifiedTime(parcel)).isEqualTo(past);
    Path annotations = Jars.of(dev.bauta.annotations.Pii.class);
    for (String name : new String[] {"Customer", "Customer$CustomerBuilder", "Order"}) {
      assertThat(Jars.verified("com.example." + name, classes, annotations)).isNotNull();
    }
  }

  @Test
  void theSecondTime_nothingChanges() throws IOException {
    Path classes = Jars.compile(folder, "Customer.java", SOURCE);
    weave(classes, ClassWeaver.withBuiltInRules());
    byte[] once = Files.readAllBytes(classes.resolve("com/example/Order.class"));

    Part second = weave(classes, ClassWeaver.withBuiltInRules());

    assertThat(second.woven()).isZero();
    assertThat(second.wovenBefore()).isEqualTo(2); // a builder is known by what it builds
    assertThat(Files.readAllBytes(classes.resolve("com/example/Order.class"))).isEqualTo(once);
  }

  @Test
  void aClassThatARuleNames_isWoven_withTheRules() throws Exception {
    Path classes = Jars.compile(folder, "Customer.java", SOURCE);
    Path rules =
        Files.writeString(
            folder.resolve("bauta.yaml"),
            "rules:\n  - member: com.example.Parcel.staff\n    type: staff-number\n");

    Part part = weave(classes, ClassWeaver.withRules(rules));

    assertThat(part.woven()).isEqualTo(4);
  }

  private static Part weave(Path classes, ClassWeaver weaver) throws IOException {
    return new ClassesFolder(weaver).weave(classes, "app");
  }
}
