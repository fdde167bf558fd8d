# Det som görs, och varför något inte gick
act-not-allowed = { $who } får inte göra detta. Ingenting ändrades.
act-municipality-exists = Det finns redan en kommun med adressordet { $slug }. Ingenting ändrades.
act-municipality-nameless = Kommunens namn saknas eller är längre än 100 tecken. Exempel: Ekeby kommun.
act-municipality-begun = Det finns redan en kommun här. Ingenting ändrades. En till läggs upp med uppsikt import och en fil kommun.toml.
act-municipality-missing = Kommunen finns inte i databasen. Lägg upp den först, med en fil kommun.toml eller med sitt namn.
act-import-unknown-kind = { $file }: det går inte att se vilket slags dokument det är, så det lagrades inte. Kontrollera att rubrikerna finns i kommunens husstil.
act-import-no-year = { $file }: dokumentet säger inte vilket år det gäller, så det lagrades inte. Året brukar stå i titeln eller i sidhuvudet.
act-import-no-body = { $file }: dokumentet säger inte vilken nämnd det hör till, så det lagrades inte. Namnet brukar stå på första sidan eller i sidhuvudet.
act-import-no-number = { $file }: ärendet saknar diarienummer, så det lagrades inte. Ett diarienummer ser ut som STK-2023-137.

# kommun.toml
municipality-file-unreadable = rad { $line }: filen går inte att läsa. { $why }
municipality-file-nameless = Kommunen saknar namn. Skriv till exempel name = "Almköpings kommun".
municipality-file-slug = ”{ $slug }” duger inte som adressord ({ $of }). Använd a–z, siffror och bindestreck, till exempel socialnamnden.
municipality-file-twice = Adressordet { $slug } står två gånger bland { $of }. Varje adressord får stå en gång.
municipality-file-no-version = { $of } { $slug } saknar versioner. Minst en version med namn och år behövs.
municipality-file-years-reversed = { $of } { $slug }: en version slutar före det år då den börjar.
municipality-file-years-overlap = { $of } { $slug }: två versioner gäller samma år.
municipality-file-unknown = { $of } { $slug } pekar på { $missing }, som inte finns bland { $what }.
municipality-file-agenda = goal { $goal }: { $number } är inget av de 17 globala målen.
municipality-file-no-report = goal_status { $goal } { $year }: bedömningen ska höra till en rapport, till exempel interim_report.
municipality-file-status-twice = goal_status { $goal } { $year }: samma rapport bedömer målet två gånger.
municipality-file-lineage-kind = lineage från { $from }: bara goal och goal_area går att knyta ihop över åren här.
municipality-file-lineage-end = lineage från { $from }: det som lades ner (dropped) har inget to, allt annat har ett.

# Utskrift
app-stage-as-read = Som den lästes in, version { $version }
app-unknown-found = Det går inte att se vilket slags dokument det är, så det lagrades inte. I det känns igen { $goals } mål, { $assignments } uppdrag och { $tables ->
    [one] en tabell
   *[other] { $tables } tabeller
}.
app-municipality-unnamed = Kommunen

# Det som sägs om anmärkningar
act-finding-missing = Anmärkningen finns inte längre här: texten eller reglerna har ändrats. Ladda om sidan och se efter.
act-finding-moved = Dokumentet har fått en nyare version sedan sidan visades. Ladda om sidan och se efter om anmärkningen är kvar.
act-finding-no-reason = Skriv varför anmärkningen får stå. Den som kommer efter behöver veta det.
act-finding-long-reason = Skälet är längre än 1 000 tecken. Skriv det viktigaste.
act-finding-in-text = Anmärkningen är redan godtagen i dokumentet, i en kommentar före texten.
act-finding-not-accepted = Anmärkningen är inte godtagen. Kanske har någon redan ångrat det.
act-finding-long-name = Skriv ett namn, högst 100 tecken.
