package dev.bauta.engine.ids;

/** Formats of Africa, Asia and Oceania, written as {@link EuropeanIds}. */
final class OtherIds {

  static final String ROWS =
      """
      au.tfn|d9|T|3_3_3|~ 0:1,4,3,7,5,8,6,9%11=0123456789*@8
      au.medicare|[2-6]d9||4_5_1|0:1,3,7,9,1,3,7,9%10=0123456789@8
      au.medicare|[2-6]d10||4_5_2|0:1,3,7,9,1,3,7,9%10=0123456789@8
      au.abn|[1-9]d10|TK|2_3_3_3|fabn
      au.acn|d9|TK|3_3_3|~ 0:8,7,6,5,4,3,2,1%10=0987654321@8
      cn.ric|[1-9]d16[0-9]||6_8_4|fcnregion DYmd@6 $mod11-2
      cn.ric|[1-9]d16[X]|B||fcnregion DYmd@6 $mod11-2
      cn.ric|[1-9]d14|W||fcnregion Dymd@6
      dz.nif|d15,d20|TW||~
      dz.nin|[1]d17|W||~
      eg.id|[23]d13|||Dymd@1 fegypt
      eg.tn|d9|TW|3-3-3 3/3/3|
      hk.hkid|ad6[0-9A]|L|7(1 7[1|fhkid
      hk.hkid|a2d6[0-9A]|L|8(1 8[1|fhkid
      id.nik|[1-9]d15||6.6.4|Ddmy@6d+40 fnikarea
      id.npwp|d15|TL|2.3.3.1-3.3|$luhn@0-9
      id.npwp|[0]d15|TL|3.3.3.1-3.3|$luhn@1-10
      il.idnr|d9||8-1|~ $luhn
      il.idnr|d8||7-1|~ $luhn
      in.aadhaar|[2-9]d11||4_4_4 4-4-4|~ $verhoeff fpalindrome
      in.pan|a3[ABCFGHLJPTK]ad4a|||fpan
      in.epic|a3d7||3_7|$luhn@3-10
      in.gstin|d2a5d4ax[Z]x|TB||$luhn-mod36
      ir.nid|d10||3-6-1|~ 0:10,9,8,7,6,5,4,3,2%11=01987654321@9
      jp.mynumber|d12||4_4_4 4-4-4|~ 0:6,5,4,3,2,7,6,5,4,3,2%11=00987654321@11
      jp.cn|[1-9]d12|TK|1-4-4-4|1:2,1,2,1,2,1,2,1,2,1,2,1%9=987654321@0
      ke.pin|[AP]d9a|TW|1_9-1|
      ke.id|d8|W||~
      kr.rrn|d6[0-9]d6||6-7|Dymd@0 0:2,3,4,5,6,7,8,9,2,3,4,5%11=10987654321@12 fkrplace
      kr.brn|[1-9]d9|TK|3-2-5|fbrn
      kw.civil|[1-3]d11|||Dymd@1 0:2,1,6,3,7,9,10,5,8,4,2%11=**987654321@11
      kz.iin|d6[0-6]d5|||Dymd@0 fkazakh
      kz.bin|d4[4-6]d7|TK||fkazakh
      lk.nic|[1-9]d8[VX]|||fnicdays
      lk.nic|[12][90]d10|||fnicdays
      ly.nid|[12][1][9]d9,[12][2][0]d9|WR||~
      ma.cin|ad5,ad6,a2d5,a2d6|W||
      ma.ice|d15|T||$mod97-10
      mu.nid|ad12x|||Ddmy@1 0:14,13,12,11,10,9,8,7,6,5,4,3,2%17=0GFEDCBA987654321@13
      my.nric|d12|L|6-2-4|Dymd@0 fmykad
      ng.nin|[1-9]d10|W||~
      ng.tin|d12|TW|8-4|~
      nz.ird|d9|T|3-3-3|fird
      nz.ird|[1-9]d7|T|2-3-3|fird
      nz.nhi|[A-HJ-NP-Z]3d4|||fnhi
      ph.philsys|d12|W|4-4-4|~
      ph.tin|d9,d12|TW|3-3-3 3-3-3-3|~
      ph.sss|d10|W|2-7-1|~
      pk.cnic|[1-7]d11[1-9]|WL|5-7-1|~
      sa.nid|[12]d9|||$luhn
      sg.nric|[STFGM]d7a|||fnric
      sn.ninea|d7d[A-Z]d|TW||
      sn.ninea|d9|TW||~
      th.pin|[1-8]d12||1-4-5-2-1 1_4_5_2_1|0:2,1,0,10,9,8,7,6,5,4,3,2%11=10987654321@12
      th.moa|[0]d12|T|1-2-1-3-5-1 1_2_1_3_5_1|0:2,1,0,10,9,8,7,6,5,4,3,2%11=10987654321@12
      tn.cin|d8|W||~
      tn.mf|d7[A-HJ-NP-TV-Z]|TWK|7/1|
      tn.mf|d7[A-HJ-NP-TV-Z][APBDN][MPCNE]d3|T|7/1/1/1/3 7/1/1/3|
      tw.id|a[1289]d8|||ftwid
      tw.ubn|d8|T|7-1|~ fubn
      vn.mst|d10|TK||0:31,29,23,19,17,13,7,5,3%11=*9876543210@9
      vn.mst|d13|TK|a-3|0:31,29,23,19,17,13,7,5,3%11=*9876543210@9
      vn.cccd|[0]d11|W||~
      za.idnr|d10[0-2]d2||6_4_3 6_4_2_1|Dymd@0 $luhn
      za.tin|[01239]d9|T|4/3/2/1|~ $luhn
      """;

  private OtherIds() {}
}
