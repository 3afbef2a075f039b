package dev.bauta.it.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.sun.net.httpserver.HttpServer;
import dev.bauta.annotations.Pii;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.UnaryOperator;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.client.RestTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Writes the same value into JSON of many origins, before and after the rules have changed. */
public final class OriginsProbe {

  private static final long LONGEST_NANOS = 60_000_000_000L;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private OriginsProbe() {}

  /** What is written everywhere. */
  public static class Person {
    @Pii public String nick = "Needlenick";
    @Pii public int room = 4711;
    public String email = "needle@example.com";
  }

  /** What only machines read. */
  public static final class Wire extends Person {}

  /** Whose JSON is for machines. */
  static final class Exporter {
    private Exporter() {}

    static String export() throws JsonProcessingException {
      return MAPPER.writeValueAsString(new Person());
    }

    static String later() throws ExecutionException, InterruptedException {
      return CompletableFuture.supplyAsync(() -> json(new Person())).get();
    }

    static String fails() {
      throw new IllegalStateException("planned");
    }
  }

  /** Who makes mappers for machines. */
  static final class Internal {
    private Internal() {}

    static ObjectMapper mapper() {
      return new ObjectMapper();
    }

    static ObjectMapper copy() {
      return MAPPER.copy();
    }

    static JsonMapper three() {
      return JsonMapper.builder().build();
    }

    static Gson gson() {
      return new Gson();
    }

    static Jsonb jsonb() {
      return JsonbBuilder.create();
    }
  }

  private static final class Desk extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      print("server", json(new Person()));
      message("server message");
      print("server again", json(new Person()));
    }
  }

  private static final class ToJson implements Serializer<Object> {
    @Override
    public byte[] serialize(String topic, Object value) {
      return json(value).getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * @param args the rule file, and what it is to say later
   */
  public static void main(String[] args) throws Exception {
    say();
    if (args.length > 0) {
      Files.writeString(Path.of(args[0]), Files.readString(Path.of(args[1])));
      long end = System.nanoTime() + LONGEST_NANOS;
      while (!Exporter.export().contains("Needlenick") && System.nanoTime() < end) {
        Thread.sleep(200);
      }
      System.out.println("second");
      say();
    }
    System.out.println("probe done");
  }

  private static void say() throws Exception {
    print("plain", json(new Person()));
    print("caller", Exporter.export());
    print("caller later", Exporter.later());
    try {
      Exporter.fails();
    } catch (IllegalStateException planned) {
      print("after a failure", json(new Person()));
    }
    client();
    message("message");
    serve();
    mappers();
    targets();
    print("plain again", json(new Person()));
  }

  private static void mappers() throws Exception {
    print("mapper", Internal.mapper().writeValueAsString(new Person()));
    print("writer", Internal.mapper().writer().writeValueAsString(new Person()));
    print("copy", Internal.copy().writeValueAsString(new Person()));
    print("mapper 3", Internal.three().writeValueAsString(new Person()));
    print("mapper gson", Internal.gson().toJson(new Person()));
    try (Jsonb jsonb = Internal.jsonb()) {
      print("mapper jsonb", jsonb.toJson(new Person()));
    }
  }

  private static void targets() throws Exception {
    print("target", json(new Wire()));
    print("target list", json(List.of(new Wire())));
    print("target array", json(new Wire[] {new Wire()}));
    print("target 3", new JsonMapper().writeValueAsString(new Wire()));
    print("target gson", new Gson().toJson(new Wire()));
    try (Jsonb jsonb = JsonbBuilder.create()) {
      print("target jsonb", jsonb.toJson(new Wire()));
    }
  }

  private static void client() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          print("client", body);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    try {
      RestTemplate template =
          new RestTemplate(List.of(new MappingJackson2HttpMessageConverter(MAPPER)));
      template.postForLocation(
          "http://127.0.0.1:" + server.getAddress().getPort() + "/", new Person());
    } finally {
      server.stop(0);
    }
  }

  private static void message(String name) {
    try (MockProducer<String, Object> producer =
        new MockProducer<>(
            Cluster.empty(), true, null, new StringSerializer(), capturing(new ToJson(), name))) {
      producer.send(new ProducerRecord<>("people", new Person()));
    }
  }

  private static Serializer<Object> capturing(Serializer<Object> serializer, String name) {
    return (topic, value) -> {
      byte[] bytes = serializer.serialize(topic, value);
      print(name, new String(bytes, StandardCharsets.UTF_8));
      return bytes;
    };
  }

  private static void serve() throws ServletException, IOException {
    new Desk()
        .service(
            answering(
                HttpServletRequest.class, method -> method.equals("getMethod") ? "GET" : null),
            answering(HttpServletResponse.class, method -> null));
  }

  private static <T> T answering(Class<T> type, UnaryOperator<String> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answers.apply(method.getName())));
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void print(String name, String json) {
    System.out.println(name + ": " + json);
  }
}
