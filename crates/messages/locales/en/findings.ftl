# findings: how remarks are printed
finding-verbatim = { $words }
finding-error = error
finding-warning = warning
finding-note = note
finding-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
finding-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
finding-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
finding-found = found
finding-expected = expected
finding-try = try
finding-instead = or
finding-basis = rests on
finding-evidence = Also rests on
finding-confidence = confidence
finding-page = page { $page }
finding-line = line { $line }
finding-report-title = Findings
finding-all = All findings
finding-where = Place
finding-finding = Finding
finding-severity = Severity
finding-code = Code
finding-none = No findings.

# findings: what stands on purpose, and comparisons
finding-accepted-by = accepted by { $who } { $day }: { $why }
finding-accepted-in-text = accepted in the text: { $why }
finding-set-aside = { $count } accepted, shown here
finding-set-aside-hidden = { $count } accepted, not shown (--accepted shows { $count ->
    [one] it
   *[other] them
})
finding-let-stand = Accepted
finding-compared = { $new } new, { $gone } gone, { $same } the same
finding-fresh = New
finding-gone = Gone
finding-is-new = new
finding-is-same = as before
