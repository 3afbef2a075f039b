package com.example.people.boot;

import com.example.people.People;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.context.ServletWebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes texts and answers, both as JSON. */
@SpringBootApplication
@RestController
public class Application {

  private final People people = new People("boot");

  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }

  @PostMapping("/people")
  Map<String, Object> take(@RequestBody Map<String, String> texts) {
    return people.take(texts);
  }

  @EventListener
  void started(ServletWebServerInitializedEvent event) {
    System.out.println("ready: http://127.0.0.1:" + event.getWebServer().getPort());
  }
}
