# Importing as a review
act-review-missing = There is no such review. It may be another municipality's.
act-review-closed = The review is closed already. Nothing was changed. Read the file again if you want to change something.
act-review-proposal-missing = The proposal is no longer there: the document or the facts have changed since the page was shown. Nothing was changed. Look at the proposals as they are now.
act-lineage-not-decided = There is no decision to undo: it has been undone already, or the facts have changed. Nothing was changed.
act-review-undecided = { $count ->
    [one] One proposal is not decided
   *[other] { $count } proposals are not decided
 }. Accept or reject, then finish. Nothing was changed.

web-review-title = Reading documents in
web-review-lead = Add a document. It is read, compared with what holds and shown as proposals beside its lines. Nothing is stored before you finish the review.
web-review-upload = Read a document in
web-review-link = Read a document in
web-review-file = The document
web-review-file-hint = Text, Markdown, PDF, DOCX or HTML, at most 100 MB. One document at a time.
web-review-read = Read and compare
web-review-list = Reviews
web-review-list-note = The latest first. You can go on with an open review whenever you like.
web-review-none = Nothing has been read in here yet.
web-review-none-how = Choose a file above. The review will stand in this list.
web-review-column-document = Document
web-review-column-file = File
web-review-column-who = Who and when
web-review-column-state = State
web-review-who-when = { $who }, { $day }
web-review-state-open = open
web-review-state-finished = finished: version { $version }, { $accepted } accepted, { $rejected } rejected
web-review-state-discarded = thrown away, nothing was stored
web-review-no-file = No file was chosen. Choose a document and try again.
web-review-not-read = The document could not be read in
web-review-whole-file = The file did not arrive whole. Nothing was saved. Try again.

web-review-kind = Review { $number }
web-review-heading-open = { $count ->
    [one] One proposal is left to decide
   *[other] { $words } proposals are left to decide
 }
web-review-heading-decided = Everything is decided
web-review-heading-same = Nothing new to decide
web-review-heading-finished = The review is finished
web-review-heading-discarded = The review is thrown away
web-review-compared-new = The document is new: { $file } has nothing to be compared with.
web-review-compared = { $file } compared with version { $version }, which holds now.
web-review-tally = { $same ->
    [0] {""}
    [one] One fact is the same.
   *[other] { $same_many } facts are the same.
 } { $accepted ->
    [0] {""}
    [one] One proposal is accepted.
   *[other] { $accepted_many } proposals are accepted.
 } { $rejected ->
    [0] {""}
    [one] One is rejected.
   *[other] { $rejected_many } are rejected.
 } { $before ->
    [0] {""}
    [one] One was rejected before and is not asked.
   *[other] { $before_many } were rejected before and are not asked.
 } { $known ->
    [0] {""}
    [one] One fact stands in another document already.
   *[other] { $known_many } facts stand in other documents already.
 }
web-review-unread = { $count ->
    [one] One line of the document was not understood.
   *[other] { $count } lines of the document were not understood.
 } They come along but propose nothing.
web-review-same-bytes = The same file is stored already as version { $version }.
web-review-moved = The document has got a newer version since the review began. The proposals below are compared with version { $version }. Look through them, then finish.
web-review-finished-says = Version { $version } holds. { $accepted ->
    [one] One proposal was accepted
   *[other] { $accepted } proposals were accepted
 }, { $rejected ->
    [0] none was rejected
    [one] one was rejected
   *[other] { $rejected } were rejected
 }.
web-review-discarded-says = Nothing was stored. What held before holds.
web-review-to-document = To the document
web-review-to-list = To all reviews
web-review-stop = That did not work
web-review-sections = Sections with proposals
web-review-gone = No longer in the document
web-review-gone-note = Stood in version { $version }. If you accept, the fact no longer holds. The lines are from that version.
web-review-no-section = Without heading
web-review-section-left = { $open } of { $many } left
web-review-section-done = { $all ->
    [one] decided
   *[other] all { $many } decided
 }
web-review-contradicted = Contradicted
web-review-contradicted-note = What the document itself or another document speaks against, at most 20 here. They stand in their sections too.
web-review-index = Sections
web-review-index-note = Sections with more than { $most } proposals, and those that do not fit here, have a page of their own. Accept and Reject are always about the whole section.
web-review-index-part = Section
web-review-index-proposals = Proposals
web-review-index-left = Left
web-review-accept-rest = Accept the rest
web-review-reject-rest = Reject the rest
web-review-count-new = { $many } new
web-review-count-different = { $many } different
web-review-count-contradicted = { $many } contradicted
web-review-count-gone = { $many } gone
web-review-count-names = { $count ->
    [one] 1 name
   *[other] { $many } names
 }
web-review-count-before = { $many } rejected before
web-review-shown-all = { $count ->
    [one] 1 proposal
   *[other] { $many } proposals
 }
web-review-shown = Proposals { $from }–{ $to } of { $all }.
web-review-shown-lines = Lines { $from }–{ $to } of { $all }.
web-review-open-in-part = { $count ->
    [one] One is left to decide.
   *[other] { $many } are left to decide.
 }
web-review-to-index = To all sections
web-review-pages = More proposals
web-review-page-of = Page { $page } of { $pages }
web-review-previous = Previous page
web-review-next = Next page
web-review-next-part = Next section: { $section }
web-lineage-title = Lineage
web-lineage-link = What may continue under another name
web-lineage-lead = Names that are new in a year, beside what they are most alike of what is gone.
web-lineage-how = If you say that it continues, assessments and history come along. If you say that it is new, you are not asked again. What is decided here can be undone below; what is decided in a review is undone there, before it is finished.
web-lineage-none = Nothing is left to decide.
web-lineage-decided = Decided
web-review-lineage = What continues
web-review-lineage-note = Names in the document that the registry lacks, beside what they are most alike. If you accept, assessments and history come along. If you reject, it is new.
web-review-other = What else differs
web-review-other-note = Lines that differ from the version that holds without speaking against any fact. They come along when you store.
web-review-other-count = { $count ->
    [one] One line
   *[other] { $many } lines
 }
web-review-before = Rejected before, not asked
web-review-before-note = The same proposal was rejected in an earlier import. What held holds.
web-review-before-who = Rejected by { $who } on { $day }
web-review-rows = Proposals in the section { $section }
web-review-column-proposal = Proposal
web-review-column-lines = In the document
web-review-column-decision = Decision
web-review-what-new = new
web-review-what-different = different
web-review-what-contradicted = contradicted
web-review-what-gone = gone
web-review-was-is = { $was } → { $is }
web-review-was = held: { $was }
web-review-contradicts = contradicts
web-review-against = Contradicted by
web-review-also = Stands in
web-review-what-known = stands already
web-review-known = Stands in other documents already
web-review-known-note = The committee's other documents of the year say the same. There is nothing to decide, and the facts are stored when you finish.
web-review-known-count = { $count ->
    [one] One fact
   *[other] { $many } facts
 }
web-review-elsewhere-same = It says the same.
web-review-elsewhere-amount = There it is { $there }, here { $here }, for the same thing and the same year. The amount may have been changed in between: decide which one holds.
web-review-elsewhere-target = There the target is { $there }, here { $here }. It may have been changed in between: decide which one holds.
web-review-standing-accepted = accepted
web-review-standing-rejected = rejected
web-review-accept = Accept
web-review-reject = Reject
web-review-undo = Undo
web-review-ask = Ask again
web-review-accept-it = Accept: { $name }
web-review-accept-section = Accept the rest of the section
web-review-reject-section = Reject the rest of the section
web-review-accept-all = { $count ->
    [one] Accept what is left
   *[other] Accept all { $many } that are left
 }
web-review-alone = This is weak: “Accept all” leaves it to be decided by itself.
web-review-undo-all = Undo all decisions
web-review-finish = Finish and store
web-review-discard = Throw the review away
web-review-discard-sure = { $count ->
    [0] What was read is thrown away and nothing is stored. It cannot be undone.
    [one] What was read is thrown away with the one decision made, and nothing is stored. It cannot be undone.
   *[other] What was read is thrown away with the { $count } decisions made, and nothing is stored. It cannot be undone.
 }
web-review-discard-do = Yes, throw it away
web-review-compared-anew = Nothing is stored yet. While you reviewed, the document got a newer version. The proposals are now compared with that one, and your decisions are kept. Look through them and finish once more.
web-review-loses = { $gone } of { $held } facts that hold are not in { $file }. Make sure that it is the right file, that it is whole and that it is the municipality's own. Decide section by section.
web-review-finish-when = You can finish when everything is decided. What is rejected stays as it was and is not asked next time.
web-review-end = Finish
web-review-baseline = baseline { $value }
web-review-target = target { $value }
web-review-due = day: { $day }
web-review-subject-goal_area = goal area
web-review-subject-goal = goal
web-review-subject-agenda_link = link to Agenda 2030
web-review-subject-directed_to = whom a goal is directed to
web-review-subject-initiative = initiative
web-review-subject-priority = priority
web-review-subject-assignment = assignment
web-review-subject-indicator = indicator
web-review-subject-assessment_period = assessment of the period
web-review-subject-assessment_term = assessment of the term
web-review-subject-statement = income statement
web-review-subject-split = split
web-review-subject-budget_area = budget area
web-review-subject-investment = investment
web-review-subject-ledger = decisions on the frame
web-review-subject-net_cost = net cost
web-review-subject-table = figure in a table
web-review-subject-figure = figure in the text
web-review-subject-report_back = report back
web-review-subject-reference = plan or programme
web-review-subject-text = text
web-review-subject-proposed_decision = proposed decision
web-review-subject-reply_by = last day to answer
web-review-subject-consultee = consultee
web-review-subject-question = question
web-review-subject-recipient = recipient of the decision
web-review-subject-related_case = other case
web-review-case = The case
web-review-case-note = What the case proposes and asks, who is to answer and by when.
web-review-lineage-body = committee
web-review-relation-continues = continues as
web-review-relation-split = is split and becomes
web-review-relation-merged = is merged into
web-review-relation-new = is another thing than
web-review-likeness = { $percent } per cent of the words are alike
web-review-same-amount = the same amount for { $year }
web-review-adds-up = the amounts for { $year } add up to the same
web-review-near-amount = nearly the same amount
web-review-same-area = same goal area
web-review-same-below = { $count ->
    [one] one text or initiative below is the same
   *[other] { $count } texts and initiatives below are the same
 }
web-review-same-place = the same place in the document
web-review-same-goals = { $count ->
    [one] one goal in common
   *[other] { $count } goals in common
 }
web-review-same-links = { $count ->
    [one] one link to Agenda 2030 in common
   *[other] { $count } links to Agenda 2030 in common
 }
web-review-is-new = No, it is new
web-review-continues = Yes, it continues
web-review-standing-new = new
web-review-standing-continues = continues

web-stop-not-editing-title = Reading in is not switched on
web-stop-not-editing-says = This site can only be read. Whoever runs the program switches reading in on by starting it with the name of the reviewer: uppsikt serve --editor NAME.
web-review-kind-ask = Say what kind of document has that title, and such documents are known from the next reading. Then send the file again.
web-review-kind-title = The title
web-review-kind-hint = { "{" }year{ "}" } is any year, { "{" }body{ "}" } the name of the committee.
web-review-kind-is = It is
web-review-kind-say = Add to the house style
