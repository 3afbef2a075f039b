package dev.bauta.agent.core.grants;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * HTTP to the grant service. Everything that the application may have replaced for the whole JVM
 * (trust-all socket factories, host name verifiers, proxies, passwords, caches) is set anew on each
 * connection. Thread-safe.
 */
final class ServiceConnection {

  private static final int CONNECT_MILLIS = 5_000;

  // One of each: connections are kept apart by them, and a new one would never be used again.
  private static final HostnameVerifier NOBODY_ELSE = (host, session) -> false;
  private static final Authenticator NO_PASSWORDS = new Authenticator() {};

  private final GrantSettings settings;
  private SSLSocketFactory sockets;

  ServiceConnection(GrantSettings settings) {
    this.settings = settings;
  }

  /** Opens the stream of grants; the caller reads and disconnects. */
  HttpURLConnection stream(int readMillis) throws IOException {
    HttpURLConnection connection = open("/agent/v1/stream?" + query(), readMillis);
    connection.setRequestProperty("Accept", "text/event-stream");
    return connection;
  }

  /** Asks for the grants once. */
  HttpURLConnection poll(String etag) throws IOException {
    HttpURLConnection connection = open("/agent/v1/grants?" + query(), CONNECT_MILLIS);
    if (etag != null) {
      connection.setRequestProperty("If-None-Match", etag);
    }
    return connection;
  }

  /** Sends JSON; the status that the service answered. */
  int post(String path, byte[] json, int patienceMillis) throws IOException {
    HttpURLConnection connection = open(path, patienceMillis);
    connection.setConnectTimeout(Math.min(CONNECT_MILLIS, patienceMillis));
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setFixedLengthStreamingMode(json.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(json);
    }
    int status = connection.getResponseCode();
    // read to the end: the connection is kept for the next batch
    drain(status < 400 ? connection.getInputStream() : connection.getErrorStream());
    return status;
  }

  /** The answer's text, of which nothing but ASCII is expected. */
  static Reader reader(HttpURLConnection connection) throws IOException {
    return new BufferedReader(
        new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
  }

  /** What a status means to the operator. */
  static String answered(int status) {
    String hint = "";
    if (status == 401 || status == 403) {
      hint = "; check 'grants.token' and that its account is for this service";
    } else if (status == 404) {
      hint = "; check 'grants.url', 'service' and 'environment'";
    } else if (status / 100 == 3) {
      hint = "; redirects are not followed, check 'grants.url'";
    }
    return "it answered " + status + hint;
  }

  private HttpURLConnection open(String path, int readMillis) throws IOException {
    String base = settings.url().toString();
    URI uri = URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
    if (connection instanceof HttpsURLConnection https) {
      https.setSSLSocketFactory(sockets());
      // Asked only where the JDK's own check of the name has failed.
      https.setHostnameVerifier(NOBODY_ELSE);
    }
    connection.setAuthenticator(NO_PASSWORDS);
    connection.setUseCaches(false);
    connection.setInstanceFollowRedirects(false);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(readMillis);
    connection.setRequestProperty("Authorization", "Bearer " + settings.token());
    return connection;
  }

  private synchronized SSLSocketFactory sockets() throws IOException {
    if (sockets == null) {
      try {
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init((KeyStore) null);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        sockets = context.getSocketFactory();
      } catch (GeneralSecurityException unusable) {
        throw new IOException("no TLS in this JVM", unusable);
      }
    }
    return sockets;
  }

  private String query() {
    return "service="
        + encode(settings.service())
        + "&environment="
        + encode(settings.environment())
        + "&agent="
        + encode(settings.agentId());
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static void drain(InputStream in) throws IOException {
    if (in != null) {
      try (in) {
        in.readNBytes(1 << 16);
      }
    }
  }
}
