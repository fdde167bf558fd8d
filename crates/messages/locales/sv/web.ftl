# web: sidornas ord
## Ramen kring varje sida
web-crumbs = Du är här
web-empty-documents = Inga dokument än
web-empty-documents-how = Här visas kommunens styrdokument så snart någon har läst in dem: uppsikt import MAPP.
web-foot-about = Om sidan
web-foot-accessibility = Tillgänglighetsredogörelse
web-foot-documents = Årets dokument
web-foot-heading = Uppsikt – styrning och uppföljning
web-foot-how-to-read = Så läser du bedömningarna
web-foot-more = Underlag
web-foot-origins = Varje siffra med prickad linje leder till sitt ursprung: raden i det dokument där den står.
web-foot-pdf = Utskrift (PDF)
web-foot-rules = Granskningens regler
web-foot-seen-from = Läget den { $day }.
web-front-begin = Börja med att läsa in ett dokument
web-front-name = Vad heter kommunen?
web-front-name-hint = Namnet står på alla sidor. Nämnder och mål kommer med dokumenten. Exempel: Ekeby kommun.
web-front-begin-do = Fortsätt till inläsningen
web-front-import = Är det många dokument? Då läser uppsikt import MAPP in en hel mapp på en gång, och med en fil kommun.toml i mappen följer nämnder, mål och husstil med.
web-front-none = Här är tomt
web-front-title = Välj kommun
web-kind-annual-analysis = Årsanalys
web-kind-annual-report = Årsredovisning
web-kind-case = Ärende
web-kind-city-interim-report = Kommunens delårsrapport
web-kind-committee-budget = Nämndsbudget
web-kind-council-budget = Kommunfullmäktiges budget
web-kind-interim-report = Delårsrapport
web-kind-unknown = Dokument
web-language-own-name = Svenska
web-languages = Språk
web-month-1 = januari
web-month-2 = februari
web-month-3 = mars
web-month-4 = april
web-month-5 = maj
web-month-6 = juni
web-month-7 = juli
web-month-8 = augusti
web-month-9 = september
web-month-10 = oktober
web-month-11 = november
web-month-12 = december
web-nav = Huvudmeny
web-nav-assignments = Uppdrag
web-nav-committees = Nämnder
web-nav-documents = Dokument
web-nav-economy = Ekonomi
web-nav-findings = Anmärkningar
web-nav-glance = I blick
web-nav-goals = Mål
web-notice-year = För { $asked } finns ingenting här. Sidan visar närmaste år, { $year }.
web-product = Uppsikt
web-skip = Till innehållet
web-status-not-stated = ej bedömt
web-status-off-track = inte på väg
web-status-on-track = på väg
web-status-partly-on-track = delvis på väg
web-to-start = Till startsidan
web-year = År
web-years = Byt år

## Stopp och fel i programmet
web-fault-kind = Fel i programmet
web-fault-number = Uppge { $number } när du hör av dig.
web-fault-says = Inget sparades. Felet är antecknat.
web-fault-title = Något är fel i programmet, inte i dina uppgifter
web-stop-forbidden-says = Begäran kom från en annan webbplats och utfördes inte. Inget sparades. Gå till sidan här och försök igen.
web-stop-forbidden-title = Begäran stoppades
web-stop-kind = Stopp
web-stop-large-says = Det som skickades till { $path } är större än vad sidan tar emot. Inget sparades.
web-stop-large-title = För stort
web-stop-method-says = Adressen { $path } går bara att läsa. Inget sparades.
web-stop-method-title = Det går inte att göra så här
web-stop-missing-says = Adressen { $path } leder ingenstans. Det som fanns här kan ha bytt namn eller finns ett annat år. Börja från startsidan och följ länkarna.
web-stop-missing-title = Sidan finns inte
web-stop-other-says = Adressen { $path } kunde inte besvaras. Kontrollera den och försök igen.
web-stop-other-title = Begäran gick inte att förstå
web-stop-slow-says = Svaret på { $path } tog för lång tid. Inget sparades. Försök igen om en stund.
web-stop-slow-title = Det tog för lång tid


## Nämnder
web-committees-assessments = Bedömning för mandatperioden
web-committees-caption = Nämnderna, tkr
web-committees-committee = Nämnd
web-committees-deviation = Prognos mot ram
web-committees-documents = Dokument
web-committees-frame = Kommunbidrag
web-committees-companies = Bolagen
web-committees-companies-note = Det som kommunen äger. Styrelsen har uppsikt över dem (KL 6:1); deras dokument läses inte in än.
web-committees-head = Nämnderna
web-committees-lead = { $over ->
    [0] Alla { $count } nämnder med prognos väntas hålla sin ram. Tillsammans prognostiserar de { $sum } miljoner mot ramar på { $frames } miljoner.
    [one] 1 av { $count } nämnder väntas gå över sin ram. Tillsammans prognostiserar de { $sum } miljoner mot ramar på { $frames } miljoner.
   *[other] { $over } av { $count } nämnder väntas gå över sin ram. Tillsammans prognostiserar de { $sum } miljoner mot ramar på { $frames } miljoner.
 }
web-committees-lead-frames = Ramarna är tillsammans { $frames } miljoner. Ingen delårsrapport finns än.
web-committees-legend = Bedömningar
web-committees-note = Namnet leder till nämndens plan, pengar, uppdrag och bedömningar.
web-committees-signs = Prognos mot ram: plus är bättre än ramen. Fet avvikelse är över nämndens gräns. Varje belopp leder till sin rad.
web-committees-sum = Summa
web-committees-title = { $count ->
    [one] En nämnd svarar för kommunens verksamhet
   *[other] { $count } nämnder svarar för kommunens verksamhet
 }

## En nämnd
web-committee-area = Målområde
web-committee-area-continues = { $was } heter { $is } från { $year }.
web-committee-area-split = { $was } delades { $year }. En del är { $is }.
web-committee-area-merged = { $was } gick upp i { $is } { $year }.
web-committee-area-moved = { $was } flyttades { $year } och är { $is }.
web-committee-area-replaced = { $is } ersatte { $was } { $year }.
web-committee-area-dropped = { $was } upphörde { $year }.
web-committee-areas = Budgetområden
web-committee-areas-note = Nämndens egna områden.
web-committee-assignment = Uppdrag
web-committee-assignments = Uppdrag
web-committee-assignments-note = Det som fullmäktige, styrelsen eller nämnden har beställt. Namnet leder till raden.
web-committee-back = Återrapporteras
web-committee-back-annual = i årsanalysen
web-committee-back-case = som eget ärende
web-committee-back-interim = i delårsrapporten
web-committee-back-missing = inget sägs
web-committee-bridge = Från ram till prognos
web-committee-bridge-caption = Från ram till prognos: { $decisions ->
    [0] inga ändringar
    [one] ett beslut
   *[other] { $decisions } beslut
 } och { $deviations ->
    [one] en avvikelse
   *[other] { $deviations } avvikelser
 }
web-committee-bridge-note = Hur fullmäktiges beslut blev dagens ram, och varför prognosen blev en annan.
web-committee-bridge-scale = tkr, skalan börjar vid { $from }
web-committee-bridge-sub = Nettokostnad, tkr. Nivåer är streck, förändringar är staplar. Fylld stapel: dyrare. Ofylld: billigare.
web-committee-bridge-table = Visa stegen som tabell
web-committee-bridge-title = Från ursprunglig ram till prognos
web-committee-contributes = { $count ->
    [0] Nämnden bidrar inte till något mål
    [one] Nämnden bidrar till ett mål
   *[other] Nämnden bidrar till { $number } mål
 }
web-committee-documents = Dokument
web-committee-effect = Väntad effekt:
web-committee-explanation = Förklaring { $number }
web-committee-explanations = Förklaringar
web-committee-explanations-note = Avvikelser över nämndens gräns, { $limit } tkr. Siffran är notens.
web-committee-follow-up = Så gick det
web-committee-from = Siffrorna är ur
web-committee-goal = Mål { $number }
web-committee-goals = Nämndens bidrag till målen
web-committee-goals-note = Målets namn leder till alla nämnders bidrag. Insatser, indikatorer och bedömningar leder till sina rader.
web-committee-indicators = Indikatorer
web-committee-initiatives = Insatser
web-committee-investments = Investeringar
web-committee-investments-note = Ramen är bindande som helhet.
web-committee-kind = Nämnd
web-committee-lead = Prognosen är { $deviation } miljoner mot en ram på { $frame } miljoner.
web-committee-lead-because = Mest drar { $row }.
web-committee-lead-because-two = Mest drar { $row } och { $other }.
web-committee-lead-body = Leds av
web-committee-lead-even = Prognosen följer ramen på { $frame } miljoner.
web-committee-lead-net = Prognosen är { $deviation } miljoner mot en budgeterad nettokostnad på { $cost } miljoner.
web-committee-lead-net-even = Prognosen följer den budgeterade nettokostnaden på { $cost } miljoner.
web-committee-lead-net-outcome = Utfallet blev { $deviation } miljoner mot en budgeterad nettokostnad på { $cost } miljoner.
web-committee-lead-net-outcome-even = Utfallet följde den budgeterade nettokostnaden på { $cost } miljoner.
web-committee-lead-nothing = För { $year } finns ingen ekonomi inläst.
web-committee-lead-outcome = Utfallet blev { $deviation } miljoner mot en ram på { $frame } miljoner.
web-committee-lead-outcome-even = Utfallet följde ramen på { $frame } miljoner.
web-committee-lead-plan = Ramen för { $year } är { $frame } miljoner, lika mycket som prognosen för året före.
web-committee-lead-plan-alone = Ramen för { $year } är { $frame } miljoner.
web-committee-lead-plan-budget = Ramen för { $year } är { $frame } miljoner, lika mycket som i budgeten för året före.
web-committee-lead-plan-budget-less = Ramen för { $year } är { $frame } miljoner, { $change } miljoner mindre än i budgeten för året före.
web-committee-lead-plan-budget-more = Ramen för { $year } är { $frame } miljoner, { $change } miljoner mer än i budgeten för året före.
web-committee-lead-plan-less = Ramen för { $year } är { $frame } miljoner, { $change } miljoner mindre än i prognosen för året före.
web-committee-lead-plan-more = Ramen för { $year } är { $frame } miljoner, { $change } miljoner mer än i prognosen för året före.
web-committee-ledger = Kommunbidraget
web-committee-ledger-note = Ramen är bindande. Varje ändring har ett beslut.
web-committee-net-cost = Nettokostnad
web-committee-net-costs = Nettokostnad jämförd
web-committee-net-costs-note = Mot förra året eller delar av året.
web-committee-no-documents = Inga dokument är inlästa för året
web-committee-no-goals = Inget mål är riktat hit
web-committee-note = Not
web-committee-origin = Var i dokumentet det står
web-committee-period = Perioden
web-committee-priorities = Prioriteringar
web-committee-priorities-note = Nämndens egna, med väntad effekt.
web-committee-priority-text = Visa hela prioriteringen
web-committee-see-finding = Se anmärkningen
web-committee-share = Utfallet hittills
web-committee-share-desc = Utfallet hittills är { $actual } tkr, { $percent } procent av prognosen för året.
web-committee-share-follows = Utfallet följer prognosen
web-committee-share-less = Utfallet är lägre än årets gång
web-committee-share-more = Utfallet är högre än årets gång
web-committee-share-months = strecket: { $months } månader av 12
web-committee-share-origin = Var utfallet står
web-committee-share-percent = { $percent } procent
web-committee-share-sub = Nettokostnad hittills av årets prognos, tkr
web-committee-share-title = Utfall som andel av prognos
web-committee-signs = Intäkter plus, kostnader minus.
web-committee-split = Fördelning
web-committee-split-note = Resultaträkningen delad på hur verksamheten betalas.
web-committee-statement = Resultaträkning
web-committee-statement-note = Radens namn leder till raden i dokumentet.
web-committee-statement-signs = Intäkter plus, kostnader minus. Avvikelse: plus är bättre än budget.
web-committee-step = Steg
web-committee-step-budgeted = Budgeterat över- eller underskott
web-committee-step-forecast = Prognos, nettokostnad
web-committee-step-frame = Kommunbidrag nu
web-committee-step-higher = Högre { $line }
web-committee-step-lower = Lägre { $line }
web-committee-step-original = Ursprunglig ram
web-committee-step-outcome = Utfall, nettokostnad
web-committee-step-unexplained = Inte förklarat av besluten
web-committee-strong = Fet avvikelse är över { $limit } tkr.
web-committee-target = (mål { $target })
web-committee-term = Mandatperioden
web-committee-thread = Röda tråden
web-committee-thread-assessment = Bedömning
web-committee-thread-contribution = Nämndens bidrag
web-committee-thread-frame = { $frame } mkr i kommunbidrag
web-committee-thread-goal = Kommunfullmäktigemål
web-committee-thread-goals = { $count ->
    [0] Inget mål riktat hit
    [one] Ett mål riktat hit
   *[other] { $number } mål riktade hit
 }
web-committee-thread-money = Pengar
web-committee-thread-none = finns inte än
web-committee-thread-report = Uppföljning
web-committee-unexplained = Förklaring saknas.
web-committee-whole-annual = Visa hela svaret i årsanalysen
web-committee-whole-interim = Visa hela svaret i delårsrapporten
web-committee-whole-plan = Visa hela planen för målet

## Dokument
web-document-as-read = Dokumentet
web-document-by = { $file }, version { $version }, inläst den { $day }
web-document-contents = Innehåll
web-kept = gäller ur version { $version }, en ändring avvisades
web-document-contents-missing = rubriken finns inte
web-document-contents-note = Dokumentets egen förteckning. Posten leder till avsnittet.
web-document-diagram = Diagram:
web-document-no-findings = inga anmärkningar
web-document-pages = { $count ->
    [one] 1 sida
   *[other] { $count } sidor
 }
web-document-held = Så lyder det som gäller, ur version { $version }. En ändring avvisades när dokumentet lästes in.
web-document-held-otherwise = Senaste versionen säger annat
web-document-rejected = Ändringen ovan avvisades när dokumentet lästes in. Det som gäller står i version { $version }:
web-document-refused = Det som står här avvisades när dokumentet lästes in och gäller inte.
web-document-refused-instead = Avvisat när dokumentet lästes in. I stället gäller, ur version { $version }: { $words }
web-document-read-as = Läst som
web-document-source = Källan rad för rad
web-document-title-page = Titelsida
web-document-to-goal = Målets sida: alla nämnders bidrag
web-document-unheaded = Före första rubriken
web-document-unread = Olästa rader
web-document-unread-count = { $count ->
    [one] 1 oläst rad
   *[other] { $count } olästa rader
 }
web-document-unread-note = Ingen regel tog de här raderna. De står kvar här, så att inget tappas.
web-documents-lead = Varje dokument finns som text, rad för rad med det som lästes ur raden, med anmärkningar bredvid och som utskrift.
web-documents-no-body = Utan känd nämnd
web-documents-title = { $count ->
    [one] Ett dokument är inläst
   *[other] { $number } dokument är inlästa
 }
web-line = rad { $line }
web-page = sida { $page }
web-table = Tabell: { $caption }
web-table-empty = inget anges
web-table-nameless = Tabell
web-table-row = Rad

## Källan
web-source-agenda = Agenda 2030
web-source-blank = tom
web-source-contents = förteckning
web-source-heading = rubrik
web-source-jump = Gå dit
web-source-kind = Källa
web-source-lead = { $count } rader. { $unread ->
    [0] Alla är lästa.
    [one] En är oläst.
   *[other] { $unread } är olästa.
 } Till höger står vad raden lästes som, om den inte är vanlig text.
web-source-marked = Raderna { $from } till { $to } är markerade: där står det som du kom ifrån.
web-source-marked-one = Rad { $line } är markerad: där står det som du kom ifrån.
web-source-markup = märke
web-source-running-head = löphuvud
web-source-table = tabell
web-source-text = text
web-source-title-page = titelsida
web-source-unread = oläst
web-source-unread-lines = Olästa rader:

## Anmärkningar
web-family-accessibility = tillgänglighet
web-family-agenda = Agenda 2030
web-family-arithmetic = siffror som inte går ihop
web-family-assessment = bedömningar
web-family-assignment = uppdrag
web-family-consistency = samstämmighet
web-family-contents = innehållsförteckning
web-family-continuity = mellan år och dokument
web-family-deviation = avvikelser
web-family-frame = ramen
web-family-goal = mål
web-family-indicator = indikatorer
web-family-law = lag
web-family-placeholder = kvarglömd mall
web-family-plain-language = klarspråk
web-family-reference = hänvisningar
web-family-structure = disposition
web-findings-all = Alla anmärkningar i dokumentet
web-findings-any = Alla
web-findings-body = Nämnd
web-findings-code = Kod
web-findings-confidence = Säkerhet { $percent }. Regeln gissar; du avgör.
web-findings-family = Slag
web-findings-finding = Anmärkning
web-findings-folded = utan anmärkning
web-findings-head = Anmärkningarna
web-findings-how = Så gör regeln
web-findings-kind = Granskning
web-findings-lead = { $count ->
    [one] Ett fel behöver rättas.
   *[other] { $number } fel behöver rättas.
 }
web-findings-lead-family = { $count ->
    [one] Ett fel behöver rättas. Det gäller { $family }.
   *[other] { $number } fel behöver rättas. Alla gäller { $family }.
 }
web-findings-lead-no-errors = Inget fel, men { $count ->
    [one] en sak
   *[other] { $count } saker
 } att titta på.
web-findings-lead-none = Reglerna hittade inget att anmärka på.
web-findings-lead-settled = Ingenting är öppet: allt som reglerna hittade är godtaget.
web-findings-line = Rad
web-findings-none = Inga anmärkningar
web-findings-none-note = Tomt betyder att reglerna inte hittade något, inte att allt är rätt.
web-findings-note = I dokumentets ordning. Fel stoppar inlämning, varningar och notiser gör det inte.
web-findings-read = { $lines } rader lästa, { $unread } olästa · { $rules } regler
web-findings-show = Visa
web-findings-text = Texten
web-findings-text-note = Raderna så som de lästes. Anmärkningen står bredvid sitt stycke; den understrukna texten leder till den.
web-findings-whole = Visa hela dokumentet
web-findings-year-lead = { $documents } dokument är granskade: { $errors } fel, { $warnings } varningar och { $notes } notiser.
web-findings-year-title = Anmärkningar på årets dokument

## Att leva med anmärkningar
web-states = Läge
web-state-oppna = Öppna
web-state-mina = Mina
web-state-tilldelade = Tilldelade
web-state-utan-ansvarig = Utan ansvarig
web-state-godtagna = Godtagna
web-state-alla = Alla
web-order = Ordning
web-order-dokument = Dokument för dokument
web-order-allvar = Allvarligast först
web-order-regel = Regel för regel
web-order-ansvarig = Efter ansvarig
web-findings-together = Alla dokument
web-findings-unfilter = Visa utan urval
web-nothing-narrow = Inget passar urvalet
web-nothing-narrow-do = Ta bort ett av valen ovanför, eller visa allt i samma läge.
web-nothing-oppna = Inget är öppet
web-nothing-oppna-do = Allt som reglerna pekade på är rättat eller godtaget. Det godtagna står under Godtagna.
web-nothing-mina = Inget är tilldelat dig
web-nothing-mina-do = Öppna en anmärkning, välj Tilldela och skriv ditt namn, så samlas den här.
web-nothing-tilldelade = Inget är tilldelat någon
web-nothing-tilldelade-do = Gå till Öppna, välj Tilldela vid en anmärkning och skriv vem som tittar på den.
web-nothing-utan-ansvarig = Allt öppet har en ansvarig
web-nothing-utan-ansvarig-do = Se under Tilldelade vem som tittar på vad.
web-nothing-godtagna = Inget är godtaget
web-nothing-godtagna-do = En anmärkning som får stå godtas med ett skäl. Då räknas den inte, och den står här med skälet tills texten ändras.
web-nothing-alla = Inga anmärkningar
web-nothing-alla-do = Tomt betyder att reglerna inte hittade något, inte att allt är rätt.
web-finding-accept-ask = Godta …
web-finding-why = Varför får det stå?
web-finding-why-note = Skälet sparas med ditt namn, { $who }. Ändras texten kommer anmärkningen tillbaka.
web-finding-accept = Godta anmärkningen
web-finding-assign-ask = Tilldela …
web-finding-assign-other = Byt ansvarig …
web-finding-assignee = Vem tittar på den?
web-finding-assign = Tilldela
web-finding-unassign = Ta bort ansvarig
web-finding-assigned = Ansvarig
web-finding-assigned-to = { $who } tittar på den
web-finding-reopen = Räkna den igen
web-finding-forget = Glöm
web-finding-stop = Det gick inte att spara
web-finding-before = { $who } godtog det som stod här den { $day }: ”{ $why }” Texten har ändrats sedan dess.
web-finding-aside = Godtagna
web-finding-aside-note = De räknas inte. De kommer tillbaka när orden som de vilar på ändras.
web-finding-aside-count = { $count ->
    [one] en godtagen
   *[other] { $count } godtagna
 }
web-finding-accepted-by = Godtagen av { $who } den { $day }
web-finding-accepted-in-text = Godtagen i texten, i en kommentar före stycket
web-finding-outlived = { $count ->
    [one] Ett godtagande gäller ord som har ändrats
   *[other] { $count } godtaganden gäller ord som har ändrats
 }
web-finding-outlived-note = Kommer orden tillbaka gäller godtagandet igen.
web-finding-outlived-by = { $who } den { $day }, version { $version }
web-history = Historik
web-history-accepted = { $who } godtog { $rule }: ”{ $why }”
web-history-reopened = { $who } räknar { $rule } igen
web-history-assigned = { $who } tilldelade { $to } { $rule }
web-history-unassigned = { $who } tog bort den ansvariga för { $rule }
web-compare-link = Jämför versioner
web-compare-title = Två versioner
web-compare-one = Bara en version
web-compare-one-says = Dokumentet har en version, så det finns inget att jämföra med
web-compare-one-do = Läs in en nyare version av samma dokument, så visas här vilka uppgifter som skiljer och vilka anmärkningar som kom, försvann och är kvar.
web-compare-one-link = Visa anmärkningarna
web-compare-conclusion = { $new ->
    [0] ingen ny anmärkning
    [one] en ny anmärkning
   *[other] { $words } nya anmärkningar
 }, { $gone ->
    [0] ingen
    [one] en
   *[other] { $gonewords }
 } borta, { $same ->
    [0] ingen densamma
    [one] en densamma
   *[other] { $samewords } desamma
 }
web-compare-lead = Anmärkningarna på version { $newer }, inläst den { $newerday }, mot dem på version { $older }, inläst den { $olderday }.
web-compare-version = Version { $version }, { $day }
web-compare-older = Den äldre
web-compare-newer = Den nyare
web-compare-facts = Uppgifter som skiljer
web-compare-facts-note = Mål, bedömningar, belopp och andra uppgifter som den nyare versionen säger annorlunda, har fått till eller tagit bort.
web-compare-facts-none = Versionerna säger samma sak.
web-compare-facts-count = { $count ->
    [one] En uppgift skiljer
   *[other] { $count } uppgifter skiljer
 }
web-compare-new = Nya anmärkningar
web-compare-new-note = Finns bara i den nyare versionen.
web-compare-new-none = Ingen anmärkning har kommit till.
web-compare-gone = Anmärkningar som är borta
web-compare-gone-note = Fanns bara i den äldre: rättade, omskrivna eller strukna.
web-compare-gone-none = Ingen anmärkning har försvunnit.
web-compare-same = Anmärkningar som är kvar
web-compare-same-none = Ingen anmärkning är kvar från den äldre versionen.
web-compare-same-count = { $count ->
    [one] En anmärkning är kvar
   *[other] { $count } anmärkningar är kvar
 }

## Regler
web-rules-found = { $count ->
    [0] Inget funnet i kommunens dokument
    [one] 1 fynd i kommunens dokument
   *[other] { $count } fynd i kommunens dokument
 }
web-rules-head = Granskningens regler
web-rules-here = Funnet här
web-rules-lead = En regel pekar ut det som inte kan stämma, eller som saknas. Den rättar ingenting själv. Varje regel har en sida som säger vad den tar, varför det spelar roll och hur det rättas.
web-rules-limit = Gräns
web-rules-limit-here = Här
web-rules-limit-standard = Om inget sägs
web-rules-limits-note = Kommunen kan ändra gränserna i husstilen eller i kommun.toml.
web-rules-made = Kommunen har gjort regeln till { $severity }.
web-rules-off = Regeln är av i kommunen.
web-rules-page = Så gör regeln
web-rules-rests-on = Vilar på: { $what }
web-rules-rule = Regel
web-rules-title = { $count ->
    [one] En regel prövas på varje dokument
   *[other] { $number } regler prövas på varje dokument
 }

## Om sidan
web-about-a-feedback = Lämna en synpunkt
web-about-a-feedback-text = Hittar du något som inte går att läsa, nå eller förstå? Skriv till { $name } eller ring växeln, och ange sidans adress. Kommunen svarar inom två veckor och kan lämna uppgifterna på annat sätt under tiden.
web-about-a-how = Hur tillgänglig webbplatsen är
web-about-a-how-text = Webbplatsen är byggd för att följa lagen om tillgänglighet till digital offentlig service (2018:1937) och standarden EN 301 549, version 3.2.1, med WCAG 2.1 på nivå AA. Den fungerar utan skript, med tangentbord, med skärmläsare, i 400 procents förstoring, på smal skärm, i mörkt läge och på papper. Utskrivna dokument är taggade enligt PDF/UA-1.
web-about-a-lacks = Vad som inte är tillgängligt
web-about-a-lacks-text = Källan rad för rad visar dokumenten som de är skrivna: tabeller i löpande text läses där som rader, inte som tabeller. Samma tabeller finns med rubrikceller på dokumentets sida. Diagram i inlästa dokument är kända bara till sin bildtext.
web-about-a-lead = Det här är tillgänglighetsredogörelsen för { $name }s webbplats för styrning och uppföljning.
web-about-a-supervision = Är du inte nöjd med svaret kan du anmäla det till Myndigheten för digital förvaltning, som har tillsyn: digg.se/tdosanmalan.
web-about-a-tested = Hur vi har testat
web-about-a-tested-text = Varje sida prövas maskinellt mot WCAG vid varje ändring, i ljust och mörkt läge och på en skärm som är 320 bildpunkter bred. Utskrivna dokument prövas mot PDF/UA-1 och PDF/A-2a. Prov med användare har inte gjorts.
web-about-accessibility = Tillgänglighetsredogörelse
web-about-kind = Om sidan
web-about-r-error = Något som inte kan stämma. Stoppar inlämning.
web-about-r-horizons = Varje bidrag bedöms två gånger i varje rapport: för rapportens period och för hela mandatperioden. Det som bedöms är nämndens bidrag till målet. Kommunens egen bedömning av målet heter samlad bedömning och görs av kommunstyrelsen.
web-about-r-lead = Bedömningarna är nämndernas egna. Fyra ord, fyra tecken; färgen upprepar bara ordet.
web-about-r-money = Pengar
web-about-r-money-text = Intäkter har plus, kostnader minus. En avvikelse med plus är bättre än budget. Beloppen är i tusental kronor, tkr, där inget annat står. 0 är noll; ett streck betyder att dokumentet inte anger något.
web-about-r-not-stated = Nämnden har inte lämnat någon bedömning.
web-about-r-note = Något att titta på. Stoppar aldrig.
web-about-r-off-track = Planen kommer inte att hålla.
web-about-r-on-track = Arbetet går som nämnden har planerat.
web-about-r-origin = Varifrån siffrorna kommer
web-about-r-origin-text = Allt som visas är läst ur kommunens dokument. En prickad linje under en siffra, eller ett radnamn som är en länk, leder till källan med rätt rader markerade. Meningar överst på sidorna är räknade ur uppgifterna.
web-about-r-partly-on-track = En del är klar eller i gång, men något väsentligt är försenat.
web-about-r-scale = Orden
web-about-r-scale-note = Kommunens egna ord står under varje bedömning.
web-about-r-warning = Något som troligen är fel, eller som behöver förklaras.
web-about-r-words = I dokumenten: { $words }
web-about-read = Så läser du bedömningarna

## Flera sidor
web-and = och
web-word = { WORD($count) }

## I blick
web-glance-assignments = Öppna uppdrag
web-glance-assignments-all = { $count ->
    [one] Årets uppdrag
   *[other] Årets alla { $count } uppdrag
 }
web-glance-assignments-note = Det som fullmäktige har bett om.
web-glance-assignments-overdue = { $overdue ->
    [0] Inget av { WORD($open) } öppna har passerat sin dag.
   *[other] { WORD($overdue, case: "upper") } av { WORD($open) } öppna har passerat sin dag.
 }
web-glance-before = Vid samma tid { $year } var { $on ->
    [0] inget
   *[other] { WORD($on) }
 } av { WORD($goals) } mål { $word }.
web-glance-budget-due = Sista dag för fullmäktige att besluta budgeten för { $next } (KL 11:10).
web-glance-budget-due-election = Sista dag för det nyvalda fullmäktige att besluta budgeten för { $next } (KL 11:10 och 11:11).
web-glance-by = Räknat den { $day } ur { $assessed } bedömda bidrag från { $committees ->
    [one] en nämnd
   *[other] { WORD($committees) } nämnder
 }.
web-glance-by-figures = Meningarna skrivs av siffrorna, inte för hand.
web-glance-by-nothing = Räknat den { $day }. Inga bidrag är bedömda än.
web-glance-chart-below = { $count ->
    [one] En nämnd räknar med underskott
   *[other] { WORD($count, case: "upper") } nämnder räknar med underskott
 }
web-glance-chart-desc = { $count } liggande staplar, sorterade från störst underskott till störst överskott, miljoner kronor. Först: { $worst }. Sist: { $best }.
web-glance-chart-few = { $count ->
    [one] En nämnd står för nästan hela underskottet
   *[other] { WORD($count, case: "upper") } nämnder står för nästan hela underskottet
 }
web-glance-chart-head = Nämnd
web-glance-chart-none = Ingen nämnd räknar med underskott
web-glance-chart-sub = Prognosens avvikelse från kommunbidraget, miljoner kronor. Fet stil: över nämndens gräns, ska förklaras.
web-glance-chart-title = Nämndernas prognos mot ram
web-glance-chart-unit = mkr
web-glance-chart-zero = ram
web-glance-checked = Senast granskade
web-glance-checked-all = Årets alla anmärkningar
web-glance-checked-none = Inga anmärkningar.
web-glance-checked-note = Granskningen läser varje dokument och pekar ut det som inte går ihop.
web-glance-decided = { $body } beslutade { $what }
web-glance-goals = Målen
web-glance-goals-all = Målen nämnd för nämnd
web-glance-goals-note = Kommunens egen bedömning av mandatperioden. Till höger nämndernas egna bedömningar av sina bidrag.
web-glance-handed = { $plans } av { $committees } nämndsbudgetar och { $reports } av { $committees } delårsrapporter är inlästa. { $complete ->
    [0] Ingen nämnd har
    [one] En nämnd har
   *[other] { WORD($complete, case: "upper") } av { WORD($committees) } nämnder har
 } gjort alla sina bedömningar.
web-glance-handed-link = Se vilka som återstår
web-glance-interim-due = Sista dag för att lämna delårsrapporten till fullmäktige, två månader efter perioden (KL 11:16).
web-glance-kind = Kommunen i en blick, { $year }
web-glance-money = Pengarna
web-glance-money-all = Rad för rad, alla nämnder
web-glance-money-caption = Prognos mot ram, tkr
web-glance-money-even = Nämnderna räknar tillsammans med att hålla sina ramar på { $frames } miljoner.
web-glance-money-frames = Nämndernas ramar är tillsammans { $frames } miljoner.
web-glance-money-how = Så läser du avvikelsen
web-glance-money-how-minus = Minus betyder att nämnden räknar med att kosta mer än sin ram. Staplarna är bläck, inte rött och grönt: pengar bedöms inte med färg.
web-glance-money-note = Driftbudget, helårsprognos i årets delårsrapporter.
web-glance-money-over = Nämnderna räknar med att kosta { $sum } miljoner mer än sina ramar på { $frames } miljoner.
web-glance-money-signs = avvikelse: plus är bättre än ram
web-glance-money-table = Visa siffrorna som tabell
web-glance-money-under = Nämnderna räknar med att kosta { $sum } miljoner mindre än sina ramar på { $frames } miljoner.
web-glance-part = { $number } är { $word }
web-glance-title = { $on ->
    [0] Inget av { WORD($goals) } mål är { $word }
   *[other] { WORD($on, case: "upper") } av { WORD($goals) } mål är { $word }
 }
web-glance-title-no-goals = Kommunen i en blick
web-glance-title-unjudged = Kommunen har inte bedömt sina { WORD($goals) } mål än
web-glance-today = { $day } – i dag
web-glance-year = Året
web-glance-year-none = För året finns inga beslut inlästa
web-glance-year-note = Vad som har beslutats och vad som kommer.

## Mål
web-goals-answered = Svarat
web-goals-kind = Kommunfullmäktiges mål { $year }
web-goals-lead = { $given } av { $asked } bedömningar är inne.
web-goals-lead-none = Inga bidrag är bedömda än.
web-goals-legend = Bedömningar
web-goals-matrix = Nämnder och mål
web-goals-matrix-caption = Bedömningar i den senaste rapporten
web-goals-matrix-note = Numren är målens, med nyckel under tabellen. Tomma rutor är inte riktade till nämnden.
web-goals-matrix-order = Första tecknet är perioden, det andra mandatperioden
web-goals-missing = saknas
web-goals-none = Inga mål för året
web-goals-none-how = Här står kommunfullmäktiges mål när de är beslutade och inlästa med kommunens fil.
web-goals-not-directed = · inte riktat hit
web-goals-not-directed-short = inte riktat hit
web-goals-of = { $given } av { $asked }
web-goals-title = { $count ->
    [one] Fullmäktige har ett mål
   *[other] Fullmäktige har { WORD($count) } mål
 }

## Ett mål
web-goal-agenda = Agenda 2030
web-goal-agenda-note = De globala mål som fullmäktige har kopplat hit.
web-goal-area = Målområde { $area }
web-goal-change = Ändringen { $year }:
web-goal-chart-reached = Målet { $target } är nått
web-goal-chart-short = { $gap } saknas till målet { $target }
web-goal-chart-target = mål { $value }
web-goal-column-interim = Delår { $year }
web-goal-chart-untold = { $label }
web-goal-compare = Jämför lydelserna
web-goal-contributions = Nämndernas bidrag
web-goal-contributions-note = { $count ->
    [one] En nämnd svarar för målet.
   *[other] { WORD($count, case: "upper") } nämnder svarar för målet. Läs raderna tvärs över: samma fråga, { WORD($count) } svar.
 }
web-goal-decided = Beslutad av { $body } den { $day }
web-goal-development = Utvecklingen
web-goal-development-note = Ur nämndernas egna tabeller. Varje värde leder till sin rad.
web-goal-history = Bedömningar över åren
web-goal-history-caption = Bedömning av mandatperioden, rapport för rapport
web-goal-history-note = Perioden bedöms också, i varje rapport. Här visas mandatperioden.
web-goal-indicator = Indikator
web-goal-indicator-target = (mål { $target })
web-goal-indicators-caption = Indikatorer över åren
web-goal-indicators-sub = Det senast redovisade värdet för varje år
web-goal-initiatives = Insatser { $year }
web-goal-kind = Kommunfullmäktigemål { $number }
web-goal-lead = Målet är
web-goal-lead-count = { WORD($count, one: "en") } { $word }
web-goal-lead-committees = { $count ->
    [one] Nämnden som svarar för det bedömer sitt bidrag: { $list }.
   *[other] Av { WORD($count) } nämnder är { $list }.
 }
web-goal-lead-indicator = { $label }: { $value }; målet är { $target }.
web-goal-lead-unassessed = Nämndernas bidrag är inte bedömda än.
web-goal-line = Utveckling
web-goal-lineage-continues = Målet fortsatte med ny lydelse { $year }.
web-goal-lineage-dropped = Målet upphörde { $year }.
web-goal-lineage-merged-from = { $goal } gick upp i målet { $year }.
web-goal-lineage-merged-to = Målet gick upp i { $goal } { $year }.
web-goal-lineage-moved = Målet flyttades till ett annat målområde { $year }.
web-goal-lineage-replaced-from = Målet ersatte { $goal } { $year }.
web-goal-lineage-replaced-to = Målet ersattes av { $goal } { $year }.
web-goal-lineage-split-from = Målet är en del av det tidigare { $goal } från { $year }.
web-goal-lineage-split-to = Målet delades { $year }; en del blev { $goal }.
web-goal-no-contributions = Ingen nämnd bidrar till målet
web-goal-no-contributions-how = Här står nämndernas bidrag sida vid sida när deras nämndsbudgetar är inlästa.
web-goal-no-documents = Inget dokument är inläst.
web-goal-no-history = Målet är inte bedömt än
web-goal-no-history-how = Här står bedömningarna rapport för rapport när den första delårsrapporten är inläst.
web-goal-no-indicators = Ingen indikator är angiven.
web-goal-no-report = ingen sådan rapport är inläst
web-goal-not-directed = målet var inte riktat till nämnden
web-goal-nothing-planned = Inget är angivet.
web-goal-overall = Samlad bedömning
web-goal-reworded = Målet fick ny lydelse inför { $year }. Bedömningar före och efter gäller alltså inte riktigt samma sak.
web-goal-set-aside = Avsatt
web-goal-target = Mål
web-goal-term = Under mandatperioden
web-goal-thread-contributions = { $count ->
    [0] Ingen nämnd än
    [one] En nämnd bidrar
   *[other] { WORD($count, case: "upper") } nämnder bidrar
 }
web-goal-thread-money = Nämndernas ekonomi { $year }
web-goal-versions = Lydelser
web-goal-versions-note = Vad målet har hetat, vem som beslutade det och vad det kommer av.

## Ekonomi
web-economy-all = Alla nämnder
web-economy-budget = Budget
web-economy-caption = Nettokostnad och ram, tkr
web-economy-caption-line = { $line }, tkr
web-economy-committee = Nämnd
web-economy-committees = Nämnder
web-economy-committees-note = Kolumnens namn sorterar. Varje belopp leder till raden i nämndens dokument.
web-economy-deviation = Avvikelse
web-economy-forecast = Prognos
web-economy-forecast-before = Prognos året före
web-economy-forecast-or-outcome = Prognos eller utfall
web-economy-frame = Kommunbidrag
web-economy-from = Ur
web-economy-kind = Ekonomi { $year }
web-economy-lead = Nämndernas prognos är tillsammans { $sum } miljoner mot ramar på { $frames } miljoner.
web-economy-lead-budgets = Nämndernas nettokostnad avviker tillsammans { $sum } miljoner från budget.
web-economy-lead-frames = Ingen delårsrapport finns än; beloppen är nämndernas egna budgetar.
web-economy-lead-line = Tillsammans avviker raden { $sum } miljoner från budget.
web-economy-lead-outcome = Nämndernas utfall är tillsammans { $sum } miljoner mot ramar på { $frames } miljoner.
web-economy-line = Rad
web-economy-lines = Rad för rad
web-economy-lines-caption = Resultaträkningens rader, alla nämnder tillsammans, tkr
web-economy-lines-note = Summorna är räknade av programmet ur nämndernas resultaträkningar. Radens namn visar den nämnd för nämnd.
web-economy-none = Ingen ekonomi för året
web-economy-none-how = Här står nämndernas resultaträkningar när deras nämndsbudgetar, delårsrapporter eller årsanalyser är inlästa.
web-economy-outcome = Utfall
web-economy-percent = Procent
web-economy-signs = Intäkter plus, kostnader minus. Avvikelse: plus är bättre än budget. Fet avvikelse är över nämndens gräns.
web-economy-signs-plan = Intäkter plus, kostnader minus.
web-economy-title-budgets = Nämndernas budgetar
web-economy-title-frames = Ramarna är tillsammans { $frames } miljoner
web-economy-title-held = Nämnderna håller sina ramar tillsammans
web-economy-title-held-outcome = Nämnderna höll sina ramar tillsammans
web-economy-title-line = { $line }, nämnd för nämnd
web-economy-title-over = { $count ->
    [one] En nämnd räknar med att gå över sin ram
   *[other] { WORD($count, case: "upper") } nämnder räknar med att gå över sin ram
 }
web-economy-title-over-outcome = { $count ->
    [one] En nämnd gick över sin budget
   *[other] { WORD($count, case: "upper") } nämnder gick över sin budget
 }
web-economy-to-frames = Tillbaka till ramarna

## Uppdrag
web-assignments-answered = återrapporterat
web-assignments-any = Alla nämnder
web-assignments-assignment = Uppdrag
web-assignments-back = Återrapporteras
web-assignments-body = Nämnd eller bolag
web-assignments-caption = Uppdragen
web-assignments-day = Senast
web-assignments-done = avslutat
web-assignments-done-on = återrapporterat { $day }
web-assignments-kind = Uppdrag { $year }
web-assignments-lead = { $overdue ->
    [0] Inget har passerat sin dag utan svar.
    [one] Ett har passerat sin dag utan svar.
   *[other] { WORD($overdue, case: "upper") } har passerat sin dag utan svar.
 }
web-assignments-lead-body = Leds av
web-assignments-led-by = Leds av { $body }.
web-assignments-left = { $months ->
    [0] under en månad kvar
   *[other] { $months } mån kvar
 }
web-assignments-no-day = ingen dag angiven
web-assignments-none = Inga uppdrag för året
web-assignments-none-how = Här står uppdragen när ett dokument som berättar om dem är inläst.
web-assignments-note = Samlade ur alla årets dokument. Saknas en tryckt dag visas lagens sista dag för den rapport som är angiven.
web-assignments-order = De som har passerat sin dag först, sedan efter dag
web-assignments-overdue = { $months ->
    [0] under en månad över
   *[other] { $months } mån över
 }
web-assignments-show = Visa
web-assignments-state = Läge
web-assignments-title = { $open ->
    [0] Alla uppdrag är återrapporterade
    [one] Ett uppdrag är öppet
   *[other] { WORD($open, case: "upper") } uppdrag är öppna
 }
web-assignments-told = Ur
web-assignments-with = med
