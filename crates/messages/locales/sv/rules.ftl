# rules: granskningens anmärkningar
rule-slack = avrundning förklarar högst { $slack } här
rule-expected-formula = { $value }, { $formula }
rule-write-value = Skriv { $value }, eller rätta det som siffran räknas av.
rule-one-of-cells = En av { $count } siffror är fel. Kontrollera dem mot underlaget; stämmer de andra ska här stå { $value }.
rule-sum-of-rows-off-says = { $row }: raderna ger inte summan ({ $column })
rule-statement-identity-off-says = { $row }: delarna ger inte raden ({ $column })
rule-change-column-off-says = { $row }: { $column } stämmer inte med kolumnerna
rule-split-off-says = { $row }: delarna ger inte det hela ({ $column })
rule-ledger-end-off-says = { $row }: besluten leder inte hit ({ $column })
