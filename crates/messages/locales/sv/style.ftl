# Husstilen: det som blev över får en betydelse
act-style-words = Orden går inte att använda: de är tomma, för långa eller har radbrytningar. Ingenting ändrades.
act-style-meaning = Välj vad ”{ $words }” betyder och godta sedan. Ingenting ändrades.
act-review-other-document = Filen är en annan, eller läses nu som ett annat dokument. Ingenting ändrades. Läs in den som ett nytt dokument.

web-style-title = Husstil
web-style-link = Det som blev över vid läsningen
web-style-heading = { $count ->
    [0] Inget blev över
    [one] Ett ord blev över
   *[other] { $words } ord blev över
 }
web-style-lead = Rubriker, statusord, rader och tabeller som inget mönster i husstilen tog, med vad läsaren skulle gissa. Godtar du en gissning, eller väljer något annat, gäller den från nästa läsning. Det som redan är avgjort ändras inte.
web-style-none = Allt som har lästs känns igen.
web-style-none-how = Läs in ett dokument. Det som inte känns igen i det hamnar här.
web-style-of-heading = Rubriker
web-style-of-status = Statusord
web-style-of-line = Rader i resultaträkningen
web-style-of-table = Tabeller
web-style-of-title = Titlar
web-style-note-heading = Vilket slags avsnitt börjar med rubriken?
web-style-note-status = Vad på skalan betyder bedömningen?
web-style-note-line = Vilken rad är det, med ett annat namn?
web-style-note-table = Vad för slags tabell är det?
web-style-note-title = Vilket slags dokument har titeln?
web-style-places = { $count ->
    [one] På ett ställe.
   *[other] På { $count } ställen.
 }
web-style-means = Betyder
web-style-choose = Välj …
web-style-accept = Godta
web-style-leave = Lämna som det är
web-style-waiting = i granskning { $number }
web-style-line-at = rad { $line } i { $file }
web-style-again = Att läsa igen
web-style-again-note = Dokument som lästes innan orden fick sin betydelse. Det du redan har avgjort i en öppen granskning står kvar. Ett lagrat dokument får en ny granskning; tills du avslutar den gäller det som gällde.
web-style-again-one = Läs igen
web-style-again-all = { $count ->
    [one] Läs igen
   *[other] Läs igen alla { $count }
 }
web-style-again-review = granskning { $number }, öppen
web-style-again-stored = lagrat, version { $version }
web-style-again-done = { $count ->
    [one] Ett dokument lästes igen.
   *[other] { $count } dokument lästes igen.
 } { $other ->
    [0] Inget läses annorlunda.
    [one] Ett läses annorlunda och har förslag att avgöra.
   *[other] { $other } läses annorlunda och har förslag att avgöra.
 }
web-style-again-failed = { $count ->
    [one] Ett dokument gick inte att läsa igen.
   *[other] { $count } dokument gick inte att läsa igen.
 } Det står kvar som det var.
web-style-added = Tillagt
web-style-added-note = Det som har sagts här, utöver kommunens stilfil. Det du ångrar gäller inte vid nästa läsning; det som redan är läst och avgjort står kvar.
web-style-added-none = Inget är tillagt än. Godta ett förslag, så står det här och kan ångras.
web-style-added-words = Ord
web-style-added-who = Vem och när
web-style-added-undo = Ångra
web-style-left = lämnas som det är
web-style-from = { $who }, { $day }, ur { $file }
web-style-download = Hämta hela husstilen som fil
web-style-download-note = En TOML-fil med kommentarer, att lägga bredvid kommun.toml.
web-style-unread = Rader som ingen tog
web-style-unread-note = De följer med dokumentet men föreslår ingenting. En rad som är en rubrik, ett statusord eller en rad i en tabell står ovanför.
web-style-unread-none = Alla rader i alla dokument är tagna.
web-style-unread-count = { $count ->
    [one] en rad
   *[other] { $count } rader
 }
web-style-any-year = { "{" }year{ "}" } är vilket år som helst
web-style-reread-file = Läs filen igen
web-style-reread-note = Har husstilen fått nya ord kan filen läsas igen. Det du har avgjort står kvar.

web-style-heading-summary = sammanfattning
web-style-heading-responsibilities = nämndens ansvar
web-style-heading-operations = plan för verksamheten
web-style-heading-development = utveckling och omvärld
web-style-heading-priorities = prioriteringar
web-style-heading-priority = en prioritering
web-style-heading-rights = mänskliga rättigheter
web-style-heading-goals = mål, som kapitel
web-style-heading-term-plan = planering för mandatperioden
web-style-heading-term-changes = ändringar för mandatperioden
web-style-heading-year-plan = planering för året
web-style-heading-desired-outcome = önskad förflyttning
web-style-heading-follow-up = uppföljning och indikatorer
web-style-heading-report = vad som har gjorts
web-style-heading-assessment-period = bedömning för perioden
web-style-heading-assessment-term = bedömning för mandatperioden
web-style-heading-economy = ekonomi
web-style-heading-statement = resultaträkning
web-style-heading-investments = investeringar
web-style-table-statement = resultaträkning
web-style-table-split = fördelning av anslaget
web-style-table-budget-areas = budgetområden
web-style-table-investments = investeringar
web-style-table-ledger = beslut om ramen
web-style-table-net-cost = nettokostnad
