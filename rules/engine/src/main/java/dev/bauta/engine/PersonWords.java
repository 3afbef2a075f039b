package dev.bauta.engine;

/**
 * Names that say something of a person: who he is, where he lives, when he was born. Pairs of a
 * meaning (see {@link Dictionary}) and words, in lower case and without signs between their parts;
 * a row a language, in the order English, German, French, Spanish, Portuguese, Italian, Dutch,
 * Polish.
 */
final class PersonWords {

  static final String[] ROWS = {
    "name T",
    "firstname fname givenname givennames forename forenames middlename middleinitial mname lastname"
        + " lname surname surnames familyname fullname maidenname birthname nameatbirth preferredname"
        + " legalname displayfullname nickname personname contactname contactperson holdername"
        + " cardholder cardholdername nameoncard accountholder accountholdername accountname"
        + " beneficiaryname patientname customername employeename membername clientname studentname"
        + " passengername guestname recipientname sendername fathername mothername mothersmaidenname"
        + " mothermaidenname spousename nextofkin emergencycontact emergencycontactname",
    "name T",
    "vorname vornamen nachname nachnamen familienname zuname rufname geburtsname mädchenname"
        + " maedchenname vollername vollständigername ansprechpartner kontoinhaber karteninhaber"
        + " kundenname mitarbeitername patientenname empfängername empfaengername inhabername"
        + " zweitername",
    "name T",
    "prénom prénoms nomdefamille nomfamille nomusage nomdusage nomnaissance nomdenaissance"
        + " nomjeunefille nomdejeunefille nomcomplet nomprénom nométprenom nomclient nompatient"
        + " nomdupatient nomduclient deuxièmeprénom titulaire titulairecompte titulairecarte surnom"
        + " patronyme",
    "name T",
    "nombrepila nombredepila primernombre segundonombre apellido apellidos primerapellido"
        + " segundoapellido apellidopaterno apellidomaterno nombrecompleto nombreyapellidos"
        + " nombreapellidos nombrecliente nombrepaciente nombreusuario nombretitular apodo"
        + " nombresyapellidos",
    "name T",
    "primeironome segundonome nomepróprio sobrenome apelido últimonome nomecompleto nomesocial"
        + " nomecliente nomepaciente nomemãe nomedamãe nomepai nomedopai nometitular nomedotitular",
    "name T",
    "primonome secondonome cognome cognomi nomecognome nomeecognome nomeproprio cognomenome"
        + " nominativo intestatario cognomenubile soprannome nomepaziente nomecompletocliente",
    "name T",
    "voornaam voornamen achternaam tussenvoegsel familienaam roepnaam meisjesnaam geboortenaam"
        + " volledigenaam klantnaam patiëntnaam tenaamstelling rekeninghouder kaarthouder bijnaam"
        + " voorletters",
    "name T",
    "imię imiona drugieimię nazwisko nazwiska nazwiskopanieńskie nazwiskorodowe imięinazwisko"
        + " imięnazwisko imienazwisko imieinazwisko pełneimię nazwiskoimię imieojca imięojca"
        + " imiematki imięmatki",
    "name O", // of what? see Labels
    "name names nom noms nombre nombres nome nomi naam namen",
    "username T",
    "username usernames userlogin loginname loginid logonname screenname accountusername"
        + " benutzername benutzerkennung anmeldename nutzername nomutilisateur nomdutilisateur"
        + " nombredeusuario nomeusuario nomedeusuário nomedeutilizador nomeutente gebruikersnaam"
        + " inlognaam nazwaużytkownika samaccountname userprincipalname useralias",
    "username C",
    "login logon identifiant usuario utente gebruiker",
    "address T",
    "streetaddress homeaddress postaladdress mailingaddress billingaddress shippingaddress"
        + " deliveryaddress residentialaddress residenceaddress permanentaddress currentaddress"
        + " addressline addrline fulladdress streetname streetnumber streetno street"
        + " housenumber houseno homeaddr zipcode postcode postalcode postcodezip zippostal"
        + " zippostalcode pobox placeofbirth birthplace cityofbirth customeraddress useraddress"
        + " patientaddress employeeaddress",
    "address T",
    "strasse straße strase strassenname straßenname strassennr straßennr strassehausnr hausnummer"
        + " hausnr postleitzahl plz postanschrift anschrift wohnanschrift wohnadresse privatadresse"
        + " wohnort adresszeile rechnungsadresse rechnungsanschrift lieferadresse lieferanschrift"
        + " postfach geburtsort adresszusatz heimatadresse meldeadresse",
    "address T",
    "adressepostale adressedomicile adressepersonnelle codepostal cpville numérorue numrue nomrue"
        + " rue voie lieudenaissance lieunaissance villedenaissance complémentadresse adresselivraison"
        + " adressefacturation adressedelivraison adressedefacturation ligneadresse",
    "address T",
    "calle callenúmero callenum domicilio direcciónpostal direcciónenvío direcciónfacturación"
        + " direccióndomicilio códigopostal codpostal lugardenacimiento lugarnacimiento numeroportal"
        + " colonia",
    "address T",
    "logradouro rua endereçoresidencial endereçocompleto enderecocobranca endereçoentrega"
        + " códigopostal cep bairro morada localdenascimento naturalidade númerocasa",
    "address T",
    "indirizzo indirizzoresidenza indirizzospedizione indirizzofatturazione"
        + " numerocivico residenza domicilio luogodinascita luogonascita comunedinascita"
        + " comunenascita comuneresidenza",
    "address T",
    "straat straatnaam huisnummer huisnr huisnummertoevoeging postadres woonadres woonplaats"
        + " bezoekadres factuuradres afleveradres bezorgadres geboorteplaats",
    "address T",
    "ulica ulicanumer nrdomu numerdomu nrmieszkania numermieszkania kodpocztowy"
        + " adreszamieszkania adreszameldowania adreskorespondencyjny adresdostawy miejsceurodzenia"
        + " miejscezamieszkania",
    "address PT",
    "address addresses addr adresse anschrift adres dirección endereço adresszeile",
    "address P",
    "zip zipplus cp postal cap via civico",
    "address O",
    "city town locality village suburb district county ort stadt ville commune ciudad localidad"
        + " municipio población cidade município città citta comune località stad gemeente plaats"
        + " miasto miejscowość region province provincia",
    "date-of-birth T",
    "dateofbirth dob birthdate birthday birthdt bdate bday birthyear yearofbirth borndate bornon"
        + " dayofbirth birthmonth",
    "date-of-birth T",
    "geburtsdatum geburtstag gebdatum gebdat geburtsjahr gebtag geborenam",
    "date-of-birth T",
    "datenaissance datedenaissance datenaiss datnaiss dtenaissance néle anniversaire",
    "date-of-birth T",
    "fechanacimiento fechadenacimiento fecnacimiento fecnac fechanac fnacimiento cumpleaños",
    "date-of-birth T",
    "datanascimento datadenascimento dtnascimento dtnasc datanasc nascimento aniversário",
    "date-of-birth T",
    "datanascita datadinascita dtnascita datanasc natoil compleanno",
    "date-of-birth T",
    "geboortedatum geboortedag gebdatum geborenop geboortejaar",
    "date-of-birth T",
    "dataurodzenia dataur rokurodzenia dzieńurodzenia",
    "pii C",
    "gender sex geschlecht sexe sexo genero género sesso geslacht płeć maritalstatus familienstand"
        + " situationfamiliale estadocivil statocivile burgerlijkestaat stancywilny nationality"
        + " staatsangehörigkeit staatsangehoerigkeit nationalité nacionalidad nacionalidade"
        + " cittadinanza nazionalità nationaliteit narodowość obywatelstwo religion konfession"
        + " religión religião religione wyznanie ethnicity ethnie etnia etnicità etniciteit"
        + " sexualorientation politicalopinion salary gehalt salaire salario salário stipendio salaris"
        + " wynagrodzenie signature unterschrift biometric fingerprintimage",
    "none N", // what the words above would take, and is no person's
    "ipaddress ipaddr hostaddress hostaddr memoryaddress memaddress baseaddress bindaddress"
        + " listenaddress serveraddress localaddress remoteaddress socketaddress networkaddress"
        + " broadcastaddress busaddress contractaddress",
  };

  private PersonWords() {}
}
