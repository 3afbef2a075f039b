package dev.bauta.service.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.grants.Keys;
import io.javalin.config.RoutesConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.BooleanSupplier;

/**
 * What is open to everybody: health, metrics, the API's description, the public key. Nothing here
 * names a person.
 */
final class OpenRoutes {
  private static final int RAW_KEY = 32;

  private final BooleanSupplier databaseIsAlive;
  private final PrometheusMeterRegistry metrics;
  private final PublicKey trustKey;

  OpenRoutes(BooleanSupplier databaseIsAlive, PrometheusMeterRegistry metrics, PublicKey trustKey) {
    this.databaseIsAlive = databaseIsAlive;
    this.metrics = metrics;
    this.trustKey = trustKey;
  }

  void register(RoutesConfig routes) {
    String description = description();
    String keys = keys();
    routes.get(
        "/health",
        context -> {
          boolean alive = databaseIsAlive.getAsBoolean();
          ObjectNode node =
              Views.object()
                  .put("status", alive ? "up" : "down")
                  .put("database", alive ? "up" : "down");
          context.status(alive ? 200 : 503).contentType("application/json").result(node.toString());
        });
    routes.get(
        "/metrics",
        context ->
            context
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(metrics.scrape()));
    routes.get(
        "/openapi.json", context -> context.contentType("application/json").result(description));
    routes.get(
        "/.well-known/jwks.json", context -> context.contentType("application/json").result(keys));
  }

  private String keys() {
    byte[] encoded = trustKey.getEncoded(); // X.509: the raw key is its last 32 bytes
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length);
    ObjectNode answer = Views.object();
    answer
        .putArray("keys")
        .addObject()
        .put("kty", "OKP")
        .put("crv", "Ed25519")
        .put("alg", "EdDSA")
        .put("use", "sig")
        .put("kid", Keys.kid(trustKey))
        .put("x", Base64.getUrlEncoder().withoutPadding().encodeToString(raw));
    return answer.toString();
  }

  private static String description() {
    try (InputStream in = OpenRoutes.class.getResourceAsStream("/openapi.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read openapi.json in the service's own jar", e);
    }
  }
}
