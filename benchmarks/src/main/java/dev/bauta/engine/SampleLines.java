package dev.bauta.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Log lines of our own, with the types that are in them. */
final class SampleLines {

  /** A line and the ids of the types in it, in order; null where they are not known. */
  record Sample(String text, List<String> types) {}

  // More than a branch predictor learns by heart, few enough for the second-level cache.
  private static final int COUNT = 1024;

  private SampleLines() {}

  /**
   * 1,024 lines in a fixed random order, made from those of a resource; or the first 1,024 of a
   * file, in its order.
   */
  static List<Sample> read(String resource) {
    if (resource.indexOf('/') >= 0) {
      return file(Path.of(resource));
    }
    List<Sample> distinct = new ArrayList<>();
    for (String line : lines(resource)) {
      String[] columns = line.split("\t", -1);
      distinct.add(new Sample(columns[0], columns.length == 1 ? List.of() : types(columns[1])));
    }
    List<Sample> many = new ArrayList<>();
    while (many.size() < COUNT) {
      Sample next = distinct.get(many.size() % distinct.size());
      // a string of its own each time, as a logger would hand it over
      many.add(new Sample(new String(next.text().toCharArray()), next.types()));
    }
    Collections.shuffle(many, new Random(42));
    return many;
  }

  private static List<String> types(String column) {
    return "?".equals(column) ? null : Arrays.asList(column.split(","));
  }

  private static List<Sample> file(Path path) {
    try (Stream<String> lines = Files.lines(path, StandardCharsets.ISO_8859_1)) {
      return lines.limit(COUNT).map(line -> new Sample(line, null)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(String resource) {
    try (InputStream in = SampleLines.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
