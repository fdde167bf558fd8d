# The house style: what was left over gets a meaning
act-style-words = The words cannot be used: they are empty, too long or have line breaks. Nothing was changed.
act-style-meaning = Choose what ”{ $words }” means, then accept. Nothing was changed.
act-review-other-document = It is another file, or is now read as another document. Nothing was changed. Read it in as a new document.

web-style-title = House style
web-style-link = What was left over when reading
web-style-heading = { $count ->
    [0] Nothing was left over
    [one] One wording was left over
   *[other] { $words } wordings were left over
 }
web-style-lead = Headings, status words, lines and tables that no pattern of the house style took, with what the reader would guess. A guess that you accept, or another meaning that you choose, holds from the next reading on. What is decided already does not change.
web-style-none = Everything that has been read is recognised.
web-style-none-how = Add a document. What is not recognised in it comes here.
web-style-of-heading = Headings
web-style-of-status = Status words
web-style-of-line = Lines of the statement
web-style-of-table = Tables
web-style-of-title = Titles
web-style-note-heading = What kind of section begins with the heading?
web-style-note-status = What on the scale does the assessment mean?
web-style-note-line = Which line is it, under another name?
web-style-note-table = What kind of table is it?
web-style-note-title = What kind of document has the title?
web-style-places = { $count ->
    [one] In one place.
   *[other] In { $count } places.
 }
web-style-means = Means
web-style-choose = Choose …
web-style-accept = Accept
web-style-leave = Leave as it is
web-style-waiting = in review { $number }
web-style-line-at = line { $line } of { $file }
web-style-again = To read again
web-style-again-note = Documents that were read before the words had their meaning. What you have decided in an open review stays. A stored document gets a new review; until you finish it, what held holds.
web-style-again-one = Read again
web-style-again-all = { $count ->
    [one] Read again
   *[other] Read all { $count } again
 }
web-style-again-review = review { $number }, open
web-style-again-stored = stored, version { $version }
web-style-again-done = { $count ->
    [one] One document was read again.
   *[other] { $count } documents were read again.
 } { $other ->
    [0] None reads otherwise.
    [one] One reads otherwise and has proposals to decide.
   *[other] { $other } read otherwise and have proposals to decide.
 }
web-style-again-failed = { $count ->
    [one] One document could not be read again.
   *[other] { $count } documents could not be read again.
 } It stays as it was.
web-style-added = Added
web-style-added-note = What has been said here, beside the municipality's style file. What you undo does not hold at the next reading; what has been read and decided stays.
web-style-added-none = Nothing is added yet. Accept a proposal, and it stands here and can be undone.
web-style-added-words = Words
web-style-added-who = Who and when
web-style-added-undo = Undo
web-style-left = left as it is
web-style-from = { $who }, { $day }, from { $file }
web-style-download = Download the whole house style as a file
web-style-download-note = A TOML file with comments, to put beside kommun.toml.
web-style-unread = Lines that nobody took
web-style-unread-note = They come along with the document but propose nothing. A line that is a heading, a status word or a row of a table stands above.
web-style-unread-none = All lines of all documents are taken.
web-style-unread-count = { $count ->
    [one] one line
   *[other] { $count } lines
 }
web-style-any-year = { "{" }year{ "}" } is any year
web-style-reread-file = Read the file again
web-style-reread-note = When the house style has got new words, the file can be read again. What you have decided stays.

web-style-heading-summary = summary
web-style-heading-responsibilities = the committee's responsibilities
web-style-heading-operations = plan for the operations
web-style-heading-development = development and surroundings
web-style-heading-priorities = priorities
web-style-heading-priority = one priority
web-style-heading-rights = human rights
web-style-heading-goals = goals, as a chapter
web-style-heading-term-plan = plan for the term
web-style-heading-term-changes = changes for the term
web-style-heading-year-plan = plan for the year
web-style-heading-desired-outcome = desired outcome
web-style-heading-follow-up = follow-up and indicators
web-style-heading-report = what has been done
web-style-heading-assessment-period = assessment for the period
web-style-heading-assessment-term = assessment for the term
web-style-heading-economy = economy
web-style-heading-statement = income statement
web-style-heading-investments = investments
web-style-table-statement = income statement
web-style-table-split = split of the appropriation
web-style-table-budget-areas = budget areas
web-style-table-investments = investments
web-style-table-ledger = decisions on the frame
web-style-table-net-cost = net cost
