# findings: hur anmärkningar skrivs ut
finding-verbatim = { $words }
finding-error = fel
finding-warning = varning
finding-note = notis
finding-errors = { $count ->
    [one] { $count } fel
   *[other] { $count } fel
}
finding-warnings = { $count ->
    [one] { $count } varning
   *[other] { $count } varningar
}
finding-notes = { $count ->
    [one] { $count } notis
   *[other] { $count } notiser
}
finding-found = fann
finding-expected = väntade
finding-try = rätta så
finding-instead = eller
finding-basis = vilar på
finding-evidence = Bygger också på
finding-confidence = säkerhet
finding-page = sida { $page }
finding-line = rad { $line }
finding-report-title = Anmärkningar
finding-all = Alla anmärkningar
finding-where = Plats
finding-finding = Anmärkning
finding-severity = Allvar
finding-code = Kod
finding-none = Inga anmärkningar.

# findings: det som står kvar med flit, och jämförelser
finding-accepted-by = godtagen av { $who } { $day }: { $why }
finding-accepted-in-text = godtagen i texten: { $why }
finding-set-aside = { $count ->
    [one] { $count } godtagen, visad här
   *[other] { $count } godtagna, visade här
}
finding-set-aside-hidden = { $count ->
    [one] { $count } godtagen visas inte (--accepted visar den)
   *[other] { $count } godtagna visas inte (--accepted visar dem)
}
finding-let-stand = Godtagna
finding-compared = { $new ->
    [one] { $new } ny
   *[other] { $new } nya
}, { $gone } borta, { $same ->
    [one] { $same } densamma
   *[other] { $same } desamma
}
finding-fresh = Nya
finding-gone = Borta
finding-is-new = ny
finding-is-same = som förut
