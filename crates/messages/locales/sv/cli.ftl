# Kommandoraden
cli-about = Uppsikt läser, granskar, lagrar, visar och skriver ut kommuners styrdokument.
cli-heading-usage = Användning
cli-heading-commands = Kommandon
cli-heading-arguments = Argument
cli-heading-options = Flaggor
cli-value-command = KOMMANDO
cli-value-options = FLAGGOR
cli-value-file = FIL
cli-value-path = SÖKVÄG
cli-value-folder = MAPP
cli-value-rule = REGEL
cli-value-rules = REGLER
cli-value-name = NAMN
cli-value-year = ÅR
cli-value-style = FIL.toml
cli-demo-about = Startar exempelkommunen Almköping i en webbläsare nära dig
cli-serve-about = Startar webbplatsen på en databas
cli-migrate-about = Lägger upp eller uppdaterar databasen
cli-read-about = Läser ett dokument och visar vad som förstods
cli-check-about = Granskar dokument, vart och ett för sig och alla tillsammans
cli-explain-about = Visar en regels sida; utan namn listas alla regler
cli-import-about = Läser och lagrar dokument; två gånger ändrar ingenting
cli-publish-about = Skriver ut ett lagrat dokument som PDF eller HTML
cli-arg-help = Visa hjälp
cli-arg-version = Visa version
cli-arg-lang = Språk för meddelanden och hjälp (svenska om inget sägs)
cli-arg-file = Dokumentet: text, Markdown, PDF, Word eller HTML
cli-arg-files = Dokumenten: text, Markdown, PDF, Word eller HTML
cli-arg-json = Svara med JSON
cli-arg-explain = Visa vilket mönster som tog varje rad och vilka rader som ingen tog
cli-arg-style = Kommunens husstil: rubriker, synonymer, skala och resultaträkningens rader
cli-arg-against = En äldre version: visa vad som är nytt, borta och som förut. Slutar med 1 bara för nya fel
cli-arg-accepted = Visa också det som är godtaget
cli-check-both = Ange filer eller en databas, inte båda. Utan filer granskas allt som är lagrat.
cli-check-files-only = --against och --style gäller filer. Ange filerna, eller ta bort flaggan för att granska det lagrade.
cli-check-nothing = Säg vad som ska granskas: en eller flera filer, eller det lagrade med --data MAPP eller DATABASE_URL.
cli-arg-format = Svarets form: text, json, sarif eller html (text om inget sägs)
cli-arg-only = Bara de här reglerna: namn, kod eller familj (aritmetik, ARI), med komma emellan
cli-arg-skip = Alla utom de här reglerna: namn, kod eller familj (aritmetik, ARI), med komma emellan
cli-arg-rule = Regelns namn eller kod, till exempel change-column-off eller ARI-003, eller en familj, till exempel aritmetik
cli-arg-paths = Filer och mappar; i en mapp läses alla dokument och filen kommun.toml
cli-arg-municipality = Kommunens namn, när databasen är tom och mappen saknar kommun.toml
cli-arg-which-municipality = Vilken kommun, när databasen har flera
cli-arg-committee = Nämndens namn eller förkortning
cli-arg-year = Året som dokumentet gäller
cli-arg-document = Vilket slags dokument
cli-arg-output = Filen som ska skrivas; ändelsen .pdf eller .html bestämmer formen
cli-arg-editor = Den som granskar inläsningar och godtar anmärkningar på webben; namnet står i händelserna. Utan det går sidorna bara att läsa
cli-arg-port = Port på den egna datorn (8080 om inget sägs)
cli-arg-data = Mapp för den inbyggda databasen
cli-arg-database = PostgreSQL i stället, som DATABASE_URL
cli-refused-command = Kommandot { $what } finns inte.
cli-refused-unknown = Flaggan eller argumentet { $what } finns inte här.
cli-refused-missing = Det här saknas: { $what }.
cli-refused-value = ”{ $found }” duger inte för { $what }.
cli-refused-value-possible = ”{ $found }” duger inte för { $what }. Möjliga: { $expected }.
cli-refused-other = Raden går inte att förstå. { $what }
cli-refused-help = Skriv uppsikt --help, eller uppsikt KOMMANDO --help, för att se vad som går.
cli-not-found = { $path }: filen finns inte. Kontrollera namnet och mappen.
cli-is-folder = { $path }: det är en mapp, inte en fil. Ange filerna i den, eller läs in hela mappen med uppsikt import.
cli-not-readable = { $path }: filen går inte att läsa ({ $why }). Kontrollera rättigheterna.
cli-style-bad = { $path }: husstilen går inte att läsa. { $why }
cli-read-summary = { $file }: { $kind }, { $body }, { $year }
cli-read-guessed = Slag eller år är en gissning: ingen titel säger det. Stämmer det inte, skriv titeln överst eller lägg till den i husstilen (docs/husstil.md).
cli-read-counts = { $areas } målområden, { $goals } mål, { $links } länkar till Agenda 2030, { $assignments } uppdrag, { $assessments } bedömningar, { $priorities } prioriteringar, { $tables } tabeller med { $cells } celler, { $figures } belopp i texten, { $unread } olästa rader
cli-read-line = { $mark } { $words } ({ $at })
cli-read-at-line = rad { $line }
cli-read-page-line = sida { $page }, rad { $line }
cli-read-none = saknas
cli-import-no-place = Säg var det ska lagras: --data MAPP eller DATABASE_URL.
cli-import-new = { $file }: ny, { $facts } uppgifter
cli-import-understood = {" "}({ $kind }; { $errors } fel, { $warnings } { $warnings ->
    [one] varning
   *[other] varningar
}, { $notes } { $notes ->
    [one] notering
   *[other] noteringar
}{ $unread ->
    [0] {""}
    [one] ; en rad förstods inte
   *[other] ; { $unread } rader förstods inte
})
cli-import-unchanged = { $file }: oförändrad
cli-import-version = { $file }: version { $version }; { $new } nya uppgifter, { $same } lika, { $different } ändrade, { $gone } borta
cli-import-earlier = { $file }: version { $version }, tidigare än version { $held } som gäller
cli-import-form = { $file }: version { $version }, samma text i annan utgåva; version { $held } gäller
cli-import-by-adopted = den ena är antagen och den andra ett förslag
cli-import-by-revision = utgåva { $later } är senare än { $earlier }
cli-import-by-date = den är daterad { $later }, den andra { $earlier }
cli-import-by-time = gäller: filen är senast ändrad eller kom sist
cli-import-by-form = där förstods { $facts } uppgifter och { $unread } rader inte, i den andra { $other_facts } och { $other_unread }
cli-import-by-form-first = lika mycket förstods, och den lästes först
cli-import-unread = inte förstått, { $page ->
    [0] rad { $line }
   *[other] sida { $page }, rad { $line }
}: { $words }
cli-import-others = { $count ->
    [one] En fil är av annat slag, en länk eller ligger för djupt och lästes inte
   *[other] { $count } filer är av annat slag, länkar eller ligger för djupt och lästes inte
}: { $names }{ $more ->
    [0] {""}
   *[other] {" "}och { $more } till
}. (Det som läses är .txt, .md, .pdf, .docx och .html.)
cli-import-stopped = Stoppad: det som lästes är lagrat, { $left ->
    [one] en fil återstår
   *[other] { $left } filer återstår
}. Kör samma kommando igen så fortsätter det där.
cli-read-scanned = { $count ->
    [one] Sida { $pages } har
   *[other] Sidorna { $pages } har
} ingen läsbar text: inskannad bild, eller tecken utan uppgift om vilka de är. Kör teckenigenkänning (OCR).
cli-read-empty = { $count ->
    [one] Sida { $pages } har ingen text: den är tom, eller så är allt ritat.
   *[other] Sidorna { $pages } har ingen text: de är tomma, eller så är allt ritat.
}
cli-import-say-kind = Säg vad titeln betyder: skriv den under dokumentets slag i en stilfil och läs in med --style (se docs/husstil.md), eller läs in filen på webben, som frågar.
cli-import-refused = { $file }: { $why }
cli-import-lineage = { $count ->
    [one] En sak kan fortsätta under ett annat namn
   *[other] { $count } saker kan fortsätta under andra namn
} och avgörs på sidan Släktskap under Inläsning (uppsikt serve --editor NAMN){ $more ->
    [0] :
   *[other] ; de första av dem:
}
cli-import-lineage-row = { $year }, { $kind }: ”{ $was }” { $how } ”{ $is }” ({ $why })
cli-import-summary = { $read } dokument lästa: { $new } nya, { $versions } nya versioner, { $aside ->
    [0] {""}
    [one] en annan utgåva,{" "}
   *[other] { $aside } andra utgåvor,{" "}
 }{ $unchanged } oförändrade, { $refused } gick inte att använda.
cli-import-no-documents = { $path }: mappen innehåller inga dokument (.txt, .md, .pdf, .docx eller .html).
cli-database-failed = Databasen svarar inte som den ska: { $why }
cli-publish-missing = Det finns inget sådant dokument lagrat: { $document }, { $committee }, { $year }. Lagrade: { $stored }
cli-publish-which = Databasen har flera kommuner: { $municipalities }. Välj med --municipality.
cli-publish-empty = Databasen är tom. Importera först: uppsikt import FIL --data MAPP
cli-publish-ending = { $path }: filen ska sluta på .pdf eller .html.
cli-publish-done = { $path } är skriven.
cli-write-failed = { $path }: filen går inte att skriva ({ $why }).
cli-serve-ready = Uppsikt är i gång på http://127.0.0.1:{ $port } (avsluta med Ctrl+C)
cli-serve-preparing = Läser exempelkommunens { $count } dokument …
cli-serve-port-taken = Port { $port } är upptagen. Välj en annan med --port, till exempel --port 8081.
cli-migrate-done = Databasen är uppdaterad.
cli-role-blank = tom
cli-role-running-head = sidhuvud
cli-role-title = titel
cli-role-contents = innehåll
cli-role-heading = rubrik
cli-role-text = text
cli-role-table = tabell
cli-role-agenda = Agenda 2030
cli-role-markup = märkning
cli-role-unread = oläst
cli-read-taken = Rader per mönster:
cli-read-proposals = Förslag till husstilen, av det som blev över:
cli-read-proposal = ”{ $words }” ({ $at })
