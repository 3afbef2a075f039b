package com.example.woven;

import com.example.people.People;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Uses the texts of its command line ({@code log=...}) in every way there is, and says what came
 * out. With {@code stay} it waits so many milliseconds before it ends.
 */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String arg : args) {
      int equals = arg.indexOf('=');
      texts.put(arg.substring(0, equals), arg.substring(equals + 1));
    }
    Map<String, Object> answer = new People("woven").take(texts);
    System.out.println("answer: " + new ObjectMapper().writeValueAsString(answer));
    System.out.println("printed: " + new Order(4711, texts.get("nick"), texts.get("staff")));
    System.out.println("done");
    Thread.sleep(Long.parseLong(texts.getOrDefault("stay", "0")));
  }
}
