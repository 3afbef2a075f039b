package com.example.people;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;

/** Takes texts as JSON from standard input and answers on standard output. */
public final class Main {

  private Main() {}

  public static void main(String[] args) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Map<String, String> texts = mapper.readValue(System.in, new TypeReference<>() {});
    System.out.println("answer: " + mapper.writeValueAsString(new People("main").take(texts)));
    System.out.println("done");
  }
}
