# writing
writing-agenda = 2030 Agenda
writing-and = and
writing-assessments-read = The words are read from the assessments below.
writing-assignment = Assignment
writing-assignment-kicker = Assignment under the goal area
writing-back-annual = In the annual analysis
writing-back-case = As a case of its own
writing-back-interim = In the interim report
writing-back-to = to { $to }
writing-checksum = Checksum of the snapshot (SHA-256)
writing-contents = Contents
writing-count-assignments = { $count ->
    [one] one assignment
   *[other] { $number } assignments
}
writing-count-goals = { $count ->
    [one] one goal
   *[other] { $number } goals
}
writing-count-indicators = { $count ->
    [one] One indicator
   *[other] { $number } indicators
}
writing-count-initiatives = { $count ->
    [one] one initiative
   *[other] { $number } initiatives
}
writing-diagram = Diagram
writing-empty-cell = empty
writing-expected-effect = Expected effect
writing-explanation-missing = Explanation missing.
writing-goals-directed = { $count ->
    [one] One goal directed here
   *[other] { $number } goals directed here
}
writing-in-the-budget = The committee budget
writing-in-the-interim-report = Comes in the interim report
writing-key = How to read
writing-key-dash = The cell is empty in the document.
writing-key-dash-sign = Dash
writing-key-not-stated = The committee has given no assessment.
writing-key-off-track = The plan will not hold.
writing-key-on-track = The work goes as the committee has planned.
writing-key-partly-on-track = Part is done or under way, but something essential is late.
writing-key-thread = The thread from the goal to its follow-up. Filled knot: the part that this document writes.
writing-key-thread-sign = Red line
writing-kind-annual-analysis = Annual analysis
writing-kind-annual-report = Annual report
writing-kind-case = Case
writing-kind-city-interim-report = The city's interim report
writing-kind-committee-budget = Committee budget
writing-kind-council-budget = The council's budget
writing-kind-interim-report = Interim report
writing-kind-unknown = Document
writing-knot-assessment = Assessment
writing-knot-contribution = The committee's contribution
writing-knot-follow-up = Follow-up
writing-knot-goal = The council's goal
writing-lead-by = Led by
writing-lead-note = Counted from { $file }, not written by hand.
writing-lead-report = { $on } of { $all } goals are on track.
writing-lead-report-none = None of { $all } goals is on track.
writing-line = Line { $line }
writing-not-decided = Not decided. The checksum is worked out when the decision has been made.
writing-note = Note
writing-page = page
writing-period = The period
writing-report-back = Reported back
writing-row-note = Remark
writing-skip = Skip to the content
writing-source = Source
writing-status-not-stated = not assessed
writing-status-off-track = off track
writing-status-on-track = on track
writing-status-partly-on-track = partly on track
writing-table = Table
writing-term = The term
writing-this-document = This document
writing-together-with = Together with
writing-unit = Unit: { $unit }.
writing-unread = Text without a place in the outline
writing-unread-note = These lines were read but could not be taken to any section.
