# Reading of documents.
reading-empty = { $file } is empty: there is no text to read. Check that it is the right file, or export the text again.
reading-too-large = { $file } is too large: { $size } MB. At most { $largest } MB are read. Split the file, or save it without pictures.
reading-binary = { $file } is not text: character number { $at } stands in no text. Save the document as PDF, Word (.docx), HTML, text (.txt) or Markdown (.md) and try again.
reading-encoding = { $file } is written in an encoding that cannot be read, or in two at once: byte number { $at } does not fit. Open the text where it was written and save it as UTF-8.
reading-unsupported = { $file } is in the format { $format }, which is not read. Save the document as PDF, Word (.docx), HTML, text (.txt) or Markdown (.md) and try again.
reading-damaged = { $file } is damaged or cut short: it cannot be read as { $format }. Fetch or save the file anew.
reading-encrypted = { $file } is locked with a password. Save a copy without one and try again.
reading-too-much = { $file } holds more than is read of a { $format }: the limit is { $limit } { $what ->
    [pages] pages
    [bytes] MB unpacked
    [drawn] MB of drawing instructions (forms counted each time they are drawn)
    [elements] elements
    [lines] lines
    [seconds] seconds of work
    [memory] MB of memory
   *[other] levels
}. Part the document, or save it anew from the program that it was written in. The limit is set with { $setting }.
reading-entities = { $file } is not read: the file's XML declares entities of its own, which no ordinary document does and which can make a small file swell. Save the document anew from the program it was written in.
reading-no-document = { $file } is a package without a text document (perhaps a workbook or an archive). Save the text as Word (.docx) or PDF and try again.
reading-scanned = { $file } is scanned or has no readable text: { $pages ->
    [one] its only page is a picture
   *[other] all { $pages } pages are pictures
} without text, or signs that the file does not name. Run character recognition (OCR) on the file and try again.
reading-why-scanned = the page is a picture without text, or the file does not say what letters it consists of
reading-style-syntax = { $line ->
    [0] The style file
   *[other] The style file, line { $line }, column { $column },
} cannot be read as TOML. Look at quotation marks, brackets and equals signs.
reading-style-unknown = { $line ->
    [0] The style file:
   *[other] The style file, line { $line }, column { $column }:
} no style has “{ $word }”. Nearest comes “{ $near }”.
reading-style-missing = { $line ->
    [0] The style file:
   *[other] The style file, line { $line }, column { $column }:
} “{ $word }” is missing.
reading-style-kind = { $line ->
    [0] The style file:
   *[other] The style file, line { $line }, column { $column }:
} here stands { $found ->
    [list] a list
    [text] a text
    [number] a number
    [boolean] true or false
    [table] a table
   *[other] something else
}, and it must be { $expected ->
    [list] a list: ["…", "…"]
    [text] a text: "…"
    [number] a number
    [boolean] true or false
    [table] a table
   *[other] something else
}.
reading-style-value = { $line ->
    [0] The style file:
   *[other] The style file, line { $line }, column { $column }:
} the value cannot be used.
reading-not-recognised = Nothing in the text is recognised. What was looked for is the document's name ({ $titles }), running heads with name, committee and page, and headings such as "{ $goal }" and "{ $area }" (style: { $style }). Are they called something else in your municipality? Write the words in a style file and read with --style.
reading-lost = { $path } was not read: reading was broken off by a fault in the program. Run it again, and tell us if it happens again.
reading-why-noise = the line has no words
reading-why-drawing = the words stand in a chart
reading-why-navigation = the words are the menu of a web page, no text of the document
reading-why-nobody = no pattern took the line
reading-proposal-near = the heading is like ”{ $like }”; add it and it is recognised
reading-proposal-in-goal = a heading under a goal that no pattern took; is it something else, choose another list
reading-proposal-recurs = a heading that recurs in { $times } sections and that no pattern took; choose what it is
reading-proposal-status = an assessment in words that are not on the scale; choose the status it is
reading-proposal-line = a line of the statement that is not known
reading-proposal-table = a table of amounts whose kind is not known; choose which
reading-proposal-unmarked = { $times } headings stand where goals usually do and no pattern took them; if they are goals without a mark, the style can say so
reading-style-file = The house style: the municipality's own headings and words, beside the common Swedish ones.
reading-style-addition = { $who }, { $day }, from { $file }
