# The command line
cli-about = Uppsikt reads, checks, stores, shows and prints the steering documents of municipalities.
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-value-command = COMMAND
cli-value-options = OPTIONS
cli-value-file = FILE
cli-value-path = PATH
cli-value-folder = DIR
cli-value-rule = RULE
cli-value-rules = RULES
cli-value-name = NAME
cli-value-year = YEAR
cli-value-style = FILE.toml
cli-demo-about = Starts the example municipality Almköping in a browser near you
cli-serve-about = Starts the site on a database
cli-migrate-about = Sets up the database or brings it up to date
cli-read-about = Reads a document and shows what was understood
cli-check-about = Checks documents, each alone and all together
cli-explain-about = Shows the page of a rule; without a name it lists all rules
cli-import-about = Reads and stores documents; twice changes nothing
cli-publish-about = Prints a stored document as PDF or HTML
cli-arg-help = Show help
cli-arg-version = Show version
cli-arg-lang = Language of messages and help (Swedish unless told)
cli-arg-file = The document: text, Markdown, PDF, Word or HTML
cli-arg-files = The documents: text, Markdown, PDF, Word or HTML
cli-arg-json = Answer with JSON
cli-arg-explain = Show which pattern took each line and which lines nobody took
cli-arg-style = The municipality's house style: headings, synonyms, scale and lines of the statement
cli-arg-against = An older version: show what is new, gone and as before. Ends with 1 for new errors only
cli-arg-accepted = Show what is accepted too
cli-check-both = Name files or a database, not both. Without files everything that is stored is checked.
cli-check-files-only = --against and --style are for files. Name the files, or leave the flag out to check what is stored.
cli-check-nothing = Say what to check: one or several files, or what is stored with --data FOLDER or DATABASE_URL.
cli-arg-format = Form of the answer: text, json, sarif or html (text unless told)
cli-arg-only = Only these rules: names, codes or families (arithmetic, ARI), separated by commas
cli-arg-skip = All but these rules: names, codes or families (arithmetic, ARI), separated by commas
cli-arg-rule = The name or code of the rule, for example change-column-off or ARI-003, or a family, for example arithmetic
cli-arg-paths = Files and folders; in a folder all documents and the file kommun.toml are read
cli-arg-municipality = Name of the municipality, when the database is empty and the folder has no kommun.toml
cli-arg-which-municipality = Which municipality, when the database has several
cli-arg-committee = Name or short form of the committee
cli-arg-year = The year that the document is about
cli-arg-document = Which kind of document
cli-arg-output = The file to write; its ending .pdf or .html decides the form
cli-arg-editor = Whoever reviews imports and accepts findings on the web; the name stands in the events. Without it the pages can only be read
cli-arg-port = Port on this computer (8080 unless told)
cli-arg-data = Folder of the embedded database
cli-arg-database = PostgreSQL instead, as DATABASE_URL
cli-refused-command = There is no command { $what }.
cli-refused-unknown = There is no option or argument { $what } here.
cli-refused-missing = This is missing: { $what }.
cli-refused-value = “{ $found }” does not do for { $what }.
cli-refused-value-possible = “{ $found }” does not do for { $what }. Possible: { $expected }.
cli-refused-other = The line cannot be understood. { $what }
cli-refused-help = Write uppsikt --help, or uppsikt COMMAND --help, to see what can be done.
cli-not-found = { $path }: there is no such file. Check the name and the folder.
cli-is-folder = { $path }: this is a folder, not a file. Name the files in it, or read the whole folder with uppsikt import.
cli-not-readable = { $path }: the file cannot be read ({ $why }). Check the rights.
cli-style-bad = { $path }: the house style cannot be read. { $why }
cli-read-summary = { $file }: { $kind }, { $body }, { $year }
cli-read-guessed = Kind or year is a guess: no title says it. If it is wrong, write the title at the top or add it to the house style (docs/husstil.md).
cli-read-counts = { $areas } goal areas, { $goals } goals, { $links } links to Agenda 2030, { $assignments } assignments, { $assessments } assessments, { $priorities } priorities, { $tables } tables with { $cells } cells, { $figures } amounts in the text, { $unread } unread lines
cli-read-line = { $mark } { $words } ({ $at })
cli-read-at-line = line { $line }
cli-read-page-line = page { $page }, line { $line }
cli-read-none = missing
cli-import-no-place = Say where to store it: --data DIR or DATABASE_URL.
cli-import-new = { $file }: new, { $facts } facts
cli-import-understood = {" "}({ $kind }; { $errors } { $errors ->
    [one] error
   *[other] errors
}, { $warnings } { $warnings ->
    [one] warning
   *[other] warnings
}, { $notes } { $notes ->
    [one] note
   *[other] notes
}{ $unread ->
    [0] {""}
    [one] ; one line was not understood
   *[other] ; { $unread } lines were not understood
})
cli-import-unchanged = { $file }: unchanged
cli-import-version = { $file }: version { $version }; { $new } new facts, { $same } the same, { $different } different, { $gone } gone
cli-import-earlier = { $file }: version { $version }, earlier than version { $held }, which is in force
cli-import-form = { $file }: version { $version }, the same text in another form; version { $held } is in force
cli-import-by-adopted = one is adopted and the other a proposal
cli-import-by-revision = revision { $later } is later than { $earlier }
cli-import-by-date = it is dated { $later }, the other { $earlier }
cli-import-by-time = in force: the file was changed last or came last
cli-import-by-form = there { $facts } facts were understood and { $unread } lines were not, in the other { $other_facts } and { $other_unread }
cli-import-by-form-first = as much was understood, and it was read first
cli-import-unread = not understood, { $page ->
    [0] line { $line }
   *[other] page { $page }, line { $line }
}: { $words }
cli-import-others = { $count ->
    [one] One file is of another kind, a link or too deep and was not read
   *[other] { $count } files are of other kinds, links or too deep and were not read
}: { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}. (What is read is .txt, .md, .pdf, .docx and .html.)
cli-import-stopped = Stopped: what was read is stored, { $left ->
    [one] one file is
   *[other] { $left } files are
} left. Run the same command again and it goes on from there.
cli-read-scanned = { $count ->
    [one] Page { $pages } has
   *[other] Pages { $pages } have
} no readable text: a scanned picture, or signs that the file does not name. Run character recognition (OCR).
cli-read-empty = { $count ->
    [one] Page { $pages } has no text: it is empty, or all of it is drawn.
   *[other] Pages { $pages } have no text: they are empty, or all of it is drawn.
}
cli-import-say-kind = Say what its title means: write it under the kind of document in a style file and import with --style (see docs/husstil.md), or read the file in on the web, which asks.
cli-import-refused = { $file }: { $why }
cli-import-lineage = { $count ->
    [one] One thing may continue under another name
   *[other] { $count } things may continue under other names
} and is decided on the page Lineage under Reading in (uppsikt serve --editor NAME){ $more ->
    [0] :
   *[other] ; the first of them:
}
cli-import-lineage-row = { $year }, { $kind }: “{ $was }” { $how } “{ $is }” ({ $why })
cli-import-summary = { $read } documents read: { $new } new, { $versions } new versions, { $aside ->
    [0] {""}
    [one] one other edition,{" "}
   *[other] { $aside } other editions,{" "}
 }{ $unchanged } unchanged, { $refused } could not be used.
cli-import-no-documents = { $path }: the folder holds no documents (.txt, .md, .pdf, .docx or .html).
cli-database-failed = The database does not answer as it should: { $why }
cli-publish-missing = No such document is stored: { $document }, { $committee }, { $year }. Stored: { $stored }
cli-publish-which = The database has several municipalities: { $municipalities }. Choose with --municipality.
cli-publish-empty = The database is empty. Import first: uppsikt import FILE --data DIR
cli-publish-ending = { $path }: the file is to end in .pdf or .html.
cli-publish-done = { $path } is written.
cli-write-failed = { $path }: the file cannot be written ({ $why }).
cli-serve-ready = Uppsikt is running at http://127.0.0.1:{ $port } (stop with Ctrl+C)
cli-serve-preparing = Reading the { $count } documents of the example municipality …
cli-serve-port-taken = Port { $port } is taken. Choose another with --port, for example --port 8081.
cli-migrate-done = The database is up to date.
cli-role-blank = blank
cli-role-running-head = running head
cli-role-title = title
cli-role-contents = contents
cli-role-heading = heading
cli-role-text = text
cli-role-table = table
cli-role-agenda = Agenda 2030
cli-role-markup = markup
cli-role-unread = unread
cli-read-taken = Lines by pattern:
cli-read-proposals = Proposals for the house style, out of what was left over:
cli-read-proposal = ”{ $words }” ({ $at })
