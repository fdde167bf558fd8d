# Reading of documents.
reading-empty = { $file } is empty: there is no text to read. Check that it is the right file, or export the text again.
reading-too-large = { $file } is too large: { $size } MB. At most { $largest } MB are read. Split the file, or save it without pictures.
reading-binary = { $file } is not text: character number { $at } stands in no text. Save the document as text (.txt) or Markdown (.md) and try again.
reading-unsupported = { $file } is in the format { $format }, which is not read. Save the document as text (.txt) or Markdown (.md) and try again.
reading-style-unusable = The style file cannot be used: { $reason }
reading-not-recognised = Nothing in the text is recognised. What was looked for is the document's name ({ $titles }), running heads with name, committee and page, and headings such as "{ $goal }" and "{ $area }" (style: { $style }). Are they called something else in your municipality? Write the words in a style file and read with --style.
reading-why-noise = the line has no words
reading-why-nobody = no pattern took the line
