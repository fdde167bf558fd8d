# What is done, and why something could not be
act-not-allowed = { $who } may not do this. Nothing was changed.
act-municipality-exists = There is a municipality with the address word { $slug } already. Nothing was changed.
act-municipality-nameless = The municipality has no name, or one longer than 100 characters. Example: Ekeby kommun.
act-municipality-begun = There is a municipality here already. Nothing was changed. Another one is set up with uppsikt import and a file kommun.toml.
act-municipality-missing = The municipality is not in the database. Found it first, from a file kommun.toml or by its name.
act-import-unknown-kind = { $file }: what kind of document it is cannot be seen, so it was not stored. Check that its headings are in the municipality's house style.
act-import-no-year = { $file }: the document does not say which year it is about, so it was not stored. The year usually stands in the title or the running head.
act-import-no-body = { $file }: the document does not say which committee it belongs to, so it was not stored. The name usually stands on the first page or in the running head.
act-import-no-number = { $file }: the case has no number, so it was not stored. A case number looks like STK-2023-137.

# kommun.toml
municipality-file-unreadable = line { $line }: the file cannot be read. { $why }
municipality-file-nameless = The municipality has no name. Write for example name = "Almköpings kommun".
municipality-file-slug = "{ $slug }" cannot be an address word ({ $of }). Use a–z, digits and hyphens, for example socialnamnden.
municipality-file-twice = The address word { $slug } stands twice among { $of }. Each may stand once.
municipality-file-no-version = { $of } { $slug } has no versions. At least one version with name and years is needed.
municipality-file-years-reversed = { $of } { $slug }: a version ends before the year in which it begins.
municipality-file-years-overlap = { $of } { $slug }: two versions hold in the same year.
municipality-file-unknown = { $of } { $slug } points to { $missing }, which is not among { $what }.
municipality-file-agenda = goal { $goal }: { $number } is none of the 17 global goals.
municipality-file-no-report = goal_status { $goal } { $year }: the judgement has to belong to a report, for example interim_report.
municipality-file-status-twice = goal_status { $goal } { $year }: the same report judges the goal twice.
municipality-file-lineage-kind = lineage from { $from }: only goal and goal_area can be tied together over the years here.
municipality-file-lineage-end = lineage from { $from }: what was dropped has no to, everything else has one.

# Printing
app-stage-as-read = As it was read, version { $version }
app-unknown-found = What kind of document it is cannot be seen, so it was not stored. Recognised in it are { $goals ->
    [one] one goal
   *[other] { $goals } goals
}, { $assignments ->
    [one] one assignment
   *[other] { $assignments } assignments
} and { $tables ->
    [one] one table
   *[other] { $tables } tables
}.
app-municipality-unnamed = Kommunen

# What is said of findings
act-finding-missing = The finding is no longer here: the text or the rules have changed. Load the page again and look.
act-finding-moved = The document has a newer version since the page was shown. Load the page again and see whether the finding is still there.
act-finding-no-reason = Write why the finding may stand. Whoever comes later needs to know.
act-finding-long-reason = The reason is longer than 1,000 characters. Write what matters most.
act-finding-in-text = The finding is accepted in the document already, in a comment before the text.
act-finding-not-accepted = The finding is not accepted. Perhaps somebody has undone it already.
act-finding-long-name = Write a name, at most 100 characters.
