package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "PASSWORD",
        "userPassword",
        "db_password",
        "spring.datasource.password",
        "password2",
        "new-password",
        "passwordHash",
        "dbpassword",
        "pwd",
        "api_key",
        "apiKey",
        "APIKey",
        "apikey",
        "X-Api-Key",
        "client_secret",
        "clientSecret",
        "token",
        "accessToken",
        "Authorization",
        "proxy-authorization",
        "aws_secret_access_key",
        "AWSAccessKeyId",
        "privateKey",
        "credentials",
        "passwort",
        "smtp_pass",
        "secret_value",
      })
  void nameOfACredential_isKnown(String name) {
    assertThat(Labels.type(name)).isEqualTo(PiiType.SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "author",
        "auth",
        "tokens",
        "max_tokens",
        "token_count",
        "tokenizer",
        "secretary",
        "compass",
        "bypass",
        "monkey",
        "keyboard",
        "passage",
        "passwordless",
        "pass",
        "key",
        "id",
        "",
        "_",
        "9",
        "hash",
        "accept",
        "hotel",
        "cancellation",
        "phoneme",
        "ibanez",
        "message",
        "\u00e9token",
      })
  void wordThatOnlyLooksLikeIt_isNot(String name) {
    assertThat(Labels.type(name)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"phone", "phone_number", "mobilePhone", "TEL", "home-tel", "msisdn", "telefon"})
  void nameOfAPhone_isKnown(String name) {
    assertThat(Labels.type(name)).isEqualTo(PiiType.PHONE);
  }
}
