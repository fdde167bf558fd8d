# writing
writing-agenda = Agenda 2030
writing-and = och
writing-assessments-read = Orden är lästa ur bedömningarna nedan.
writing-assignment = Uppdrag
writing-assignment-kicker = Uppdrag under målområdet
writing-back-annual = I årsanalysen
writing-back-case = Som ett eget ärende
writing-back-interim = I delårsrapporten
writing-back-to = till { $to }
writing-checksum = Ögonblicksbildens kontrollsumma (SHA-256)
writing-contents = Innehåll
writing-count-assignments = { $count ->
    [one] ett uppdrag
   *[other] { $number } uppdrag
}
writing-count-goals = { $count ->
    [one] ett mål
   *[other] { $number } mål
}
writing-count-indicators = { $count ->
    [one] En indikator
   *[other] { $number } indikatorer
}
writing-count-initiatives = { $count ->
    [one] en insats
   *[other] { $number } insatser
}
writing-diagram = Diagram
writing-empty-cell = tom
writing-expected-effect = Väntad effekt
writing-explanation-missing = Förklaring saknas.
writing-goals-directed = { $count ->
    [one] Ett mål riktat hit
   *[other] { $number } mål riktade hit
}
writing-in-the-budget = Nämndsbudgeten
writing-in-the-interim-report = Kommer i delårsrapporten
writing-key = Så läser du
writing-key-dash = Cellen är tom i dokumentet.
writing-key-dash-sign = Streck
writing-key-not-stated = Nämnden har inte lämnat någon bedömning.
writing-key-off-track = Planen kommer inte att hålla.
writing-key-on-track = Arbetet går som nämnden har planerat.
writing-key-partly-on-track = En del är klar eller i gång, men något väsentligt är försenat.
writing-key-thread = Tråden från målet till uppföljningen. Fylld knut: den del som skrivs i det här dokumentet.
writing-key-thread-sign = Röd linje
writing-kind-annual-analysis = Årsanalys
writing-kind-annual-report = Årsredovisning
writing-kind-case = Ärende
writing-kind-city-interim-report = Kommunens delårsrapport
writing-kind-committee-budget = Nämndsbudget
writing-kind-council-budget = Kommunfullmäktiges budget
writing-kind-interim-report = Delårsrapport
writing-kind-unknown = Dokument
writing-knot-assessment = Bedömning
writing-knot-contribution = Nämndens bidrag
writing-knot-follow-up = Uppföljning
writing-knot-goal = Kommunfullmäktigemål
writing-lead-by = Leds av
writing-lead-note = Räknat ur { $file }, inte skrivet för hand.
writing-lead-report = { $on } av { $all } mål är på väg.
writing-lead-report-none = Inget av { $all } mål är på väg.
writing-line = Rad { $line }
writing-not-decided = Inte beslutad. Kontrollsumman räknas när beslutet är fattat.
writing-note = Not
writing-page = sidan
writing-period = Perioden
writing-report-back = Återrapporteras
writing-row-note = Anmärkning
writing-skip = Till innehållet
writing-source = Källa
writing-status-not-stated = ej bedömt
writing-status-off-track = inte på väg
writing-status-on-track = på väg
writing-status-partly-on-track = delvis på väg
writing-table = Tabell
writing-term = Mandatperioden
writing-this-document = Det här dokumentet
writing-together-with = Tillsammans med
writing-unit = Enhet: { $unit }.
writing-unread = Text utan plats i dispositionen
writing-unread-note = De här raderna lästes men kunde inte föras till något avsnitt.
