# Läsning av dokument.
reading-empty = { $file } är tom: där finns ingen text att läsa. Kontrollera att rätt fil valdes, eller exportera texten på nytt.
reading-too-large = { $file } är för stor: { $size } MB. Högst { $largest } MB läses. Dela filen, eller spara den utan bilder.
reading-binary = { $file } är inte text: tecken nummer { $at } finns inte i någon text. Spara dokumentet som PDF, Word (.docx), HTML, text (.txt) eller Markdown (.md) och försök igen.
reading-encoding = { $file } är skriven i en teckenkodning som inte går att läsa, eller i två på en gång: byte nummer { $at } passar inte. Öppna texten där den skrevs och spara den som UTF-8.
reading-unsupported = { $file } är i formatet { $format }, som inte läses. Spara dokumentet som PDF, Word (.docx), HTML, text (.txt) eller Markdown (.md) och försök igen.
reading-damaged = { $file } är skadad eller avklippt: den går inte att läsa som { $format }. Hämta eller spara filen på nytt.
reading-encrypted = { $file } är låst med lösenord. Spara en kopia utan lösenord och försök igen.
reading-too-much = { $file } innehåller mer än vad som läses av en { $format }: gränsen är { $limit } { $what ->
    [pages] sidor
    [bytes] MB uppackat
    [drawn] MB ritanvisningar (former räknas varje gång de ritas)
    [elements] element
    [lines] rader
    [seconds] sekunders arbete
    [memory] MB minne
   *[other] nivåer
}. Dela dokumentet, eller spara det på nytt från det program som det skrevs i. Gränsen ställs med { $setting }.
reading-entities = { $file } läses inte: filens XML deklarerar egna entiteter, vilket inget vanligt dokument gör och som kan få en liten fil att svälla. Spara dokumentet på nytt från det program som det skrevs i.
reading-no-document = { $file } är ett paket utan textdokument (kanske ett kalkylark, en fil från LibreOffice eller ett arkiv). Spara texten som Word (.docx) eller PDF och försök igen.
reading-scanned = { $file } är inskannad eller saknar läsbar text: { $pages ->
    [one] den enda sidan är en bild
   *[other] alla { $pages } sidor är bilder
} utan text, eller tecken utan uppgift om vilka de är. Kör teckenigenkänning (OCR) på filen och försök igen.
reading-why-scanned = sidan är en bild utan text, eller så säger filen inte vilka tecken den består av
reading-style-syntax = { $line ->
    [0] Stilfilen
   *[other] Stilfilen, rad { $line }, kolumn { $column }:
} går inte att läsa som TOML. Se efter citattecken, hakparenteser och likhetstecken.
reading-style-unknown = { $line ->
    [0] Stilfilen:
   *[other] Stilfilen, rad { $line }, kolumn { $column }:
} ”{ $word }” finns inte i någon stil. Närmast kommer ”{ $near }”.
reading-style-missing = { $line ->
    [0] Stilfilen:
   *[other] Stilfilen, rad { $line }, kolumn { $column }:
} ”{ $word }” saknas.
reading-style-kind = { $line ->
    [0] Stilfilen:
   *[other] Stilfilen, rad { $line }, kolumn { $column }:
} här står { $found ->
    [list] en lista
    [text] en text
    [number] ett tal
    [boolean] sant eller falskt
    [table] en tabell
   *[other] något annat
}, och det ska vara { $expected ->
    [list] en lista: ["…", "…"]
    [text] en text: "…"
    [number] ett tal
    [boolean] true eller false
    [table] en tabell
   *[other] något annat
}.
reading-style-value = { $line ->
    [0] Stilfilen:
   *[other] Stilfilen, rad { $line }, kolumn { $column }:
} värdet går inte att använda.
reading-not-recognised = Inget känns igen i texten. Det som söktes är dokumentets namn ({ $titles }), sidhuvuden med namn, nämnd och sida, och rubriker som "{ $goal }" och "{ $area }" (stil: { $style }). Heter det något annat hos er? Skriv orden i en stilfil och läs med --style.
reading-lost = { $path } blev inte läst: läsningen avbröts av ett fel i programmet. Kör igen, och säg till om det upprepas.
reading-why-noise = raden har inga ord
reading-why-drawing = orden står i ett diagram
reading-why-navigation = orden är en webbsidas meny, inte dokumentets text
reading-why-nobody = inget mönster tog raden
reading-proposal-near = rubriken liknar ”{ $like }”; lägg till den så känns den igen
reading-proposal-in-goal = en rubrik under ett mål som inget mönster tog; är den något annat, byt lista
reading-proposal-recurs = en rubrik som återkommer i { $times } avsnitt och som inget mönster tog; välj vad den är
reading-proposal-status = en bedömning i ord som inte finns på skalan; välj vilken status den är
reading-proposal-line = en rad i resultaträkningen som inte är känd
reading-proposal-table = en tabell med belopp vars slag inte är känt; välj vilket
reading-proposal-unmarked = { $times } rubriker står där mål brukar stå och inget mönster tog dem; är de mål utan märkord kan stilen säga det
reading-style-file = Husstilen: kommunens egna rubriker och ord, utöver de vanliga svenska.
reading-style-addition = { $who }, { $day }, ur { $file }
