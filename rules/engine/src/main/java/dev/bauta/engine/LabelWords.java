package dev.bauta.engine;

/**
 * Words of names that say nothing of a type, and the names of credentials. Lower case, one space.
 */
final class LabelWords {

  /** Names of credentials. */
  static final String SECRET =
      "password passwd passphrase passcode pwd secret token apikey authorization accesskey"
          + " accesskeyid secretkey privatekey signingkey encryptionkey authkey accountkey sharedkey"
          + " masterkey credential credentials dbpass userpass mypass smtppass mailpass mysqlpass"
          + " rootpass passwort kennwort motdepasse mdp contraseña claveacceso senha wachtwoord"
          + " hasło parola palavrapasse pincode pinnumber otp onetimepassword securityanswer";

  /** These may be glued to what goes before: no other word ends like them. */
  static final String GLUED = "password passwd passphrase apikey secretkey accesskey passwort";

  /** What may follow a credential's name and changes nothing: password_hash. */
  static final String TAILS =
      "hash hashed value text plain plaintext raw string str confirm confirmation enc encrypted new"
          + " old repeat again";

  /** What may follow any other name as well: phone_no, passport_nr. */
  static final String NUMBER_TAILS =
      "number no nr num numb nbr nummer numero número numer field input param col column attr orig"
          + " original";

  /** Before a name, these make a question or a setting of it: isMobile, has_email. */
  static final String QUESTIONS =
      "is has can should allow allows enable enabled disable show hide send verify require requires"
          + " required need needs use uses with without count max min valid validate check skip ignore"
          + " was did do not";

  /** Those whose names and addresses are personal; singular and plural. */
  static final String PERSONS =
      "customer customers cust custs user users usr person persons people employee employees emp"
          + " emps patient patients contact contacts member members client clients student students"
          + " pupil teacher subscriber subscribers applicant applicants candidate candidates guest"
          + " guests passenger passengers beneficiary beneficiaries staff crew nurse buyer seller"
          + " debtor payer payee recipient recipients sender consignee cardholder accountholder holder"
          + " insured policyholder spouse partner guardian kin borrower donor "
          + " individual individuals citizen resident voter physician practitioner signatory"
          + " kunde kunden kundin mitarbeiter mitarbeiterin benutzer nutzer patienten patientin"
          + " mitglied mitglieder ansprechpartner empfänger empfaenger absender inhaber kontoinhaber"
          + " versicherter versicherte schüler student studenten bewerber personen halter mieter"
          + " personne personnes utilisateur utilisateurs salarié salariés employé employés abonné"
          + " titulaire destinataire expéditeur adhérent élève étudiant bénéficiaire"
          + " cliente clientes usuario usuarios persona personas empleado empleados paciente pacientes"
          + " contacto contactos titular alumno destinatario remitente beneficiario"
          + " pessoa pessoas usuário usuários utilizador funcionário funcionários funcionario"
          + " funcionarios aluno contato remetente beneficiário"
          + " clienti utente utenti persone dipendente dipendenti paziente pazienti intestatario"
          + " mittente contatto klant klanten gebruiker gebruikers persoon personen medewerker"
          + " medewerkers werknemer ontvanger afzender leerling lid leden"
          + " klient klienci uzytkownik użytkownik użytkownicy osoba osoby pracownik pracownicy"
          + " pacjent pacjenci odbiorca nadawca uczeń posiadacz";

  /** Behind one of those, in a table's name, these leave it a table of persons. */
  static final String TABLES =
      "profile profiles detail details data info infos information master record records base account"
          + " accounts table tbl list old archive history backup view v entity dto row rows t stamm"
          + " daten stammdaten import export";

  /** Before a word for an address or a telephone, these change nothing. */
  static final String NEUTRAL =
      "billing bill shipping ship delivery home house work private personal business office postal"
          + " mailing mail residential residence permanent current old new primary secondary main"
          + " alternate alternative alt emergency my your his her own legal registered visiting"
          + " invoice invoicing correspondence birth maiden street the rechnungs rechnung liefer"
          + " lieferung privat geschäft dienst wohn post haupt livraison facturation domicile postale"
          + " personnelle professionnelle envio envío facturación facturacion fiscal entrega cobrança"
          + " cobranca residencial comercial casa trabajo trabalho consegna fatturazione residenza"
          + " domicilio ufficio aflever factuur thuis werk privé korespondencyjny zamieszkania dostawy"
          + " domowy służbowy addr address adr adresse adres";

  private LabelWords() {}
}
