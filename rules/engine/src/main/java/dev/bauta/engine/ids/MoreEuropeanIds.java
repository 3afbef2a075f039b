package dev.bauta.engine.ids;

/** Formats of Europe, I to Z, written as {@link EuropeanIds}. */
final class MoreEuropeanIds {

  static final String ROWS =
      """
      ie.pps|d7[A-W]|||0:8,7,6,5,4,3,2%23=WABCDEFGHIJKLMNOPQRSTUV@7
      ie.pps|d7[A-W][TWX]|||0:8,7,6,5,4,3,2%23=WABCDEFGHIJKLMNOPQRSTUV@7
      ie.pps|d7[A-W][A-I]|||!0:8,7,6,5,4,3,2,0,9%23=WABCDEFGHIJKLMNOPQRSTUV@7
      is.kennitala|d9[089]||6-4|0:3,2,7,6,5,4,3,2%11=0*987654321@8 Ddmy@0d+40
      it.codicefiscale|a6[0-9LMNPQRSTUV]2[ABCDEHLMPRST][0-9LMNPQRSTUV]2[A-MZ][0-9LMNPQRSTUV]3a|B|6_5_5 3_3_5_5|fcodice
      it.iva|d11|TK||~ $luhn
      it.cie|[C]ad5a2|W||
      li.peid|[12]d6|WR||~
      li.peid|d4,d5,d6,d7,d8,d9,d10,d11,d12|W||~
      lt.asmens|[1-6]d10|||fdouble Dymd@1
      lt.asmens|[9]d10|||fdouble
      lt.pvm|d9|TK||~ feepvm
      lu.tin|d13||4_4_3_2|DYmd@0 $luhn@0-12 fluxembourg
      lu.tva|d8|TK|3_3_2|~ fluvat
      lv.pk|d6[012]d4||6-5|Ddmy@0 0:10,5,8,4,2,1,6,3,7,9%11=12345678900@10
      lv.pk|[3][2-9]d9||6-5|0:10,5,8,4,2,1,6,3,7,9%11=12345678900@10
      lv.pvn|[4-9]d10|TK|4_4_3|~ 0:9,1,4,8,3,10,2,5,7,6%11=3210*987654@10
      mc.tva|d2[0][0][0]d6|TK|2_4_5|ftva
      md.idno|[12]d12|||0:7,3,1,7,3,1,7,3,1,7,3,1%10=0123456789@12
      md.idnp|[029]d12|||0:7,3,1,7,3,1,7,3,1,7,3,1%10=0123456789@12
      me.jmbg|d7[2]d5||7_6|fjmbg
      me.pib|[0-9]d7|TK||~ 0:8,7,6,5,4,3,2%11=00987654321@7
      mk.edb|[45]d12|T||0:7,6,5,4,3,2,7,6,5,4,3,2%11=00987654321@12
      mk.jmbg|d7[4]d5||7_6|fjmbg
      mt.id|d6[1-9][AP],[0-3]d6[MGLHBZ],d6[MGAPLHBZ],d5[MGAPLHBZ],d4[MGAPLHBZ],d3[MGAPLHBZ]|W||
      mt.tin|[1-8]2d7|TW||~
      mt.vat|[1-9]d7|TK|4_4|~ fmtvat
      nl.bsn|d9||4.2.3 3.3.3|~ 0:9,8,7,6,5,4,3,2%11=0123456789*@8
      nl.bsn|[1-9]d7|||~ 0:8,7,6,5,4,3,2%11=0123456789*@7
      nl.btw|d9[B]d2|TB||fbtw
      no.fodselsnummer|d11||6_5|0:3,7,6,1,8,9,4,5,2%11=0*987654321@9 0:5,4,3,2,7,6,5,4,3,2%11=0*987654321@10 Ddmy@0d+40m+40+65+80
      no.orgnr|[89]d8|TK|3_3_3|0:3,2,7,6,5,4,3,2%11=0*987654321@8
      pl.pesel|d11|||~ 0:1,3,7,9,1,3,7,9,1,3%10=0987654321@10 Dymd@0m+20+40+60+80
      pl.nip|[1-9]d9|T|3-3-2-2 3-2-2-3|~ 0:6,5,7,2,3,4,5,6,7%11=0123456789*@9
      pl.regon|d9|TK||~ 0:8,9,2,3,4,5,6,7%11=01234567890@8
      pl.regon|d14|TK||~ 0:8,9,2,3,4,5,6,7%11=01234567890@8 0:2,4,8,5,0,9,7,3,6,1,2,4,8%11=01234567890@13
      pl.dowod|a3d6||3_6|0:7,3,1,0,7,3,1,7,3%10=0123456789@3
      pt.cc|d9x2d||8_1_2_1 8_1_3 8_4 8-1-3|~ fptcc
      pt.nif|[1-9]d8|T|3_3_3|~ 0:9,8,7,6,5,4,3,2%11=00987654321@8
      pt.niss|[12]d10|||0:29,23,19,17,13,11,7,5,3,2%10=9876543210@10
      ro.cnp|[1-9]d6[0-57]d5|||0:2,7,9,1,4,6,3,5,8,2,7,9%11=01234567891@12 Dymd@1
      ro.cui|[1-9]d5,[1-9]d6,[1-9]d7,[1-9]d8,[1-9]d9|TK||~ fcui
      rs.jmbg|d7[789]d5||7_6|fjmbg
      rs.pib|[1]d8|TK||$mod11-10
      ru.inn|d10|T||~ 0:2,4,10,3,5,9,4,6,8%11=01234567890@9
      ru.inn|d12|T||~ 0:7,2,4,10,3,5,9,4,6,8%11=01234567890@10 0:3,7,2,4,10,3,5,9,4,6,8%11=01234567890@11
      ru.snils|d11|L|3-3-3_2 3-3-3-2|~ fsnils
      ru.ogrn|[15]d12|TK||fogrn
      ru.passport|d10|WS|4_6 2_2_6|~
      se.personnummer|d10||6-4 6+4|$luhn Dymd@0d+60
      se.personnummer|[12][890]d10|L|8-4|$luhn@2-12 DYmd@0d+60
      se.orgnr|[1-9]d[2-9]d7|TK|6-4|~ $luhn
      si.emso|d7[5]d5||7_6|fjmbg
      si.ddv|[1-9]d7|T||~ 0:8,7,6,5,4,3,2%11=*0987654321@7
      sk.rc|[0-5]d8|W|6/3|fshortrc
      sk.rc|d10||6/4|frc
      sk.dph|[1-9]d[2-47-9]d7|TK||0:^9%11=0123456789*@9
      sm.coe|d3,d4,d5|TW||~
      tr.tckimlik|[1-9]d10|||0:7,9,7,9,7,9,7,9,7%10=0123456789@9 0:1,1,1,1,1,1,1,1,1,1%10=0123456789@10
      tr.vkn|d10|TK||~ fvkn
      ua.rntrc|d10|||~ 0:10,5,7,9,4,6,10,5,7%11=01234567890@9
      ua.edrpou|[0-9]d7|TK||~ fedrpou
      ge.pn|[0-6]d10|W||~
      ge.tin|[1-5]d8|TW||~
      """;

  private MoreEuropeanIds() {}
}
