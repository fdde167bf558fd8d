# Inläsning som granskning
act-review-missing = Granskningen finns inte. Den kan höra till en annan kommun.
act-review-closed = Granskningen är redan avslutad. Ingenting ändrades. Läs in filen igen om du vill ändra något.
act-review-proposal-missing = Förslaget finns inte längre: dokumentet eller uppgifterna har ändrats sedan sidan visades. Ingenting ändrades. Se på förslagen som de är nu.
act-lineage-not-decided = Det finns inget avgörande att ångra: det har ångrats redan, eller så har uppgifterna ändrats. Ingenting ändrades.
act-review-undecided = { $count ->
    [one] Ett förslag är inte avgjort
   *[other] { $count } förslag är inte avgjorda
 }. Godta eller avvisa, och avsluta sedan. Ingenting ändrades.

web-review-title = Inläsning
web-review-lead = Lägg in ett dokument. Det läses, jämförs med det som gäller och visas som förslag bredvid sina rader. Ingenting lagras förrän du avslutar granskningen.
web-review-upload = Läs in ett dokument
web-review-link = Läs in ett dokument
web-review-file = Dokumentet
web-review-file-hint = Text, Markdown, PDF, DOCX eller HTML, högst 100 MB. Ett dokument i taget.
web-review-read = Läs och jämför
web-review-list = Granskningar
web-review-list-note = Den senaste först. En öppen granskning kan du fortsätta när du vill.
web-review-none = Inget är inläst här än.
web-review-none-how = Välj en fil ovanför. Granskningen hamnar i den här listan.
web-review-column-document = Dokument
web-review-column-file = Fil
web-review-column-who = Vem och när
web-review-column-state = Läge
web-review-who-when = { $who }, { $day }
web-review-state-open = öppen
web-review-state-finished = avslutad: version { $version }, { $accepted } godtagna, { $rejected } avvisade
web-review-state-discarded = kastad, ingenting lagrades
web-review-no-file = Ingen fil valdes. Välj ett dokument och försök igen.
web-review-not-read = Dokumentet gick inte att läsa in
web-review-whole-file = Filen kom inte fram hel. Ingenting sparades. Försök igen.

web-review-kind = Granskning { $number }
web-review-heading-open = { $count ->
    [one] Ett förslag är kvar att avgöra
   *[other] { $words } förslag är kvar att avgöra
 }
web-review-heading-decided = Allt är avgjort
web-review-heading-same = Inget nytt att avgöra
web-review-heading-finished = Granskningen är avslutad
web-review-heading-discarded = Granskningen är kastad
web-review-compared-new = Dokumentet är nytt: { $file } har inget att jämföras med.
web-review-compared = { $file } jämförd med version { $version }, som gäller nu.
web-review-tally = { $same ->
    [0] {""}
    [one] En uppgift är lika.
   *[other] { $same_many } uppgifter är lika.
 } { $accepted ->
    [0] {""}
    [one] Ett förslag är godtaget.
   *[other] { $accepted_many } förslag är godtagna.
 } { $rejected ->
    [0] {""}
    [one] Ett är avvisat.
   *[other] { $rejected_many } är avvisade.
 } { $before ->
    [0] {""}
    [one] Ett avvisades förut och frågas inte.
   *[other] { $before_many } avvisades förut och frågas inte.
 } { $known ->
    [0] {""}
    [one] En uppgift står redan i ett annat dokument.
   *[other] { $known_many } uppgifter står redan i andra dokument.
 }
web-review-unread = { $count ->
    [one] En rad i dokumentet förstods inte.
   *[other] { $count } rader i dokumentet förstods inte.
 } De följer med, men föreslår ingenting.
web-review-same-bytes = Samma fil är redan lagrad som version { $version }.
web-review-moved = Dokumentet har fått en nyare version sedan granskningen började. Förslagen nedan är jämförda med version { $version }. Se igenom dem och avsluta sedan.
web-review-finished-says = Version { $version } gäller. { $accepted ->
    [one] Ett förslag godtogs
   *[other] { $accepted } förslag godtogs
 }, { $rejected ->
    [0] inget avvisades
    [one] ett avvisades
   *[other] { $rejected } avvisades
 }.
web-review-discarded-says = Ingenting lagrades. Det som gällde förut gäller.
web-review-to-document = Till dokumentet
web-review-to-list = Till alla granskningar
web-review-stop = Det gick inte
web-review-sections = Avsnitt med förslag
web-review-gone = Står inte längre i dokumentet
web-review-gone-note = Fanns i version { $version }. Godtar du gäller uppgiften inte längre. Raderna är ur den versionen.
web-review-no-section = Utan rubrik
web-review-section-left = { $open } av { $many } kvar
web-review-section-done = { $all ->
    [one] avgjort
   *[other] alla { $many } avgjorda
 }
web-review-contradicted = Motsagt
web-review-contradicted-note = Det som dokumentet självt eller ett annat dokument säger emot, högst 20 här. De står också i sina avsnitt.
web-review-index = Avsnitt
web-review-index-note = Avsnitt med fler än { $most } förslag, och de som inte får plats här, har en egen sida. Godta och Avvisa gäller alltid hela avsnittet.
web-review-index-part = Avsnitt
web-review-index-proposals = Förslag
web-review-index-left = Kvar
web-review-accept-rest = Godta resten
web-review-reject-rest = Avvisa resten
web-review-count-new = { $count ->
    [one] 1 ny
   *[other] { $many } nya
 }
web-review-count-different = { $count ->
    [one] 1 ändrad
   *[other] { $many } ändrade
 }
web-review-count-contradicted = { $count ->
    [one] 1 motsagd
   *[other] { $many } motsagda
 }
web-review-count-gone = { $many } borta
web-review-count-names = { $count ->
    [one] 1 namn
   *[other] { $many } namn
 }
web-review-count-before = { $count ->
    [one] 1 avvisat förut
   *[other] { $many } avvisade förut
 }
web-review-shown-all = { $many } förslag
web-review-shown = Förslag { $from }–{ $to } av { $all }.
web-review-shown-lines = Rad { $from }–{ $to } av { $all }.
web-review-open-in-part = { $count ->
    [one] Ett är kvar att avgöra.
   *[other] { $many } är kvar att avgöra.
 }
web-review-to-index = Till alla avsnitt
web-review-pages = Fler förslag
web-review-page-of = Sida { $page } av { $pages }
web-review-previous = Föregående sida
web-review-next = Nästa sida
web-review-next-part = Nästa avsnitt: { $section }
web-lineage-title = Släktskap
web-lineage-link = Det som kan fortsätta under ett annat namn
web-lineage-lead = Namn som är nya ett år, bredvid det som de liknar mest av det som är borta.
web-lineage-how = Säger du att det fortsätter följer bedömningar och historia med. Säger du att det är nytt frågas det inte igen. Det som avgörs här kan ångras nedan; det som avgörs i en granskning ångras där, innan den avslutas.
web-lineage-none = Inget är kvar att avgöra.
web-lineage-decided = Avgjort
web-review-lineage = Det som fortsätter
web-review-lineage-note = Namn i dokumentet som registret saknar, bredvid det som de liknar mest. Godtar du följer bedömningar och historia med. Avvisar du är det nytt.
web-review-other = Annat som skiljer
web-review-other-note = Rader som skiljer sig från versionen som gäller utan att säga emot någon uppgift. De följer med när du lagrar.
web-review-other-count = { $count ->
    [one] En rad
   *[other] { $many } rader
 }
web-review-before = Avvisat förut, frågas inte
web-review-before-note = Samma förslag har avvisats i en tidigare inläsning. Det som gällde gäller.
web-review-before-who = Avvisat av { $who } den { $day }
web-review-rows = Förslag i avsnittet { $section }
web-review-column-proposal = Förslag
web-review-column-lines = I dokumentet
web-review-column-decision = Avgörande
web-review-what-new = ny
web-review-what-different = ändrad
web-review-what-contradicted = motsagd
web-review-what-gone = borta
web-review-was-is = { $was } → { $is }
web-review-was = gällde: { $was }
web-review-contradicts = säger emot
web-review-against = Motsägs av
web-review-also = Står också i
web-review-what-known = står redan
web-review-known = Står redan i andra dokument
web-review-known-note = Nämndens andra dokument för året säger detsamma. Det finns inget att avgöra, och uppgifterna lagras när du avslutar.
web-review-known-count = { $count ->
    [one] En uppgift
   *[other] { $many } uppgifter
 }
web-review-elsewhere-same = Där står detsamma.
web-review-elsewhere-amount = Där står { $there }, här { $here }, för samma sak och samma år. Beloppet kan ha ändrats däremellan: avgör vilket som gäller.
web-review-elsewhere-target = Där är målet { $there }, här { $here }. Det kan ha ändrats däremellan: avgör vilket som gäller.
web-review-standing-accepted = godtaget
web-review-standing-rejected = avvisat
web-review-accept = Godta
web-review-reject = Avvisa
web-review-undo = Ångra
web-review-ask = Fråga igen
web-review-accept-it = Godta: { $name }
web-review-accept-section = Godta resten av avsnittet
web-review-reject-section = Avvisa resten av avsnittet
web-review-accept-all = { $count ->
    [one] Godta det som är kvar
   *[other] Godta alla { $many } som är kvar
 }
web-review-alone = Det är svagt: ”Godta alla” lämnar det att avgöra för sig.
web-review-undo-all = Ångra alla avgöranden
web-review-finish = Avsluta och lagra
web-review-discard = Kasta granskningen
web-review-discard-sure = { $count ->
    [0] Inläsningen försvinner och ingenting lagras. Det går inte att ångra.
    [one] Inläsningen försvinner med det avgörande som är gjort, och ingenting lagras. Det går inte att ångra.
   *[other] Inläsningen försvinner med de { $count } avgöranden som är gjorda, och ingenting lagras. Det går inte att ångra.
 }
web-review-discard-do = Ja, kasta granskningen
web-review-compared-anew = Inget är lagrat än. Medan du granskade fick dokumentet en nyare version. Förslagen är nu jämförda med den och dina avgöranden är kvar. Se igenom dem och välj Avsluta och lagra en gång till.
web-review-loses = { $gone } av { $held } uppgifter som gäller finns inte i { $file }. Kontrollera att det är rätt fil, att den är hel och att den är kommunens egen. Avgör avsnitt för avsnitt.
web-review-finish-when = Du kan avsluta när allt är avgjort. Det som avvisas står kvar som det var och frågas inte nästa gång.
web-review-end = Avsluta
web-review-baseline = utgångsläge { $value }
web-review-target = målvärde { $value }
web-review-due = dag: { $day }
web-review-subject-goal_area = målområde
web-review-subject-goal = mål
web-review-subject-agenda_link = koppling till Agenda 2030
web-review-subject-directed_to = vilka ett mål riktas till
web-review-subject-initiative = insats
web-review-subject-priority = prioritering
web-review-subject-assignment = uppdrag
web-review-subject-indicator = indikator
web-review-subject-assessment_period = bedömning för perioden
web-review-subject-assessment_term = bedömning för mandatperioden
web-review-subject-statement = resultaträkning
web-review-subject-split = fördelning
web-review-subject-budget_area = budgetområde
web-review-subject-investment = investering
web-review-subject-ledger = beslut om ramen
web-review-subject-net_cost = nettokostnad
web-review-subject-table = uppgift i tabell
web-review-subject-figure = uppgift i text
web-review-subject-report_back = återrapportering
web-review-subject-reference = plan eller program
web-review-subject-text = text
web-review-subject-proposed_decision = förslag till beslut
web-review-subject-reply_by = sista svarsdag
web-review-subject-consultee = remissinstans
web-review-subject-question = remissfråga
web-review-subject-recipient = mottagare av beslutet
web-review-subject-related_case = annat ärende
web-review-case = Ärendet
web-review-case-note = Det som ärendet föreslår och frågar, vem som ska svara och när.
web-review-lineage-body = nämnd
web-review-relation-continues = fortsätter som
web-review-relation-split = delas och blir
web-review-relation-merged = slås samman till
web-review-relation-new = är något annat än
web-review-likeness = { $percent } procent lika ord
web-review-same-amount = samma belopp för { $year }
web-review-adds-up = beloppen för { $year } blir tillsammans detsamma
web-review-near-amount = nästan samma belopp
web-review-same-area = samma målområde
web-review-same-below = { $count ->
    [one] en text eller insats därunder är densamma
   *[other] { $count } texter och insatser därunder är desamma
 }
web-review-same-place = samma plats i dokumentet
web-review-same-goals = { $count ->
    [one] ett gemensamt mål
   *[other] { $count } gemensamma mål
 }
web-review-same-links = { $count ->
    [one] en gemensam koppling till Agenda 2030
   *[other] { $count } gemensamma kopplingar till Agenda 2030
 }
web-review-is-new = Nej, det är nytt
web-review-continues = Ja, det fortsätter
web-review-standing-new = nytt
web-review-standing-continues = fortsätter

web-stop-not-editing-title = Inläsning är inte påslagen
web-stop-not-editing-says = Här går det bara att läsa. Den som kör programmet slår på inläsning genom att starta det med namnet på den som granskar: uppsikt serve --editor NAMN.
web-review-kind-ask = Säg vilket slag dokument med den titeln är, så känns de igen från nästa läsning. Lägg sedan in filen igen.
web-review-kind-title = Titeln
web-review-kind-hint = { "{" }year{ "}" } är vilket år som helst, { "{" }body{ "}" } nämndens namn.
web-review-kind-is = Det är
web-review-kind-say = Lägg till i husstilen
