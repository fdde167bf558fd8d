# Läsning av dokument.
reading-empty = { $file } är tom: där finns ingen text att läsa. Kontrollera att rätt fil valdes, eller exportera texten på nytt.
reading-too-large = { $file } är för stor: { $size } MB. Högst { $largest } MB läses. Dela filen, eller spara den utan bilder.
reading-binary = { $file } är inte text: tecken nummer { $at } finns inte i någon text. Spara dokumentet som text (.txt) eller Markdown (.md) och försök igen.
reading-unsupported = { $file } är i formatet { $format }, som inte läses. Spara dokumentet som text (.txt) eller Markdown (.md) och försök igen.
reading-style-unusable = Stilfilen kan inte användas: { $reason }
reading-not-recognised = Inget känns igen i texten. Det som söktes är dokumentets namn ({ $titles }), sidhuvuden med namn, nämnd och sida, och rubriker som "{ $goal }" och "{ $area }" (stil: { $style }). Heter det något annat hos er? Skriv orden i en stilfil och läs med --style.
reading-why-noise = raden har inga ord
reading-why-nobody = inget mönster tog raden
