package dev.bauta.engine;

/**
 * Names of what is given a number: telephones, accounts, cards, documents, vehicles, persons of a
 * state. Written as in {@link PersonWords}.
 */
final class NumberWords {

  static final String[] ROWS = {
    "phone T",
    "phone phonenumber phoneno telephone telephonenumber telno telnumber mobilenumber mobileno"
        + " mobilephone mobphone cellphone cellnumber cellno homephone workphone officephone dayphone"
        + " daytimephone eveningphone landline fax faxnumber faxno msisdn whatsapp whatsappnumber"
        + " smsnumber contactnumber callbacknumber phonenum",
    "phone T",
    "telefon telefonnummer telefonnr telnr telefonprivat telefonmobil handy handynummer handynr"
        + " rufnummer mobilnummer mobilfunknummer mobiltelefon festnetz festnetznummer faxnummer"
        + " telefax rückrufnummer",
    "phone T",
    "téléphone numérotéléphone numtéléphone numérodetéléphone numtel telportable téléphonemobile"
        + " téléphoneportable numérotel numéroportable portable télécopie",
    "phone T",
    "teléfono teléfonos numerotelefono númerodeteléfono numteléfono telefonomovil teléfonomóvil movil"
        + " móvil celular numerocelular telf tfno",
    "phone T",
    "telefone númerotelefone númerodetelefone telemóvel telefonecelular telefonefixo telefones",
    "phone T",
    "telefono numerotelefono numeroditelefono cellulare numerocellulare telefonocellulare",
    "phone T",
    "telefoon telefoonnummer telefoonnr telnummer mobielnummer mobieltelefoon gsm gsmnummer mobiel",
    "phone T",
    "telefon numertelefonu nrtelefonu nrtel telkom komórka telefonkomórkowy numerkomórki",
    "phone PT",
    "tel mobile cell mobil",
    "phone X",
    "phones mobiles cells sms hotline phoned texted telefonisch téléphones",
    "call X",
    "call called calling callback contact dial reach anrufen anruf appeler appelez joindre llamar"
        + " llame ligar ligue chiamare chiama bellen bel zadzwoń dzwonić",
    "us-ssn T",
    "ssn ssns ssnno ssnnumber socialsecurity socialsecurityno socialsecuritynumber socsecno socsecnum"
        + " ssnlast",
    "us-ssn X",
    "social",
    "email C",
    "email emails emailaddress emailaddr mailaddress mailaddr emailid eaddress mail emailadresse"
        + " mailadresse adressemail adresseemail adresseélectronique courriel correo correoelectronico"
        + " correoelectrónico direccionemail correio endereçoemail enderecoeletronico posta"
        + " postaelettronica indirizzoemail emailadres mailadres adresemail adresmailowy poczta"
        + " emailprivat contactemail",
    "iban T",
    "iban ibannumber ibanno ibannr ibannummer ibancode kontoiban",
    "payment-card T",
    "cardnumber cardno cardnum creditcard creditcardnumber creditcardno creditcardnum debitcard"
        + " debitcardnumber ccnumber ccnum ccno paymentcard bankcard primaryaccountnumber cardpan"
        + " kreditkarte kreditkartennummer kreditkartennr kartennummer kartennr cartebancaire"
        + " carteblue numérocarte numcarte numérodecarte cartecrédit cartedecrédit tarjeta"
        + " tarjetacredito tarjetadecrédito numerotarjeta numtarjeta númerodetarjeta cartãocredito"
        + " cartãodecrédito numerocartao númerodocartão numérocb cartacredito cartadicredito"
        + " numerocarta numerodicarta creditcardnummer kaartnummer kartakredytowa numerkarty nrkarty",
    "payment-card C",
    "pan",
    "payment-card X",
    "card visa mastercard amex karte carte carta cartão kaart karta",
    "card-security-code T",
    "cvv cvc cvvcode cvccode cvvnumber cardsecuritycode cardverificationvalue"
        + " cardverificationcode securitycode kartenprüfnummer prüfziffer kartenprüfziffer"
        + " cryptogramme codesécurité codedesécurité codigoseguridad códigodeseguridad"
        + " códigodesegurança codigoseguranca codicesicurezza codicedisicurezza beveiligingscode"
        + " kodcvv kodcvc kodbezpieczeństwa",
    "card-expiry T",
    "cardexpiry cardexp cardexpiration cardexpirationdate cardexpirydate expirydate expdate"
        + " ccexpiry ccexp ccexpiration expirationdate expmonth expyear expirymonth expiryyear"
        + " validthru validuntil goodthru kartegültigbis gültigbis gültigkeitsdatum dateexpiration"
        + " datedexpiration fechacaducidad fechadecaducidad fechavencimiento datavalidade"
        + " datadevalidade datascadenza datadiscadenza vervaldatum datawaznosci dataważności",
    "card-expiry X",
    "expiry expires exp expiration caducidad validade scadenza",
    "bic T",
    "bic biccode swift swiftcode swiftbic bicswift bicnummer codebic codeswift códigoswift codigobic"
        + " codicebic codiceswift kodbic kodswift bankidentifiercode",
    "us-bank-routing T",
    "routing routingno routingnumber routingnum routingtransit routingtransitnumber aba abanumber"
        + " abarouting abano rtn abaroutingnumber achrouting",
    "bank-account T",
    "bankaccount bankaccountnumber bankaccountno bankacct accountnumber accountno accountnum"
        + " acctnumber acctno acctnum sortcode banksortcode kontonummer kontonr ktonr bankverbindung"
        + " bankkonto blz bankleitzahl numérocompte numérodecompte numcompte comptebancaire rib"
        + " codebanque codeguichet cuentabancaria númerocuenta numerocuenta númerodecuenta numcuenta"
        + " ccc contabancária contabancaria númeroconta númerodaconta contacorrente nib"
        + " contocorrente numeroconto numerodiconto contobancario rekeningnummer rekeningnr"
        + " bankrekening bankrekeningnummer numerkonta nrkonta numerrachunku nrrachunku"
        + " rachunekbankowy kontobankowe nrb bsb clabe cbu",
    "bank-account X",
    "account acct konto compte cuenta conta conto rekening rachunek",
    "imei T",
    "imei imeis imeino imeinumber imeinummer numéroimei deviceimei imeisv",
    "mac-address T",
    "macaddress macaddr mac hardwareaddress hwaddr ethernetaddress physicaladdress bluetoothaddress"
        + " btaddress wifimac",
    "ipv4 C",
    "ip ipaddress ipaddr ips ipadresse adresseip direccionip endereçoip indirizzoip ipadres adresip"
        + " clientip remoteip userip clientaddress remoteaddr clientaddr sourceip srcip ipv",
    "geo-coordinates T",
    "latitude longitude lat lon lng latlng latlon latlong longlat geolocation geocoordinates"
        + " coordinates gps gpscoordinates gpslocation gpsposition geopoint breitengrad längengrad"
        + " koordinaten coordonnées coordonnéesgps latitud longitud coordenadas coordenadasgps"
        + " latitudine longitudine coordinate coordinategps breedtegraad lengtegraad coördinaten"
        + " szerokośćgeograficzna długośćgeograficzna współrzędne homelocation userlocation",
    "vehicle-id T",
    "vin vinnumber vinno vincode vehicleidentificationnumber vehicleid chassisnumber chassisno"
        + " fahrgestellnummer fahrgestellnr fin fahrzeugidentifikationsnummer fahrzeugidentnr"
        + " numérochassis numérodechassis bastidor númerobastidor númerodebastidor chassi"
        + " numerochassi numerotelaio numeroditelaio telaio chassisnummer numervin nrvin numernadwozia",
    "licence-plate T",
    "licenseplate licenceplate licenseplatenumber licenceplatenumber numberplate platenumber plateno"
        + " vehicleplate vehicleregistration registrationplate carplate vrn kfzkennzeichen"
        + " kfzkz autokennzeichen amtlicheskennzeichen nummernschild plaqueimmatriculation"
        + " plaquedimmatriculation immatriculation numéroimmatriculation matrícula"
        + " matrículavehículo matriculavehiculo placa placavehiculo placaveículo matricula targa"
        + " targaveicolo numerotarga kenteken kentekennummer kentekenplaat numerrejestracyjny"
        + " nrrejestracyjny tablicarejestracyjna",
    "licence-plate X",
    "plate plates kennzeichen plaque",
    "passport T",
    "passport passportnumber passportno passportnum passportid passnumber reisepass reisepassnummer"
        + " reisepassnr passnummer passnr passeport numéropasseport numpasseport"
        + " numérodepasseport pasaporte numpasaporte númeropasaporte númerodepasaporte passaporte"
        + " numpassaporte númeropassaporte númerodopassaporte passaporto numeropassaporto"
        + " numeropassaporte numerodipassaporto paspoort paspoortnummer paspoortnr paszport"
        + " numerpaszportu nrpaszportu seriapaszportu",
    "driving-licence T",
    "driverlicense driverslicense driverlicence driverslicence drivinglicence drivinglicense"
        + " driverlicensenumber driverslicensenumber driverslicenseno drivinglicencenumber"
        + " drivinglicenceno driverlicenseno dlnumber dlno licensenumberdriver drivingpermit"
        + " führerschein fuehrerschein führerscheinnummer fuehrerscheinnummer führerscheinnr"
        + " permisconduire permisdeconduire numéropermis numpermis numérodepermis"
        + " carnetconducir carnetdeconducir permisoconducir permisodeconducir licenciaconducir"
        + " licenciadeconducir cnh cartaconducao cartadecondução carteiramotorista"
        + " carteiradehabilitação patente patenteguida patentediguida numeropatente"
        + " rijbewijs rijbewijsnummer rijbewijsnr prawojazdy numerprawajazdy nrprawajazdy",
    "health T",
    "mrn medicalrecordnumber medicalrecordno medicalrecord patientid patientnumber patientno"
        + " healthid healthcardnumber healthcard healthinsurance healthinsurancenumber"
        + " healthinsuranceno insurancenumber insuranceno insuranceid policynumber medicare"
        + " medicarenumber medicareno medicaid medicaidnumber mbi npi deanumber hicn"
        + " krankenversicherungsnummer krankenversichertennummer krankenkassennummer"
        + " versichertennummer versichertennr versicherungsnummer versicherungsnr kvnr kvnummer"
        + " patientennummer patientennr numéroassuré numassure cartevitale numéropatient"
        + " tarjetasanitaria tarjetasanitariaindividual númerohistoriaclínica historiaclinica"
        + " cartãosus cartaosus númerodeutente numeroutente cartãosaúde tesserasanitaria"
        + " numerotesserasanitaria zorgverzekeringsnummer zorgpasnummer patiëntnummer"
        + " polisnummer numerubezpieczenia numerpacjenta kartapacjenta ehic ehicnumber",
    "health C",
    "diagnosis diagnoses diagnose diagnostic diagnostico diagnóstico diagnosi diagnoza bloodtype"
        + " bloodgroup blutgruppe groupesanguin gruposanguineo tiposanguineo grupposanguigno"
        + " bloedgroep grupakrwi allergies allergien disability behinderung medication medications"
        + " medikamente icdcode icd",
    "session-id T",
    "sessionid sessid jsessionid phpsessid aspsessionid sessiontoken sessionkey sessionticket"
        + " sessioncookie setcookie cookie sid connectsid sitzungsid",
    "session-id C",
    "cookies",
    "jwt C",
    "jwt",
    "crypto-address C",
    "walletaddress btcaddress bitcoinaddress ethaddress ethereumaddress cryptoaddress",
  };

  private NumberWords() {}
}
