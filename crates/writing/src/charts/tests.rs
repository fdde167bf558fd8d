use super::*;

fn line() -> Drawing {
    let point = |label: &str, value| Point { label: label.into(), value };
    Drawing::Line(LineChart {
        from: 50,
        to: 72,
        decimals: 0,
        target: Some(Target { value: 70, label: "mål 70".into() }),
        points: vec![
            point("2022", Some(58)),
            point("2023", None),
            point("2024", Some(60)),
            point("2025", Some(63)),
        ],
    })
}

fn deviations() -> Drawing {
    let row = |label: &str, value| Deviation { label: label.into(), value, strong: false };
    Drawing::Deviations(DeviationBars {
        head: "Nämnd".into(),
        zero: "ram".into(),
        unit: "mkr".into(),
        decimals: 1,
        threshold: Some(5),
        rows: vec![row("Kommunstyrelsen", 29), row("Vård & omsorg", -248), row("Servicenämnden", 1)],
    })
}

fn waterfall() -> Drawing {
    let row = |kind, label: &str, value| FallRow { kind, label: label.into(), value };
    Drawing::Waterfall(WaterfallBars {
        scale_note: "tkr, skalan börjar vid 183 000".into(),
        decimals: 0,
        from: 183_000,
        to: 196_000,
        rows: vec![
            row(FallRowKind::Level, "Ursprunglig ram", 184_200),
            row(FallRowKind::Step, "Simhallens drift", 1_700),
            row(FallRowKind::Step, "Lägre personalkostnader", -2_450),
            row(FallRowKind::Level, "Prognos", 183_450),
        ],
    })
}

fn page(drawing: &Drawing) -> String {
    drawing.svg("c1", "Titel <1>", "Beskrivning & mer", Medium::Page)
}

#[test]
fn every_chart_has_a_name_and_a_description() {
    for drawing in
        [line(), deviations(), waterfall(), Drawing::Spark(Sparkline { values: vec![Some(1), None] })]
    {
        let svg = page(&drawing);
        assert!(svg.contains(r#"role="img" aria-labelledby="c1-t c1-d""#), "{svg}");
        assert!(svg.contains(r#"<title id="c1-t">Titel &lt;1&gt;</title>"#), "{svg}");
        assert!(svg.contains(r#"<desc id="c1-d">Beskrivning &amp; mer</desc>"#), "{svg}");
    }
}

#[test]
fn no_element_on_a_page_carries_a_style() {
    for drawing in [line(), deviations(), waterfall()] {
        assert!(!page(&drawing).contains("style"), "a content policy would refuse it");
    }
}

#[test]
fn bars_are_sorted_worst_first_and_bold_beyond_the_threshold() {
    let svg = page(&deviations());
    let place = |words: &str| svg.find(words).unwrap();
    assert!(place("Vård &amp; omsorg") < place("Servicenämnden"));
    assert!(place("Servicenämnden") < place("Kommunstyrelsen"));
    assert!(svg.contains(r#"class="end b">−24,8<"#) && svg.contains(r#"class="end">+0,1<"#), "{svg}");
}

#[test]
fn the_longest_bar_fills_its_side_of_the_zero_line() {
    let svg = page(&deviations());
    assert!(svg.contains(r#"<rect x="4.00%" y="49" width="80.00%" height="12" class="neg"/>"#), "{svg}");
    assert!(svg.contains(r#"<rect x="84.00%" y="145" width="9.35%" height="12" class="pos"/>"#), "{svg}");
}

#[test]
fn bars_on_one_side_only_stay_inside() {
    let rows = |values: &[i64]| {
        values.iter().map(|v| Deviation { label: "a".into(), value: *v, strong: false }).collect()
    };
    for values in [&[3, 5][..], &[-3, -5], &[0, 0], &[i64::MIN + 1, i64::MAX]] {
        let Drawing::Deviations(bars) = deviations() else { panic!("bars") };
        let svg = page(&Drawing::Deviations(DeviationBars { rows: rows(values), ..bars }));
        assert!(!svg.contains("\"-") || svg.contains("y1=\"-"), "{svg}");
    }
}

#[test]
fn a_step_starts_where_the_one_before_it_ended() {
    let svg = page(&waterfall());
    // 184 200 lies at 9.23 %, 185 900 at 22.31 %: a bar of 13.08 %.
    assert!(svg.contains(r#"<rect x="9.23%" y="92" width="13.08%" height="14" class="neg"/>"#), "{svg}");
    assert!(svg.contains(r#"<line x1="22.31%" x2="22.31%" y1="106" y2="138" class="join"/>"#), "{svg}");
    assert!(svg.contains(r#"height="14" class="pos"/>"#) && svg.contains("−2\u{202f}450"), "{svg}");
}

#[test]
fn a_missing_value_leaves_a_gap() {
    let svg = page(&line());
    assert_eq!(svg.matches(r#"class="line""#).count(), 1, "only between 2024 and 2025: {svg}");
    assert_eq!(svg.matches(r#"class="dot""#).count(), 3);
    assert!(svg.contains(">2023</text>"));
}

#[test]
fn print_has_the_same_drawing_with_its_style_inside() {
    for drawing in [line(), deviations(), waterfall()] {
        let (page, print) =
            (page(&drawing), drawing.svg("c1", "Titel <1>", "Beskrivning & mer", Medium::Print));
        let drawn = |svg: &str| svg[svg.find("</desc>").unwrap()..].to_owned();
        assert_eq!(drawn(&page), drawn(&print));
        assert!(print.contains("<style>") && print.contains(r#"width="620""#));
    }
}

#[test]
fn a_chart_without_values_is_drawn_all_the_same() {
    let empty = [
        Drawing::Spark(Sparkline { values: Vec::new() }),
        Drawing::Line(LineChart { from: 0, to: 0, decimals: 0, target: None, points: Vec::new() }),
        Drawing::Waterfall(WaterfallBars {
            scale_note: String::new(),
            decimals: 0,
            from: 0,
            to: 0,
            rows: Vec::new(),
        }),
    ];
    for drawing in empty {
        assert!(page(&drawing).ends_with("</svg>"));
    }
}
