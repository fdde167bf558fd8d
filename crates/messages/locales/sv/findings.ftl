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
finding-basis = vilar på
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
