# web: the words of the pages
## Around every page
web-crumbs = You are here
web-empty-documents = No documents yet
web-empty-documents-how = The municipality's steering documents are shown here as soon as somebody has read them in: uppsikt import DIR.
web-foot-about = About this site
web-foot-accessibility = Accessibility statement
web-foot-documents = The year's documents
web-foot-heading = Uppsikt – steering and follow-up
web-foot-how-to-read = How to read the assessments
web-foot-more = Sources
web-foot-origins = Every figure with a dotted line leads to its origin: the line of the document where it is printed.
web-foot-pdf = Print (PDF)
web-foot-rules = The rules of the review
web-foot-seen-from = As of { $day }.
web-front-begin = Begin by reading a document in
web-front-name = What is the municipality called?
web-front-name-hint = The name stands on all pages. Committees and goals come with the documents. Example: Ekeby kommun.
web-front-begin-do = Go on to reading in
web-front-import = Many documents? uppsikt import DIR reads a whole folder at once, and with a file kommun.toml in it come committees, goals and house style.
web-front-none = Nothing here yet
web-front-title = Choose a municipality
web-kind-annual-analysis = Annual analysis
web-kind-annual-report = Annual report
web-kind-case = Case
web-kind-city-interim-report = The municipality's interim report
web-kind-committee-budget = Committee budget
web-kind-council-budget = The council's budget
web-kind-interim-report = Interim report
web-kind-unknown = Document
web-language-own-name = English
web-languages = Language
web-month-1 = January
web-month-2 = February
web-month-3 = March
web-month-4 = April
web-month-5 = May
web-month-6 = June
web-month-7 = July
web-month-8 = August
web-month-9 = September
web-month-10 = October
web-month-11 = November
web-month-12 = December
web-nav = Main menu
web-nav-assignments = Assignments
web-nav-committees = Committees
web-nav-documents = Documents
web-nav-economy = Economy
web-nav-findings = Findings
web-nav-glance = At a glance
web-nav-goals = Goals
web-notice-year = There is nothing here for { $asked }. The page shows the nearest year, { $year }.
web-product = Uppsikt
web-skip = Skip to content
web-status-not-stated = not assessed
web-status-off-track = off track
web-status-on-track = on track
web-status-partly-on-track = partly on track
web-to-start = To the start page
web-year = Year
web-years = Change year

## Stops and faults of the program
web-fault-kind = Fault of the program
web-fault-number = Quote { $number } when you report it.
web-fault-says = Nothing was saved. The fault has been noted.
web-fault-title = Something is wrong with the program, not with your data
web-stop-forbidden-says = The request came from another site and was not carried out. Nothing was saved. Go to the page here and try again.
web-stop-forbidden-title = The request was stopped
web-stop-kind = Stop
web-stop-large-says = What was sent to { $path } is larger than the page takes. Nothing was saved.
web-stop-large-title = Too large
web-stop-method-says = The address { $path } can only be read. Nothing was saved.
web-stop-method-title = That cannot be done this way
web-stop-missing-says = The address { $path } leads nowhere. What was here may have another name or exist another year. Begin at the start page and follow the links.
web-stop-missing-title = There is no such page
web-stop-other-says = The address { $path } could not be answered. Check it and try again.
web-stop-other-title = The request could not be understood
web-stop-slow-says = The answer to { $path } took too long. Nothing was saved. Try again in a while.
web-stop-slow-title = That took too long


## Committees
web-committees-assessments = Assessment for the term
web-committees-caption = The committees, SEK thousands
web-committees-committee = Committee
web-committees-deviation = Forecast against frame
web-committees-documents = Documents
web-committees-frame = Appropriation
web-committees-companies = The companies
web-committees-companies-note = What the municipality owns. The executive board oversees them (KL 6:1); their documents are not read in yet.
web-committees-head = The committees
web-committees-lead = { $over ->
    [0] All { $count } committees with a forecast are expected to keep to their frames. Together they forecast { $sum } million against frames of { $frames } million.
    [one] 1 of { $count } committees is expected to exceed its frame. Together they forecast { $sum } million against frames of { $frames } million.
   *[other] { $over } of { $count } committees are expected to exceed their frames. Together they forecast { $sum } million against frames of { $frames } million.
 }
web-committees-lead-frames = The frames are { $frames } million together. There is no interim report yet.
web-committees-legend = Assessments
web-committees-note = The name leads to the committee's plan, money, assignments and assessments.
web-committees-signs = Forecast against frame: plus is better than the frame. A bold deviation is above the committee's limit. Every amount leads to its line.
web-committees-sum = Sum
web-committees-title = { $count ->
    [one] One committee answers for the municipality's services
   *[other] { $count } committees answer for the municipality's services
 }

## One committee
web-committee-area = Goal area
web-committee-area-continues = { $was } is called { $is } from { $year }.
web-committee-area-split = { $was } was split in { $year }. A part is { $is }.
web-committee-area-merged = { $was } became part of { $is } in { $year }.
web-committee-area-moved = { $was } moved in { $year } and is { $is }.
web-committee-area-replaced = { $is } replaced { $was } in { $year }.
web-committee-area-dropped = { $was } ended in { $year }.
web-committee-areas = Budget areas
web-committee-areas-note = The committee's own areas.
web-committee-assignment = Assignment
web-committee-assignments = Assignments
web-committee-assignments-note = What the council, the board or the committee has ordered. The name leads to the line.
web-committee-back = Reported back
web-committee-back-annual = in the annual analysis
web-committee-back-case = as a case of its own
web-committee-back-interim = in the interim report
web-committee-back-missing = nothing is said
web-committee-bridge = From frame to forecast
web-committee-bridge-caption = From frame to forecast: { $decisions ->
    [0] no changes
    [one] one decision
   *[other] { $decisions } decisions
 } and { $deviations ->
    [one] one deviation
   *[other] { $deviations } deviations
 }
web-committee-bridge-note = How the council's decision became today's frame, and why the forecast is another.
web-committee-bridge-scale = SEK thousands, the scale starts at { $from }
web-committee-bridge-sub = Net cost, SEK thousands. Levels are strokes, changes are bars. Filled: dearer. Hollow: cheaper.
web-committee-bridge-table = Show the steps as a table
web-committee-bridge-title = From the original frame to the forecast
web-committee-contributes = { $count ->
    [0] The committee contributes to no goal
    [one] The committee contributes to one goal
   *[other] The committee contributes to { $number } goals
 }
web-committee-documents = Documents
web-committee-effect = Expected effect:
web-committee-explanation = Explanation { $number }
web-committee-explanations = Explanations
web-committee-explanations-note = Deviations above the committee's limit, SEK { $limit } thousand. The number is that of the note.
web-committee-follow-up = How it went
web-committee-from = The figures are from
web-committee-goal = Goal { $number }
web-committee-goals = The committee's contributions to the goals
web-committee-goals-note = The goal's name leads to all committees' contributions. Initiatives, indicators and assessments lead to their lines.
web-committee-indicators = Indicators
web-committee-initiatives = Initiatives
web-committee-investments = Investments
web-committee-investments-note = The limit is binding in total.
web-committee-kind = Committee
web-committee-lead = The forecast is { $deviation } million against a frame of { $frame } million.
web-committee-lead-because = What pulls most: { $row }.
web-committee-lead-because-two = What pulls most: { $row } and { $other }.
web-committee-lead-body = Led by
web-committee-lead-even = The forecast follows the frame of { $frame } million.
web-committee-lead-net = The forecast is { $deviation } million against a budgeted net cost of { $cost } million.
web-committee-lead-net-even = The forecast follows the budgeted net cost of { $cost } million.
web-committee-lead-net-outcome = The outcome was { $deviation } million against a budgeted net cost of { $cost } million.
web-committee-lead-net-outcome-even = The outcome followed the budgeted net cost of { $cost } million.
web-committee-lead-nothing = No money has been read for { $year }.
web-committee-lead-outcome = The outcome was { $deviation } million against a frame of { $frame } million.
web-committee-lead-outcome-even = The outcome followed the frame of { $frame } million.
web-committee-lead-plan = The frame for { $year } is { $frame } million, the same as the forecast for the year before.
web-committee-lead-plan-alone = The frame for { $year } is { $frame } million.
web-committee-lead-plan-budget = The frame for { $year } is { $frame } million, the same as in the budget for the year before.
web-committee-lead-plan-budget-less = The frame for { $year } is { $frame } million, { $change } million less than in the budget for the year before.
web-committee-lead-plan-budget-more = The frame for { $year } is { $frame } million, { $change } million more than in the budget for the year before.
web-committee-lead-plan-less = The frame for { $year } is { $frame } million, { $change } million less than in the forecast for the year before.
web-committee-lead-plan-more = The frame for { $year } is { $frame } million, { $change } million more than in the forecast for the year before.
web-committee-ledger = The appropriation
web-committee-ledger-note = The frame is binding. Every change has a decision.
web-committee-net-cost = Net cost
web-committee-net-costs = Net cost compared
web-committee-net-costs-note = With last year or parts of the year.
web-committee-no-documents = No documents have been read for the year
web-committee-no-goals = No goal is directed here
web-committee-note = Note
web-committee-origin = Where it stands in the document
web-committee-period = The period
web-committee-priorities = Priorities
web-committee-priorities-note = The committee's own, with their expected effect.
web-committee-priority-text = Show the whole priority
web-committee-see-finding = See the finding
web-committee-share = The actual amount so far
web-committee-share-desc = The actual amount so far is SEK { $actual } thousand, { $percent } per cent of the forecast for the year.
web-committee-share-follows = The actual amount follows the forecast
web-committee-share-less = The actual amount is behind the year
web-committee-share-more = The actual amount is ahead of the year
web-committee-share-months = the stroke: { $months } months of 12
web-committee-share-origin = Where the actual amount stands
web-committee-share-percent = { $percent } per cent
web-committee-share-sub = Net cost so far of the year's forecast, SEK thousands
web-committee-share-title = Actual amount as a share of the forecast
web-committee-signs = Income plus, costs minus.
web-committee-split = Split
web-committee-split-note = The statement divided by how the services are paid for.
web-committee-statement = Income statement
web-committee-statement-note = The name of the row leads to the line of the document.
web-committee-statement-signs = Income plus, costs minus. Deviation: plus is better than the budget.
web-committee-step = Step
web-committee-step-budgeted = Budgeted surplus or deficit
web-committee-step-forecast = Forecast, net cost
web-committee-step-frame = The appropriation now
web-committee-step-higher = Higher: { $line }
web-committee-step-lower = Lower: { $line }
web-committee-step-original = Original frame
web-committee-step-outcome = Outcome, net cost
web-committee-step-unexplained = Not explained by the decisions
web-committee-strong = A bold deviation is above SEK { $limit } thousand.
web-committee-target = (target { $target })
web-committee-term = The term
web-committee-thread = The thread
web-committee-thread-assessment = Assessment
web-committee-thread-contribution = The committee's contribution
web-committee-thread-frame = SEK { $frame } million in appropriation
web-committee-thread-goal = The council's goals
web-committee-thread-goals = { $count ->
    [0] No goal directed here
    [one] One goal directed here
   *[other] { $number } goals directed here
 }
web-committee-thread-money = Money
web-committee-thread-none = not there yet
web-committee-thread-report = Follow-up
web-committee-unexplained = An explanation is missing.
web-committee-whole-annual = Show the whole answer of the annual analysis
web-committee-whole-interim = Show the whole answer of the interim report
web-committee-whole-plan = Show the whole plan for the goal

## Documents
web-document-as-read = The document
web-document-by = { $file }, version { $version }, read on { $day }
web-document-contents = Contents
web-kept = holds from version { $version }, a change was rejected
web-document-contents-missing = there is no such heading
web-document-contents-note = The document's own table. The entry leads to the section.
web-document-diagram = Diagram:
web-document-no-findings = no findings
web-document-pages = { $count ->
    [one] 1 page
   *[other] { $count } pages
 }
web-document-held = This is what holds, from version { $version }. A change was rejected when the document was read in.
web-document-held-otherwise = The latest version says otherwise
web-document-rejected = The change above was rejected when the document was read in. What holds stands in version { $version }:
web-document-refused = What stands here was rejected when the document was read in and does not hold.
web-document-refused-instead = Rejected when the document was read in. What holds instead, from version { $version }: { $words }
web-document-read-as = Read as
web-document-source = The source line by line
web-document-title-page = Title page
web-document-to-goal = The goal's page: all committees' contributions
web-document-unheaded = Before the first heading
web-document-unread = Unread lines
web-document-unread-count = { $count ->
    [one] 1 unread line
   *[other] { $count } unread lines
 }
web-document-unread-note = No pattern took these lines. They stay here, so that nothing is lost.
web-documents-lead = Every document is here as text, line by line with what was read from the line, with findings beside it, and printed.
web-documents-no-body = Without a known committee
web-documents-title = { $count ->
    [one] One document has been read
   *[other] { $number } documents have been read
 }
web-line = line { $line }
web-page = page { $page }
web-table = Table: { $caption }
web-table-empty = nothing is given
web-table-nameless = Table
web-table-row = Row

## The source
web-source-agenda = Agenda 2030
web-source-blank = empty
web-source-contents = contents
web-source-heading = heading
web-source-jump = Go there
web-source-kind = Source
web-source-lead = { $count } lines. { $unread ->
    [0] All are read.
    [one] One is unread.
   *[other] { $unread } are unread.
 } To the right stands what the line was read as, where it is no running text.
web-source-marked = Lines { $from } to { $to } are marked: there stands what you came from.
web-source-marked-one = Line { $line } is marked: there stands what you came from.
web-source-markup = mark
web-source-running-head = running head
web-source-table = table
web-source-text = text
web-source-title-page = title page
web-source-unread = unread
web-source-unread-lines = Unread lines:

## Findings
web-family-accessibility = accessibility
web-family-agenda = Agenda 2030
web-family-arithmetic = figures that cannot stand together
web-family-assessment = assessments
web-family-assignment = assignments
web-family-consistency = consistency
web-family-contents = the table of contents
web-family-continuity = between years and documents
web-family-deviation = deviations
web-family-frame = the frame
web-family-goal = goals
web-family-indicator = indicators
web-family-law = law
web-family-placeholder = left from a template
web-family-plain-language = plain language
web-family-reference = references
web-family-structure = structure
web-findings-all = All findings in the document
web-findings-any = All
web-findings-body = Committee
web-findings-code = Code
web-findings-confidence = Confidence { $percent }. The rule guesses; you decide.
web-findings-family = Kind
web-findings-finding = Finding
web-findings-folded = without findings
web-findings-head = The findings
web-findings-how = What the rule does
web-findings-kind = Checking
web-findings-lead = { $count ->
    [one] One error needs to be put right.
   *[other] { $number } errors need to be put right.
 }
web-findings-lead-family = { $count ->
    [one] One error needs to be put right. It concerns { $family }.
   *[other] { $number } errors need to be put right. All concern { $family }.
 }
web-findings-lead-no-errors = No errors, but { $count ->
    [one] one thing
   *[other] { $count } things
 } to look at.
web-findings-lead-none = The rules found nothing to remark on.
web-findings-lead-settled = Nothing is open: all that the rules found has been accepted.
web-findings-line = Line
web-findings-none = No findings
web-findings-none-note = Empty means that the rules found nothing, not that everything is right.
web-findings-note = In the order of the document. Errors stop a hand-in, warnings and notes do not.
web-findings-read = { $lines } lines read, { $unread } unread · { $rules } rules
web-findings-show = Show
web-findings-text = The text
web-findings-text-note = The lines as they were read. The finding stands beside its paragraph; the underlined text leads to it.
web-findings-whole = Show the whole document
web-findings-year-lead = { $documents } documents have been checked: { $errors } errors, { $warnings } warnings and { $notes } notes.
web-findings-year-title = Findings in the year's documents

## Living with findings
web-states = State
web-state-oppna = Open
web-state-mina = Mine
web-state-tilldelade = Assigned
web-state-utan-ansvarig = Unassigned
web-state-godtagna = Accepted
web-state-alla = All
web-order = Order
web-order-dokument = Document by document
web-order-allvar = Gravest first
web-order-regel = Rule by rule
web-order-ansvarig = By person
web-findings-together = All documents
web-findings-unfilter = Show without filter
web-nothing-narrow = Nothing fits the filter
web-nothing-narrow-do = Remove one of the choices above, or show everything in the same state.
web-nothing-oppna = Nothing is open
web-nothing-oppna-do = Everything that the rules pointed at is put right or accepted. What is accepted stands under Accepted.
web-nothing-mina = Nothing is assigned to you
web-nothing-mina-do = Open a finding, choose Assign and write your name; it is then gathered here.
web-nothing-tilldelade = Nothing is assigned to anybody
web-nothing-tilldelade-do = Go to Open, choose Assign at a finding and write who looks at it.
web-nothing-utan-ansvarig = Everything open is assigned
web-nothing-utan-ansvarig-do = See under Assigned who looks at what.
web-nothing-godtagna = Nothing is accepted
web-nothing-godtagna-do = A finding that may stand is accepted with a reason. It then does not count, and stands here with the reason until the text changes.
web-nothing-alla = No findings
web-nothing-alla-do = Empty means that the rules found nothing, not that everything is right.
web-finding-accept-ask = Accept …
web-finding-why = Why may it stand?
web-finding-why-note = The reason is kept with your name, { $who }. When the text changes the finding comes back.
web-finding-accept = Accept the finding
web-finding-assign-ask = Assign …
web-finding-assign-other = Assign to another …
web-finding-assignee = Who looks at it?
web-finding-assign = Assign
web-finding-unassign = Assign to nobody
web-finding-assigned = Assigned
web-finding-assigned-to = { $who } looks at it
web-finding-reopen = Count it again
web-finding-forget = Forget
web-finding-stop = It could not be saved
web-finding-before = { $who } accepted what stood here on { $day }: "{ $why }" The text has changed since.
web-finding-aside = Accepted
web-finding-aside-note = They do not count. They come back when the words that they rest on change.
web-finding-aside-count = { $count ->
    [one] one accepted
   *[other] { $count } accepted
 }
web-finding-accepted-by = Accepted by { $who } on { $day }
web-finding-accepted-in-text = Accepted in the text, in a comment before the paragraph
web-finding-outlived = { $count ->
    [one] One acceptance is about words that have changed
   *[other] { $count } acceptances are about words that have changed
 }
web-finding-outlived-note = If the words come back, the acceptance holds again.
web-finding-outlived-by = { $who } on { $day }, version { $version }
web-history = History
web-history-accepted = { $who } accepted { $rule }: "{ $why }"
web-history-reopened = { $who } counts { $rule } again
web-history-assigned = { $who } assigned { $rule } to { $to }
web-history-unassigned = { $who } assigned { $rule } to nobody
web-compare-link = Compare versions
web-compare-title = Two versions
web-compare-one = One version only
web-compare-one-says = The document has one version, so there is nothing to compare with
web-compare-one-do = Read in a newer version of the same document, and this page shows which facts differ and which findings came, went and stayed.
web-compare-one-link = Show the findings
web-compare-conclusion = { $new ->
    [0] no new finding
    [one] one new finding
   *[other] { $words } new findings
 }, { $gone ->
    [0] none
   *[other] { $gonewords }
 } gone, { $same ->
    [0] none
   *[other] { $samewords }
 } the same
web-compare-lead = The findings of version { $newer }, read in on { $newerday }, against those of version { $older }, read in on { $olderday }.
web-compare-version = Version { $version }, { $day }
web-compare-older = The older
web-compare-newer = The newer
web-compare-facts = Facts that differ
web-compare-facts-note = Goals, assessments, amounts and other facts that the newer version says otherwise, has added or left out.
web-compare-facts-none = The versions say the same.
web-compare-facts-count = { $count ->
    [one] One fact differs
   *[other] { $count } facts differ
 }
web-compare-new = New findings
web-compare-new-note = Only in the newer version.
web-compare-new-none = No finding has come.
web-compare-gone = Findings that are gone
web-compare-gone-note = Only in the older one: put right, rewritten or struck out.
web-compare-gone-none = No finding has gone.
web-compare-same = Findings that are left
web-compare-same-none = No finding is left from the older version.
web-compare-same-count = { $count ->
    [one] One finding is left
   *[other] { $count } findings are left
 }

## Rules
web-rules-found = { $count ->
    [0] Nothing found in the municipality's documents
    [one] 1 found in the municipality's documents
   *[other] { $count } found in the municipality's documents
 }
web-rules-head = The rules of the checker
web-rules-here = Found here
web-rules-lead = A rule points out what cannot be right, or what is missing. It corrects nothing itself. Every rule has a page that says what it catches, why it matters and how to put it right.
web-rules-limit = Limit
web-rules-limit-here = Here
web-rules-limit-standard = Unless set
web-rules-limits-note = The municipality can change the limits in its style file or in kommun.toml.
web-rules-made = The municipality has made the rule { $severity ->
    [error] an error
   *[other] a { $severity }
}.
web-rules-off = The municipality has switched the rule off.
web-rules-page = What the rule does
web-rules-rests-on = Rests on: { $what }
web-rules-rule = Rule
web-rules-title = { $count ->
    [one] One rule is tried on every document
   *[other] { $number } rules are tried on every document
 }

## About
web-about-a-feedback = Give feedback
web-about-a-feedback-text = Have you found something that cannot be read, reached or understood? Write to { $name } or call the switchboard, and give the address of the page. The municipality answers within two weeks and can give the information in another way meanwhile.
web-about-a-how = How accessible the site is
web-about-a-how-text = The site is built to follow the Swedish act on the accessibility of digital public services (2018:1937) and the standard EN 301 549, version 3.2.1, with WCAG 2.1 at level AA. It works without scripts, with the keyboard, with screen readers, at 400 per cent zoom, on narrow screens, in dark mode and on paper. Printed documents are tagged according to PDF/UA-1.
web-about-a-lacks = What is not accessible
web-about-a-lacks-text = The source line by line shows the documents as they are written: tables in running text are read there as lines, not as tables. The same tables have header cells on the document's page. Diagrams in documents that have been read are known by their captions only.
web-about-a-lead = This is the accessibility statement of the site for steering and follow-up of { $name }.
web-about-a-supervision = If you are not satisfied with the answer you can report it to the Agency for Digital Government, which supervises: digg.se/tdosanmalan.
web-about-a-tested = How it has been tested
web-about-a-tested-text = Every page is tried by machine against WCAG at every change, in light and dark mode and on a screen 320 pixels wide. Printed documents are tried against PDF/UA-1 and PDF/A-2a. No tests with users have been made.
web-about-accessibility = Accessibility statement
web-about-kind = About
web-about-r-error = Something that cannot be right. Stops a hand-in.
web-about-r-horizons = Every contribution is assessed twice in every report: for the report's period and for the whole term. What is assessed is the committee's contribution to the goal. The municipality's own judgement of the goal is made by the executive board.
web-about-r-lead = The assessments are the committees' own. Four words, four symbols; the colour only repeats the word.
web-about-r-money = Money
web-about-r-money-text = Income has plus, costs minus. A deviation with plus is better than the budget. Amounts are in thousands of kronor (tkr) where nothing else is said. 0 is nought; a dash means that the document gives nothing.
web-about-r-not-stated = The committee has made no assessment.
web-about-r-note = Something to look at. Never stops anything.
web-about-r-off-track = The plan will not hold.
web-about-r-on-track = The work goes as the committee has planned.
web-about-r-origin = Where the figures come from
web-about-r-origin-text = Everything shown has been read from the municipality's documents. A dotted line under a figure, or the name of a row that is a link, leads to the source with the right lines marked. Sentences at the top of pages are computed from the data.
web-about-r-partly-on-track = Some of it is done or under way, but something important is delayed.
web-about-r-scale = The words
web-about-r-scale-note = The municipality's own words stand under each assessment.
web-about-r-warning = Something that is most likely wrong, or needs an explanation.
web-about-r-words = In the documents: { $words }
web-about-read = How to read the assessments

## Several pages
web-and = and
web-word = { WORD($count) }

## At a glance
web-glance-assignments = Open assignments
web-glance-assignments-all = { $count ->
    [one] The year's assignment
   *[other] All { $count } assignments of the year
 }
web-glance-assignments-note = What the council has asked for.
web-glance-assignments-overdue = { $overdue ->
    [0] None of { WORD($open) } open ones has passed its day.
   *[other] { WORD($overdue, case: "upper") } of { WORD($open) } open ones passed their day.
 }
web-glance-before = At the same time in { $year }, { WORD($on) } of { WORD($goals) } goals were { $word }.
web-glance-budget-due = Last day for the council to decide the budget for { $next } (KL 11:10).
web-glance-budget-due-election = Last day for the newly elected council to decide the budget for { $next } (KL 11:10 and 11:11).
web-glance-by = Counted on { $day } from { $assessed } assessed contributions of { $committees ->
    [one] one committee
   *[other] { WORD($committees) } committees
 }.
web-glance-by-figures = The sentences are written by the figures, not by hand.
web-glance-by-nothing = Counted on { $day }. No contributions are assessed yet.
web-glance-chart-below = { $count ->
    [one] One committee expects a deficit
   *[other] { WORD($count, case: "upper") } committees expect a deficit
 }
web-glance-chart-desc = { $count } lying bars, sorted from the largest deficit to the largest surplus, millions of kronor. First: { $worst }. Last: { $best }.
web-glance-chart-few = { $count ->
    [one] One committee makes almost the whole deficit
   *[other] { WORD($count, case: "upper") } committees make almost the whole deficit
 }
web-glance-chart-head = Committee
web-glance-chart-none = No committee expects a deficit
web-glance-chart-sub = How the forecast deviates from the appropriation, millions of kronor. Bold: above the committee's limit, shall be explained.
web-glance-chart-title = The committees' forecasts against their frames
web-glance-chart-unit = SEK m
web-glance-chart-zero = frame
web-glance-checked = Checked last
web-glance-checked-all = All findings of the year
web-glance-checked-none = No findings.
web-glance-checked-note = The review reads every document and points out what does not hold together.
web-glance-decided = { $body } decided { $what }
web-glance-goals = The goals
web-glance-goals-all = The goals, committee by committee
web-glance-goals-note = The municipality's own judgement of the term. To the right the committees' own assessments of their contributions.
web-glance-handed = { $plans } of { $committees } committee budgets and { $reports } of { $committees } interim reports have been read in. { $complete ->
    [0] No committee has
    [one] One committee has
   *[other] { WORD($complete, case: "upper") } of { WORD($committees) } committees have
 } made all assessments.
web-glance-handed-link = See which remain
web-glance-interim-due = Last day to hand the interim report over to the council, two months after the period (KL 11:16).
web-glance-kind = The municipality at a glance, { $year }
web-glance-money = The money
web-glance-money-all = Line by line, all committees
web-glance-money-caption = Forecast against frame, SEK thousand
web-glance-money-even = Together the committees expect to keep their frames of { $frames } million.
web-glance-money-frames = The committees' frames are { $frames } million together.
web-glance-money-how = How to read the deviation
web-glance-money-how-minus = Minus means that the committee expects to cost more than its frame. The bars are ink, not red and green: money is not judged by colour.
web-glance-money-note = Operations, the forecasts for the year in the year's interim reports.
web-glance-money-over = The committees expect to cost { $sum } million more than their frames of { $frames } million.
web-glance-money-signs = deviation: plus is better than the frame
web-glance-money-table = Show the figures as a table
web-glance-money-under = The committees expect to cost { $sum } million less than their frames of { $frames } million.
web-glance-part = { $number } are { $word }
web-glance-title = { WORD($on, case: "upper") } of { WORD($goals) } goals { $on ->
    [one] is
   *[other] are
 } { $word }
web-glance-title-no-goals = The municipality at a glance
web-glance-title-unjudged = The municipality has not judged its { WORD($goals) } goals yet
web-glance-today = { $day } – today
web-glance-year = The year
web-glance-year-none = No decisions of the year have been read in
web-glance-year-note = What has been decided and what comes.

## Goals
web-goals-answered = Answered
web-goals-kind = Goals of the council { $year }
web-goals-lead = { $given } of { $asked } assessments are in.
web-goals-lead-none = No contributions are assessed yet.
web-goals-legend = Assessments
web-goals-matrix = Committees and goals
web-goals-matrix-caption = Assessments in the latest report
web-goals-matrix-note = The numbers are those of the goals, with a key under the table. Goals in empty cells are not directed to the committee.
web-goals-matrix-order = The first sign is the period, the second the term
web-goals-missing = missing
web-goals-none = No goals for the year
web-goals-none-how = The council's goals stand here when they have been decided and read in with the municipality's file.
web-goals-not-directed = · not directed here
web-goals-not-directed-short = not directed here
web-goals-of = { $given } of { $asked }
web-goals-title = { $count ->
    [one] The council has one goal
   *[other] The council has { WORD($count) } goals
 }

## A goal
web-goal-agenda = 2030 Agenda
web-goal-agenda-note = The global goals that the council has mapped it to.
web-goal-area = Goal area { $area }
web-goal-change = The change of { $year }:
web-goal-chart-reached = The target { $target } is reached
web-goal-chart-short = { $gap } short of the target { $target }
web-goal-chart-target = target { $value }
web-goal-column-interim = Interim { $year }
web-goal-chart-untold = { $label }
web-goal-compare = Compare the wordings
web-goal-contributions = The committees' contributions
web-goal-contributions-note = { $count ->
    [one] One committee answers for the goal.
   *[other] { WORD($count, case: "upper") } committees answer for the goal. Read the rows across: the same question, { WORD($count) } answers.
 }
web-goal-decided = Decided by { $body } on { $day }
web-goal-development = How it has gone
web-goal-development-note = From the committees' own tables. Every value leads to its row.
web-goal-history = Assessments over the years
web-goal-history-caption = Assessment of the term, report by report
web-goal-history-note = The period is assessed too, in every report. The term is shown here.
web-goal-indicator = Indicator
web-goal-indicator-target = (target { $target })
web-goal-indicators-caption = Indicators over the years
web-goal-indicators-sub = The value reported last for each year
web-goal-initiatives = Initiatives { $year }
web-goal-kind = Goal { $number } of the council
web-goal-lead = The goal is
web-goal-lead-count = { WORD($count) } { $word }
web-goal-lead-committees = { $count ->
    [one] The committee that answers for it assesses its contribution: { $list }.
   *[other] Of { WORD($count) } committees: { $list }.
 }
web-goal-lead-indicator = { $label }: { $value }; the target is { $target }.
web-goal-lead-unassessed = The committees' contributions are not assessed yet.
web-goal-line = Development
web-goal-lineage-continues = The goal went on with another wording in { $year }.
web-goal-lineage-dropped = The goal ended in { $year }.
web-goal-lineage-merged-from = { $goal } became part of the goal in { $year }.
web-goal-lineage-merged-to = The goal became part of { $goal } in { $year }.
web-goal-lineage-moved = The goal moved to another goal area in { $year }.
web-goal-lineage-replaced-from = The goal replaced { $goal } in { $year }.
web-goal-lineage-replaced-to = The goal was replaced by { $goal } in { $year }.
web-goal-lineage-split-from = The goal is a part of what was { $goal } until { $year }.
web-goal-lineage-split-to = The goal was split in { $year }; a part became { $goal }.
web-goal-no-contributions = No committee contributes to the goal
web-goal-no-contributions-how = The committees' contributions stand here side by side when their budgets have been read in.
web-goal-no-documents = No document has been read in.
web-goal-no-history = The goal is not assessed yet
web-goal-no-history-how = The assessments stand here report by report when the first interim report has been read in.
web-goal-no-indicators = No indicator is given.
web-goal-no-report = no such report has been read in
web-goal-not-directed = the goal was not directed to the committee
web-goal-nothing-planned = Nothing is given.
web-goal-overall = The municipality's judgement
web-goal-reworded = The goal was reworded for { $year }. Assessments before and after are not quite about the same thing.
web-goal-set-aside = Set aside
web-goal-target = Target
web-goal-term = During the term
web-goal-thread-contributions = { $count ->
    [0] No committee yet
    [one] One committee contributes
   *[other] { WORD($count, case: "upper") } committees contribute
 }
web-goal-thread-money = The committees' economy { $year }
web-goal-versions = Wordings
web-goal-versions-note = What the goal has been called, who decided it and what it comes from.

## Economy
web-economy-all = All committees
web-economy-budget = Budget
web-economy-caption = Net cost and frame, SEK thousand
web-economy-caption-line = { $line }, SEK thousand
web-economy-committee = Committee
web-economy-committees = Committees
web-economy-committees-note = The name of a column sorts. Every amount leads to the row in the committee's document.
web-economy-deviation = Deviation
web-economy-forecast = Forecast
web-economy-forecast-before = Forecast, year before
web-economy-forecast-or-outcome = Forecast or outcome
web-economy-frame = Appropriation
web-economy-from = From
web-economy-kind = Economy { $year }
web-economy-lead = The committees' forecast is { $sum } million together, against frames of { $frames } million.
web-economy-lead-budgets = The committees' net cost deviates { $sum } million from the budget together.
web-economy-lead-frames = There is no interim report yet; the amounts are the committees' own budgets.
web-economy-lead-line = Together the line deviates { $sum } million from the budget.
web-economy-lead-outcome = The committees' outcome is { $sum } million together, against frames of { $frames } million.
web-economy-line = Line
web-economy-lines = Line by line
web-economy-lines-caption = Lines of the income statement, all committees together, SEK thousand
web-economy-lines-note = The sums are computed by the program from the committees' statements. The name of a line shows it committee by committee.
web-economy-none = No economy for the year
web-economy-none-how = The committees' statements stand here when their budgets, interim reports or annual analyses have been read in.
web-economy-outcome = Outcome
web-economy-percent = Per cent
web-economy-signs = Income plus, cost minus. Deviation: plus is better than the budget. A bold deviation is above the committee's limit.
web-economy-signs-plan = Income plus, cost minus.
web-economy-title-budgets = The committees' budgets
web-economy-title-frames = The frames are { $frames } million together
web-economy-title-held = Together the committees keep their frames
web-economy-title-held-outcome = Together the committees kept their frames
web-economy-title-line = { $line }, committee by committee
web-economy-title-over = { $count ->
    [one] One committee expects to exceed its frame
   *[other] { WORD($count, case: "upper") } committees expect to exceed their frames
 }
web-economy-title-over-outcome = { $count ->
    [one] One committee exceeded its budget
   *[other] { WORD($count, case: "upper") } committees exceeded their budgets
 }
web-economy-to-frames = Back to the frames

## Assignments
web-assignments-answered = reported back
web-assignments-any = All bodies
web-assignments-assignment = Assignment
web-assignments-back = Reported back
web-assignments-body = Committee or company
web-assignments-caption = The assignments
web-assignments-day = At the latest
web-assignments-done = closed
web-assignments-done-on = reported back { $day }
web-assignments-kind = Assignments { $year }
web-assignments-lead = { $overdue ->
    [0] None has passed its day without an answer.
    [one] One has passed its day without an answer.
   *[other] { WORD($overdue, case: "upper") } have passed their day without an answer.
 }
web-assignments-lead-body = Led by
web-assignments-led-by = Led by { $body }.
web-assignments-left = { $months ->
    [0] less than a month left
   *[other] { $months } months left
 }
web-assignments-no-day = no day is given
web-assignments-none = No assignments for the year
web-assignments-none-how = Assignments stand here when a document that tells of them has been read in.
web-assignments-note = Gathered from all documents of the year. Where no day is printed, the last day that the law gives the named report is shown.
web-assignments-order = Those that have passed their day first, then by day
web-assignments-overdue = { $months ->
    [0] less than a month over
   *[other] { $months } months over
 }
web-assignments-show = Show
web-assignments-state = State
web-assignments-title = { $open ->
    [0] All assignments are reported back
    [one] One assignment is open
   *[other] { WORD($open, case: "upper") } assignments are open
 }
web-assignments-told = From
web-assignments-with = with
