package dev.bauta.agent.core.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.bauta.grants.Keys;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application that has replaced what it can for the whole JVM: it trusts every certificate and
 * every host, sends everything through a proxy, and knows a password. The agent keeps to its own.
 */
class HostileDefaultsTest {

  private static final String TRUST_STORE = "javax.net.ssl.trustStore";
  private static final String PASSWORD = "changeit";

  @TempDir Path folder;

  private final SSLSocketFactory sockets = HttpsURLConnection.getDefaultSSLSocketFactory();
  private final HostnameVerifier hosts = HttpsURLConnection.getDefaultHostnameVerifier();
  private final ProxySelector proxies = ProxySelector.getDefault();
  private final List<String> seen = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void replaceDefaults() throws Exception {
    SSLContext trusting = SSLContext.getInstance("TLS");
    trusting.init(null, new TrustManager[] {new TrustsAll()}, null);
    HttpsURLConnection.setDefaultSSLSocketFactory(trusting.getSocketFactory());
    HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true);
    ProxySelector.setDefault(new Asked());
    Authenticator.setDefault(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            asked.add("a password");
            return new PasswordAuthentication("application", new char[] {'x'});
          }
        });
  }

  @AfterEach
  void putBack() {
    HttpsURLConnection.setDefaultSSLSocketFactory(sockets);
    HttpsURLConnection.setDefaultHostnameVerifier(hosts);
    ProxySelector.setDefault(proxies);
    Authenticator.setDefault(null);
    System.clearProperty(TRUST_STORE);
    System.clearProperty(TRUST_STORE + "Password");
    server.stop(0);
  }

  @Test
  void aCertificateThatNobodyVouchesFor_isRefused_andTheTokenStaysHere() throws Exception {
    ServiceConnection service = connection("https", serve(keyStore("ip:127.0.0.1")));
    assertThatExceptionOfType(SSLException.class)
        .isThrownBy(() -> service.poll(null).getResponseCode());
    assertThatExceptionOfType(SSLException.class)
        .isThrownBy(() -> service.post("/agent/v1/receipts", new byte[] {'{', '}'}, 5_000));
    assertThat(seen).isEmpty();
  }

  @Test
  void aTrustedCertificateOfAnotherHost_isRefused() throws Exception {
    Path keys = keyStore("dns:other.example.com");
    trust(keys);
    ServiceConnection service = connection("https", serve(keys));
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> service.poll(null).getResponseCode())
        .withMessageContaining("127.0.0.1");
    assertThat(seen).isEmpty();
  }

  @Test
  void aTrustedCertificateOfThisHost_isTaken() throws Exception {
    Path keys = keyStore("ip:127.0.0.1");
    trust(keys);
    ServiceConnection service = connection("https", serve(keys));
    assertThat(service.poll(null).getResponseCode()).isEqualTo(401);
    assertThat(seen).containsExactly("[Bearer agent-token]");
  }

  @Test
  void neitherProxyNorPassword_isAskedOfTheApplication() throws Exception {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    ServiceConnection service = connection("http", begin());
    assertThat(service.poll(null).getResponseCode()).isEqualTo(401);
    assertThat(asked).isEmpty();
    assertThat(seen).containsExactly("[Bearer agent-token]");
  }

  private static void trust(Path keys) {
    System.setProperty(TRUST_STORE, keys.toString());
    System.setProperty(TRUST_STORE + "Password", PASSWORD);
  }

  private ServiceConnection connection(String scheme, int port) {
    return new ServiceConnection(
        new GrantSettings(
            URI.create(scheme + "://127.0.0.1:" + port + "/"),
            "agent-token",
            Map.of("k", Keys.generate().getPublic()),
            "desk",
            "test",
            "agent-1",
            Duration.ofSeconds(60)));
  }

  private int serve(Path keyStore) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keyStore)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer https = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(context));
    server = https;
    return begin();
  }

  private int begin() {
    server.createContext("/", this::answer);
    server.start();
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    seen.add(String.valueOf(exchange.getRequestHeaders().get("Authorization")));
    exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"desk\"");
    exchange.sendResponseHeaders(401, -1);
    exchange.close();
  }

  /** A self-signed certificate, made by the JDK's own tool; the store serves as trust store too. */
  private Path keyStore(String name) throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "service",
                "-dname",
                "CN=service",
                "-ext",
                "san=" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    return store;
  }

  private final class Asked extends ProxySelector {
    @Override
    public List<Proxy> select(URI uri) {
      asked.add("a proxy");
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      asked.add("about a failure");
    }
  }

  private static final class TrustsAll implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
