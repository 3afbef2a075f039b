package com.example.people.quarkus;

import com.example.people.People;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;

/** Takes texts and answers, both as JSON. */
@Path("/people")
public class PeopleResource {

  private final People people = new People("quarkus");

  @POST
  @Blocking
  public Map<String, Object> take(Map<String, String> texts) {
    return people.take(texts);
  }
}
