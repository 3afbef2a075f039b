package dev.bauta.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueTest {

  @Test
  void everyType_isExplained_andMaskedInItsExample() {
    assertThat(Catalogue.types()).hasSameSizeAs(PiiType.CONTENT);
    for (Catalogue.TypeEntry type : Catalogue.types()) {
      assertThat(type.what()).as(type.id()).isNotEqualTo(type.id()).isNotBlank();
      if (!type.id().startsWith("national-id-")) {
        assertThat(type.masked()).as(type.id()).isNotNull().isNotEqualTo(type.example());
      }
    }
  }

  @Test
  void typesOfCountries_haveTheirNames_andComeLast() {
    assertThat(Catalogue.types())
        .filteredOn(type -> type.id().equals("national-id-de"))
        .extracting(Catalogue.TypeEntry::what)
        .containsExactly("national identifier, Germany");
    assertThat(Catalogue.types().get(0).id()).isEqualTo("address");
    assertThat(Catalogue.types().get(Catalogue.types().size() - 1).id())
        .isEqualTo("national-id-za");
  }

  @Test
  void everyMasker_hasAnExample_thatHidesTheValue() {
    assertThat(Catalogue.maskers()).extracting(Catalogue.MaskerEntry::name).isSorted();
    assertThat(Catalogue.maskers())
        .allSatisfy(
            masker -> {
              assertThat(masker.masked()).isNotEmpty().isNotEqualTo(masker.example());
              assertThat(masker.rule()).contains(masker.name());
            });
  }
}
