package dev.bauta.service.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bauta.grants.Keys;
import io.javalin.http.Context;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
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

  void register(Routes routes) {
    String keys = keys();
    routes.add(
        Operation.get("/health", "health", "Whether the service and its database answer")
            .answers(200, "Both answer", "Health")
            .answers(503, "The database does not answer", "Health"),
        this::health);
    routes.add(
        Operation.get("/metrics", "metrics", "Metrics for Prometheus")
            .answersText(200, "Metrics", "text/plain", "bauta_audit_records 42.0\n"),
        context ->
            context
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(metrics.scrape()));
    routes.add(
        Operation.get("/.well-known/jwks.json", "keys", "The public key the grants are signed with")
            .answers(200, "A key set (RFC 7517)", "KeySet"),
        context -> context.contentType("application/json").result(keys));
    Operation self =
        Operation.get("/openapi.json", "openapi", "This description")
            .answers(200, "OpenAPI 3.1", "Description");
    List<Operation> all = new ArrayList<>(routes.operations());
    all.add(self);
    String description = new OpenApi().describe(all);
    routes.add(self, context -> context.contentType("application/json").result(description));
  }

  private void health(Context context) {
    boolean alive = databaseIsAlive.getAsBoolean();
    ObjectNode node =
        Views.object().put("status", alive ? "up" : "down").put("database", alive ? "up" : "down");
    context.status(alive ? 200 : 503).contentType("application/json").result(node.toString());
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
}
