package dev.bauta.engine.ids;

/**
 * Formats of Europe, A to H. Flags: {@code T} tax, {@code W} no check digit, {@code B} may stand
 * without a word, {@code L} that only in its layout, {@code S} only in its layout at all, {@code K}
 * a company's, {@code R} no check digit, but rare enough a shape.
 */
final class EuropeanIds {

  static final String ROWS =
      """
      ad.nrt|[ACDEFGLOPU]d6a|W|1-6-1 1_3.3_1|fnrt
      al.nipt|[A-M]d8a|W||
      at.vnr|[1-9]d9||4_6|0:3,7,9,0,5,8,4,2,1,6%11=0123456789*@3 Ddmy@4
      at.tin|d9|T|2-3/4 2_3/4|~ $luhn
      at.uid|[U]d8|T||fatuid
      ba.jmbg|d7[1]d5||7_6|fjmbg
      be.nn|d11|L|2.2.2-3.2|fbenn
      be.vat|[01]d9|TK|4.3.3|fbevat
      bg.egn|d10||6_4|0:2,4,8,5,10,9,7,3,6%11=01234567890@9 Dymd@0m+20+40
      bg.pnf|d10||4_3_3|~ 0:21,19,17,13,11,9,7,3,1%10=0123456789@9
      bg.vat|d9|TK||~ feik
      ch.ssn|[7][5][6]d10|L|3.4.4.2|$ean
      ch.uid|[C][H][E]d9|TB|3-3.3.3|3:5,4,3,2,7,6,5,4%11=0*987654321@11
      cy.vat|d8a|T|8-1|fcyprus
      cz.rc|[0-5]d8|W|6/3|fshortrc
      cz.rc|d10||6/4|frc
      cz.dic|[0-8]d7|TK||~ 0:8,7,6,5,4,3,2%11=10987654321@7
      de.idnr|[1-9]d10||2_3_3_3 3/3/4/1 a_1|$mod11-10 fidnr
      de.stnr|[1-59]d3[0]d8|TWR||~
      de.stnr|d10,d11,[1-59]d3[0]d8|TW|3/3/5 3/4/4 2/3/5 3/3/4_1 3/4/1_3 2_3_5 3_3_5 1_2_3_5|~
      de.vat|[1-9]d8|TK||$mod11-10
      de.svnr|d8ad3|B|2_6_1_3 2_6_1_2_1 8_1_3|fsvnr
      de.ausweis|[CFGHJKLMNPRTVWXYZ][0-9CFGHJKLMNPRTVWXYZ]8d||9_1|0:7,3,1,7,3,1,7,3,1%10=0123456789@9
      de.ausweis|[LMNPRTVWXY][0-9CFGHJKLMNPRTVWXYZ]7[0-9CFGHJKLMNPRTVWXYZ]|W||fmixed
      dk.cpr|d10|W|6-4|fcpr
      dk.cvr|[1-9]d7|TK|2_2_2_2|~ 0:2,7,6,5,4,3,2%11=0*987654321@7
      ee.ik|[1-8]d10|||fdouble Dymd@1
      ee.kmkr|[1]d8|TK||0:3,7,1,3,7,1,3,7%10=0987654321@8
      es.dni|d8a||8-1 2.3.3-1 2_3_3_1 2.3.3_1 8_1|0:^8%23=TRWAGMYFPDXBNJZSQVHLCKE@8
      es.nie|[XYZ]d7a|L|1-7-1 1-7_1|0:^8%23=KETRWAGMYFPDXBNJZSQVHLC@8
      es.nif|[KLM]d7a||1-7-1|1:^7%23=TRWAGMYFPDXBNJZSQVHLCKE@8
      es.cif|[ABCDEFGHJNPQRSUVW]d7x|T|1-8 1-7-1|fcif
      es.nuss|d12||2_8_2 2/8/2|fnuss
      fi.hetu|d6[A-FU-Y][0-8]d2[A-FHJ-NPR-Y0-9]|B||Ddmy@0 fhetu
      fi.hetu|d6[0-8]d2[A-FHJ-NPR-Y0-9]|SL|6-4 6+4|Ddmy@0 0:^9%31=0123456789ABCDEFHJKLMNPRSTUVWXY@9
      fi.ytunnus|d8|TK|7-1|~ 0:7,9,10,5,8,4,2%11=0*987654321@7
      fr.nir|[1-478]d5[0-9AB]d8|L|1_2_2_2_3_3_2|fnir
      fr.nif|[0-3]d12||2_2_3_3_3|fspi
      fr.siren|d9|TK|3_3_3|~ $luhn
      fr.siret|d14|TK|3_3_3_5|~ $luhn
      fr.tva|d11|TK|2_3_3_3|$luhn@2-11 ftva
      gb.nhs|d10||3-3-4 3_3_4|~ 0:10,9,8,7,6,5,4,3,2%11=0*987654321@9
      gb.utr|d10|T|5_5|~ 1:6,7,8,9,10,5,4,3,2%11=21987654321@0
      gb.nino|[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]d6[A-D]|B|2_2_2_2_1 2-2-2-2-1|fnino
      gb.nino|[ABCEGHJ-PRSTW-Z][ABCEGHJ-NPRSTW-Z]d6|W|2_2_2_2 2-2-2-2|fnino
      gb.vat|d9|TK|3_4_2|fgbvat
      gr.amka|d11|||Ddmy@0 $luhn
      gr.vat|d9|T||~ 0:256,128,64,32,16,8,4,2%11=01234567890@8
      hr.oib|d11|||~ $mod11-10
      hr.jmbg|d7[3]d5||7_6|fjmbg
      hu.anum|[1-9]d7|TK||~ 0:9,7,3,1,9,7,3%10=0987654321@7
      hu.adoazonosito|[8]d9|T||0:1,2,3,4,5,6,7,8,9%11=0123456789*@9
      hu.taj|d9||3_3_3 3-3-3|~ 0:3,7,3,7,3,7,3,7%10=0123456789@8
      hu.szemelyi|[1-8]d10||1-6-4 1_6_4|0:1,2,3,4,5,6,7,8,9,10%11=0123456789*@10 Dymd@1
      """;

  private EuropeanIds() {}
}
