# rules: what the checker says
rule-slack = rounding explains at most { $slack } here
rule-expected-formula = { $value }, { $formula }
rule-write-value = Write { $value }, or put right what the figure is computed from.
rule-one-of-cells = One of { $count } figures is wrong. Check them against their source; if the others are right, this should be { $value }.
rule-sum-of-rows-off-says = { $row }: the rows do not give the sum ({ $column })
rule-statement-identity-off-says = { $row }: the parts do not give the line ({ $column })
rule-change-column-off-says = { $row }: { $column } does not follow from its columns
rule-split-off-says = { $row }: the parts do not give the whole ({ $column })
rule-ledger-end-off-says = { $row }: the decisions do not lead here ({ $column })
