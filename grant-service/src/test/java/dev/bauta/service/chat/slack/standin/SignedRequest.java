package dev.bauta.service.chat.slack.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A request as Slack signs it; the parts can be tampered with.
 *
 * @param body bytes, as they go over the wire
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are what is signed; nobody compares two of these
public record SignedRequest(String contentType, String stamp, String signature, byte[] body) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FORM = "application/x-www-form-urlencoded";

  /** Signed with that secret at that time. */
  public static SignedRequest of(String secret, Instant at, String form) {
    byte[] body = form.getBytes(StandardCharsets.UTF_8);
    String stamp = Long.toString(at.getEpochSecond());
    return new SignedRequest(FORM, stamp, signature(secret, stamp, body), body);
  }

  /** As Slack sends events. */
  static SignedRequest ofJson(String secret, Instant at, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String stamp = Long.toString(at.getEpochSecond());
    return new SignedRequest("application/json", stamp, signature(secret, stamp, body), body);
  }

  /** What goes into an envelope. */
  JsonNode payload() {
    try {
      String text = new String(body, StandardCharsets.UTF_8);
      if (contentType.equals("application/json")) return JSON.readTree(text);
      ObjectNode form = JSON.createObjectNode();
      for (String pair : text.split("&")) {
        int equals = pair.indexOf('=');
        form.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
      return form.has("payload") ? JSON.readTree(form.path("payload").asText()) : form;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public SignedRequest withSignature(String other) {
    return new SignedRequest(contentType, stamp, other, body);
  }

  public SignedRequest withStamp(String other) {
    return new SignedRequest(contentType, other, signature, body);
  }

  public SignedRequest withBody(byte[] other) {
    return new SignedRequest(contentType, stamp, signature, other);
  }

  private static String signature(String secret, String stamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("v0:" + stamp + ":").getBytes(StandardCharsets.US_ASCII));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
