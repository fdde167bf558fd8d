//! A small municipality as its file describes it.

/// `kommun.toml` of a town with a council, two committees, one goal area, and a goal that
/// was reworded in 2025.
pub const EKBY: &str = r#"
name = "Ekby kommun"
slug = "ekby"
statistical_areas = ["Centrum", "Åsen"]

[[body]]
slug = "kommunfullmaktige"
name = "Kommunfullmäktige"
abbreviation = "KF"
kind = "council"

[[body]]
slug = "fritidsnamnden"
name = "Fritidsnämnden"
abbreviation = "FN"
deviation_threshold_tkr = 300

[[body]]
slug = "skolnamnden"
name = "Skolnämnden"
from_year = 2023

[[goal_area]]
slug = "barn-och-unga"
[[goal_area.version]]
name = "Barn och unga"
from_year = 2023
to_year = 2026
position = 1

[[goal]]
slug = "lasning"
[[goal.version]]
name = "Barn ska läsa mer"
area = "barn-och-unga"
from_year = 2023
to_year = 2024
position = 1
agenda_2030 = [4]
directed_to = ["fritidsnamnden"]
decision = { body = "Kommunfullmäktige", decided_on = 2022-11-21, paragraph = "§ 14", case_number = "KS-2022-29", what = "Budget 2023 med mål" }
[[goal.version]]
name = "Fler barn läser"
area = "barn-och-unga"
from_year = 2025
to_year = 2026
position = 1
agenda_2030 = [4, 10]
directed_to = ["fritidsnamnden", "skolnamnden"]
decision = { body = "Kommunfullmäktige", decided_on = 2024-11-18, what = "Budget 2025 med mål" }

[[goal]]
slug = "bokbussen"
[[goal.version]]
name = "Bokbussen når hela kommunen"
from_year = 2023
to_year = 2024
position = 2
decision = { body = "Kommunfullmäktige", decided_on = 2022-11-21, paragraph = "§ 14", case_number = "KS-2022-29", what = "Budget 2023 med mål" }

[[goal_status]]
goal = "lasning"
year = 2025
report = "annual_analysis"
status = "partly_on_track"
said_by = "Kommunstyrelsen"

[[lineage]]
kind = "goal"
from = "lasning"
to = "lasning"
relation = "continues"
year = 2025
said_by = "Kommunfullmäktige"
reason = "Omformulerat"

[[lineage]]
kind = "goal"
from = "bokbussen"
relation = "dropped"
year = 2025
said_by = "Kommunfullmäktige"
"#;
