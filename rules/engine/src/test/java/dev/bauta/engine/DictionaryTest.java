package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What columns, properties and keys are called in eight languages. */
class DictionaryTest {

  private static final int LEAST = 300;

  @Test
  void everyWordOfTheLists_isKnownAsTheNameOfAPlace_orSaysSomethingOfANumber() {
    Set<String> known = new HashSet<>();
    for (String[] rows : new String[][] {NumberWords.ROWS, NationalWords.ROWS, PersonWords.ROWS}) {
      for (int i = 0; i < rows.length; i += 2) {
        String where = rows[i].substring(rows[i].indexOf(' ') + 1);
        for (String word : rows[i + 1].split(" ", -1)) {
          if (where.equals("T") || where.equals("C")) {
            assertThat(Labels.type(word)).as(word).isNotNull();
            known.add(word);
          }
        }
      }
    }
    assertThat(known).hasSizeGreaterThan(LEAST);
  }

  @ParameterizedTest
  @CsvSource({
    "cust_email_addr, email",
    "telefonnummer, phone",
    "num_ss, national-id-fr",
    "fechaNacimiento, date-of-birth",
    "data_urodzenia, date-of-birth",
    "Geburtsdatum, date-of-birth",
    "GIVEN_NAME, name",
    "customer.firstName, name",
    "x-customer-name, name",
    "nom_de_famille, name",
    "apellido1, name",
    "prénom, name",
    "PRÉNOM, name",
    "prenom, name",
    "achternaam, name",
    "nazwisko_panieńskie, name",
    "shippingAddress, address",
    "BILLING_STREET, address",
    "PLZ, address",
    "codice_fiscale, national-id-it",
    "cpf, national-id-br",
    "bsn_nummer, national-id-nl",
    "PESEL, national-id-pl",
    "steuerId, national-id-de",
    "passport_no, passport",
    "reisepassNr, passport",
    "kontonummer, bank-account",
    "ibanNumber, iban",
    "ccNumber, payment-card",
    "CVV2, card-security-code",
    "addressLine1, address",
    "licensePlate, licence-plate",
    "client_ip, ipv4",
    "sessionId, session-id",
    "medical_record_number, health",
  })
  void name_meansItsType_howeverItIsWritten(String name, String type) {
    assertThat(Labels.type(name)).hasToString(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostname",
        "fileName",
        "class_name",
        "threadName",
        "table_name",
        "companyName",
        "display_mode",
        "is_mobile",
        "hasEmail",
        "email_verified",
        "email_template",
        "phone_model",
        "memory_address",
        "author",
        "hotel",
        "session",
        "using",
        "shipping",
        "cancelled",
        "accept",
        "span",
        "company",
        "status",
        "description",
        "order_id",
        "created_at",
        "token_type",
        "expires_in",
        "estate",
        "cellar",
        "international",
        "addressee_count",
        "nameserver",
        "birth_rate",
        "streetlight",
        "passport_color"
      })
  void nameThatOnlyHoldsTheWord_isNone(String name) {
    assertThat(Labels.type(name)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "customers, name, name",
    "crm.customers, NAME, name",
    "user_profile, city, address",
    "T_KUNDEN, ort, address",
    "employee_details, nom, name",
  })
  void columnOfATableOfPersons_isTheirs(String table, String column, String type) {
    assertThat(Labels.columnType(table, column)).hasToString(type);
  }

  @ParameterizedTest
  @CsvSource({"products, name", "orders, city", "user_agents, name", "cities, name", ", name"})
  void columnOfAnotherTable_isNot(String table, String column) {
    assertThat(Labels.columnType(table, column)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Ada Lovelace, true",
    "Ada King of Lovelace, false",
    "Anne-Marie O'Neil, true",
    "eth0, false",
    "Ada, false",
    "Garden Chair, false",
    "Order Service, false",
    "Acme Corp, false",
    "'', false",
  })
  void bareName_isLikelyAPersons_ifItLooksLikeOne(String value, boolean likely) {
    assertThat(LikelyName.isLikely(value)).isEqualTo(likely);
    assertThat(RuleSet.builtIn().key("name").masker().mask(value, PiiType.NAME))
        .isEqualTo(likely ? "[NAME]" : value);
  }
}
