package dev.bauta.service.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.bauta.engine.AddressRange;
import dev.bauta.service.access.Sha256;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps everybody within their limits, strangers first of all. Thread-safe. */
public final class Gate {
  private static final int MOST_FORWARDED = 2000;

  private final List<AddressRange> trustedProxies;
  private final int streams;
  private final Rate persons;
  private final Rate addresses;
  private final Rate failures;
  // who has signed in lately is let in although somebody at the same address guesses tokens
  private final Cache<String, Boolean> known =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterWrite(Duration.ofMinutes(10)).build();

  public Gate(Limits limits) {
    trustedProxies = limits.trustedProxies();
    streams = limits.streams();
    persons =
        new Rate(limits.callsPerPerson(), "You call more often than limits.calls-per-person says.");
    addresses =
        new Rate(
            limits.callsPerAddress(),
            "More calls come from your address than limits.calls-per-address says.");
    failures =
        new Rate(
            limits.failedSignIns(),
            "More sign-ins failed from your address than limits.failed-sign-ins says.");
  }

  /**
   * Where a call comes from: the address of the connection, or, if that is a trusted proxy, the
   * last one in what it says that is none.
   *
   * @param forwardedFor the header X-Forwarded-For, or null
   */
  String address(String remote, String forwardedFor) {
    String address = remote;
    if (forwardedFor == null || forwardedFor.length() > MOST_FORWARDED) return address;
    String[] hops = forwardedFor.split(",", -1);
    for (int i = hops.length - 1; i >= 0 && isTrusted(address); i--) {
      String hop = hops[i].strip();
      if (AddressRange.address(hop) == null) return address;
      address = hop;
    }
    return address;
  }

  private boolean isTrusted(String address) {
    byte[] bytes = AddressRange.address(address);
    return bytes != null && trustedProxies.stream().anyMatch(range -> range.holds(bytes));
  }

  /**
   * @throws TooManyException if too many calls come from there
   */
  void fromAddress(String address) {
    addresses.take(address);
  }

  /**
   * @throws TooManyException if that person calls too often
   */
  void byPerson(String name) {
    persons.take(name);
  }

  /**
   * @param open how many streams there are
   * @throws TooManyException if there is no room for one more
   */
  void oneMoreStream(int open) {
    if (open >= streams)
      throw new TooManyException(
          "There are as many streams here as limits.streams says; try another instance.", 5);
  }

  /**
   * Looks up whose token it is, unless too many from that address were nobody's.
   *
   * @throws TooManyException if too many sign-ins failed
   */
  <T> Optional<T> owner(
      String address, Optional<String> token, Function<String, Optional<T>> directory) {
    String hash = token.map(Sha256::hex).orElse("");
    if (known.getIfPresent(hash) == null) failures.check(address);
    Optional<T> owner = token.flatMap(directory);
    if (owner.isPresent()) known.put(hash, true);
    else failures.take(address);
    return owner;
  }
}
