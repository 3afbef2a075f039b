package dev.bauta.service.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationErrorResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The company's identity provider, as OpenID Connect describes it: authorization code with PKCE
 * (S256), state and nonce. Thread-safe; asked for its description at the first sign-in, so that the
 * service starts while it is away.
 */
final class IdentityProvider {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);
  private static final int MILLIS = 5_000;
  // a secret shared with the provider signs nothing here, and neither does "none"
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** What the provider says of itself, and what checks its tokens. */
  private record Described(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

  private final SignInSettings settings;
  private final ClientID client;
  private final Cache<URI, Described> described =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofHours(1)).build();

  IdentityProvider(SignInSettings settings) {
    this.settings = settings;
    this.client = new ClientID(settings.clientId());
  }

  /** Where to send the browser. */
  URI start(String state, String nonce, String verifier) {
    return new AuthenticationRequest.Builder(
            new ResponseType(ResponseType.Value.CODE),
            new Scope("openid", "profile", "email"),
            client,
            settings.callback())
        .endpointURI(described().metadata().getAuthorizationEndpointURI())
        .state(new State(state))
        .nonce(new Nonce(nonce))
        .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * The claim that says who it is.
   *
   * @param query of the address that the provider has sent the browser to
   * @throws SignInException if it is not right in every part, or the provider is away
   */
  String claim(String query, String nonce, String verifier) {
    Described provider = described();
    AuthorizationCode code = code(query, provider.metadata());
    OIDCTokenResponse tokens = tokens(provider.metadata(), code, verifier);
    try {
      IDTokenClaimsSet claims =
          provider.validator().validate(tokens.getOIDCTokens().getIDToken(), new Nonce(nonce));
      if (settings.claim().equals("email")
          && !Boolean.TRUE.equals(claims.getBooleanClaim("email_verified")))
        throw SignInException.refused(
            "Your provider does not vouch for your e-mail address (email_verified).");
      return Optional.ofNullable(claims.getStringClaim(settings.claim()))
          .orElseThrow(
              () ->
                  SignInException.refused(
                      "Your provider's ID token has no claim "
                          + settings.claim()
                          + "; an administrator can name another one under sign-in.claim."));
    } catch (BadJOSEException e) {
      LOG.warn("an ID token was refused: {}", e.getClass().getSimpleName());
      throw SignInException.refused("Your provider's ID token is not valid here.");
    } catch (JOSEException e) {
      LOG.warn("an ID token cannot be checked: {}", e.getClass().getSimpleName());
      throw SignInException.away("Your provider's keys cannot be read now. Try again later.");
    }
  }

  private AuthorizationCode code(String query, OIDCProviderMetadata metadata) {
    try {
      AuthenticationResponse response =
          AuthenticationResponseParser.parse(URI.create(settings.callback() + "?" + query));
      // RFC 9207: the answer of another provider is none
      boolean named = response.getIssuer() != null;
      if (named
          ? !response.getIssuer().equals(metadata.getIssuer())
          : metadata.supportsAuthorizationResponseIssuerParam())
        throw SignInException.refused("Another provider has answered.");
      if (response instanceof AuthenticationErrorResponse)
        throw SignInException.refused("Your provider did not sign you in.");
      return response.toSuccessResponse().getAuthorizationCode();
    } catch (com.nimbusds.oauth2.sdk.ParseException | IllegalArgumentException e) {
      throw SignInException.refused("This is no answer of your provider's.");
    }
  }

  private OIDCTokenResponse tokens(
      OIDCProviderMetadata metadata, AuthorizationCode code, String verifier) {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(code, settings.callback(), new CodeVerifier(verifier));
    URI endpoint = metadata.getTokenEndpointURI();
    TokenRequest request =
        settings
            .clientSecret()
            .map(
                secret ->
                    new TokenRequest(
                        endpoint, new ClientSecretBasic(client, new Secret(secret)), grant))
            .orElseGet(() -> new TokenRequest(endpoint, client, grant));
    try {
      HTTPRequest http = request.toHTTPRequest();
      http.setConnectTimeout(MILLIS);
      http.setReadTimeout(MILLIS);
      http.setFollowRedirects(false);
      TokenResponse response = OIDCTokenResponseParser.parse(http.send());
      if (response.indicatesSuccess()) return (OIDCTokenResponse) response.toSuccessResponse();
      // the provider's word for it, such as invalid_grant; nothing of what was sent
      LOG.warn(
          "the identity provider gave no tokens: {}",
          response.toErrorResponse().getErrorObject().getCode());
      throw SignInException.refused("Your provider did not confirm the sign-in. Try again.");
    } catch (IOException | com.nimbusds.oauth2.sdk.ParseException e) {
      LOG.warn("the identity provider's tokens: {}", e.getClass().getSimpleName());
      throw SignInException.away("Your provider cannot be reached from here. Try again later.");
    }
  }

  private Described described() {
    return described.get(settings.issuer(), this::describe);
  }

  private Described describe(URI issuer) {
    try {
      OIDCProviderMetadata metadata =
          OIDCProviderMetadata.resolve(new Issuer(issuer), MILLIS, MILLIS);
      JWKSource<SecurityContext> keys =
          JWKSourceBuilder.create(metadata.getJWKSetURI().toURL()).retrying(true).build();
      return new Described(
          metadata,
          new IDTokenValidator(
              metadata.getIssuer(),
              client,
              new JWSVerificationKeySelector<>(ALGORITHMS, keys),
              null));
    } catch (IOException e) {
      LOG.warn("the identity provider {}: {}", issuer, e.getClass().getSimpleName());
      throw SignInException.away("Your provider cannot be reached from here. Try again later.");
    } catch (GeneralException e) {
      LOG.warn(
          "the identity provider {} is not what sign-in.issuer says: {}", issuer, e.getMessage());
      throw SignInException.away(
          "Your provider does not describe itself as expected; an administrator can see why in the service's log.");
    }
  }
}
