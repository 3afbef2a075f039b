package dev.bauta.engine;

/**
 * Names of the numbers that states give to persons, by country where only one calls it so. Written
 * as in {@link PersonWords}.
 */
final class NationalWords {

  static final String[] ROWS = {
    "national-id T",
    "nationalid nationalidnumber nationalidno nationalidentifier nationalidentitynumber"
        + " nationalnumber personalid personalidnumber personalnumber personalcode personalidentitycode"
        + " identitycard identitycardnumber identitycardno identitynumber identitydocument"
        + " identitydocumentnumber idcard idcardnumber idcardno idcardnum idnumber iddocument"
        + " citizenid citizenidnumber citizennumber citizenshipnumber govid governmentid"
        + " governmentidnumber natid natidno votersid voterid socialinsurance"
        + " socialinsurancenumber socialsecurityid",
    "national-id T",
    "ausweisnummer ausweisnr personenkennzahl personenkennziffer identifikationsnummer ausweis"
        + " carteidentité cartedidentité cartenationaleidentité numérocni documentidentité"
        + " pièceidentité piècedidentité documentoidentidad documentodeidentidad"
        + " númerodocumento numerodocumento numdocumento nrodocumento cédula cedula cedulaidentidad"
        + " cédulaidentidad céduladeidentidad cédulaciudadanía numcedula nrocedula carnetidentidad"
        + " cartãocidadao cartãocidadão cartãodecidadão bilheteidentidade bilhetedeidentidade"
        + " documentoidentidade carteiraidentidade carteiradeidentidade cartaidentita cartaidentità"
        + " cartadidentità cartadidentita numerocartaidentita documentoidentita documentoidentità"
        + " identiteitskaart identiteitsbewijs identiteitskaartnummer identiteitsnummer"
        + " dowód dowódosobisty numerdowodu nrdowodu seriadowodu dowóosobisty",
    "tax-id T",
    "taxid taxidnumber taxidno taxnumber taxno taxpayerid taxpayernumber taxpayeridentification"
        + " taxpayeridentificationnumber taxidentificationnumber taxidentifier taxcode taxfilenumber"
        + " tin tinnumber tinno numérofiscal numfiscal numérofiscaldereference nif numeronif"
        + " númerocontribuinte numerocontribuinte contribuinte identificaciónfiscal"
        + " identificacionfiscal númerofiscal numerofiscale belastingnummer fiscaalnummer"
        + " numerpodatkowy identyfikatorpodatkowy",
    "national-id-de T",
    "steuerid steueridnr steueridentnr steueridentifikationsnummer steuernummer steuernr stnr stidnr"
        + " svnummer svnr sozialversicherungsnummer sozialversicherungsnr sozversnr"
        + " rentenversicherungsnummer rvnummer rvnr personalausweis personalausweisnummer"
        + " personalausweisnr persausweis",
    "national-id-at T",
    "zmr zmrzahl svnrat sozversnummer",
    "national-id-ch T",
    "ahv ahvnr ahvnummer ahvn avs numéroavs noavs numavs",
    "national-id-fr T",
    "nir numss nss numsecu numsécu nosecu numérosecu numérosécu numérosécuritésociale"
        + " numérodesécuritésociale numsecuritesociale sécuritésociale insee numéroinsee numinsee",
    "national-id-be T",
    "rijksregisternummer rijksregisternr rrn nummerrijksregister registrenational"
        + " numéroregistrenational niss insz",
    "national-id-es T",
    "dni nie dninie dninif nifnie númerodni numerodni numdni documentonacional"
        + " documentonacionaldeidentidad nuss seguridadsocial númeroseguridadsocial"
        + " numseguridadsocial numerodeseguridadsocial naf",
    "national-id-pt T",
    "niss nisspt númerodeidentificaçãofiscal",
    "national-id-br T",
    "cpf cpfcliente cpfnumero numerocpf rg numerorg registrogeral pis pispasep nit cpfcnpj títuloeleitor"
        + " tituloeleitor",
    "national-id-it T",
    "codicefiscale codfiscale codfisc codfis",
    "national-id-nl T",
    "bsn bsnnummer bsnnr burgerservicenummer sofi sofinummer",
    "national-id-pl T",
    "pesel numerpesel nrpesel nip numernip nrnip",
    "national-id-gb T",
    "nino nationalinsurance nationalinsurancenumber nationalinsuranceno ninumber utr"
        + " uniquetaxpayerreference nhsnumber nhsno nhs nhsnum chinumber",
    "national-id-us T",
    "itin itinnumber",
    "national-id-ca T",
    "sinnumber socialinsuranceno",
    "national-id-in T",
    "aadhaar aadhar aadhaarnumber aadhaarno aadharnumber aadharno uidai pancard pancardnumber"
        + " pannumber panno",
    "national-id-au T",
    "tfn",
    "national-id-nz T",
    "irdnumber",
    "national-id-se T",
    "samordningsnummer",
    "national-id T",
    "personnummer personnr",
    "national-id-no T",
    "fødselsnummer fodselsnummer fnr fodselsnr",
    "national-id-dk T",
    "cpr cprnummer cprnr",
    "national-id-fi T",
    "hetu henkilötunnus henkilotunnus",
    "national-id-is T",
    "kennitala",
    "national-id-ee T",
    "isikukood",
    "national-id-lv T",
    "personaskods personaskoda",
    "national-id-lt T",
    "asmenskodas",
    "national-id-cz T",
    "rodnécislo rodnecislo rodnéčíslo",
    "national-id-sk T",
    "rodnecisloosoby",
    "national-id-hu T",
    "tajszám tajszam taj adóazonosító adoazonosito",
    "national-id-ro T",
    "cnp codnumericpersonal",
    "national-id-bg T",
    "egn",
    "national-id-hr T",
    "oib",
    "national-id-si T",
    "emšo emso",
    "national-id-rs T",
    "jmbg",
    "national-id-gr T",
    "amka afm",
    "national-id-tr T",
    "tckn tckimlik tckimlikno kimlikno",
    "national-id-ie T",
    "pps ppsn ppsnumber ppsno",
    "national-id-mx T",
    "curp rfc",
    "national-id-ar T",
    "cuil cuit",
    "national-id-cl T",
    "rut rutcliente",
    "national-id-za T",
    "rsaid saidnumber",
    "national-id-cn T",
    "shenfenzheng sfz",
    "national-id-jp T",
    "mynumber",
    "national-id-kr T",
    "rrnkr residentregistrationnumber",
    "national-id-sg T",
    "nric nricnumber nricno",
    "national-id-hk T",
    "hkid",
    "national-id-my T",
    "mykad nricmy",
    "national-id-th T",
    "thaiid",
    "national-id-il T",
    "teudatzehut",
  };

  private NationalWords() {}
}
