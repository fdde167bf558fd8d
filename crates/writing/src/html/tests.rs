use super::*;

fn sample(name: &str) -> Report {
    let path = format!("{}/tests/samples/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn page(name: &str) -> String {
    html(&sample(name), Lang::Sv)
}

/// The levels of the headings in order.
fn levels(page: &str) -> Vec<u8> {
    let starts = page.match_indices("<h").map(|(at, _)| page.as_bytes()[at + 2]);
    starts.filter(u8::is_ascii_digit).map(|digit| digit - b'0').collect()
}

#[test]
fn headings_start_at_one_and_have_no_gaps() {
    for name in ["budget", "report"] {
        let levels = levels(&page(name));
        assert_eq!(levels.iter().filter(|level| **level == 1).count(), 1);
        assert_eq!(levels[0], 1);
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    }
}

#[test]
fn tables_have_headers_for_columns_and_rows() {
    let page = page("budget");
    let rows = page.matches("<tr").count();
    let heads = page.matches("<thead>").count();
    assert!(heads > 10 && page.matches("scope=\"row\"").count() == rows - heads);
}

#[test]
fn the_page_asks_for_nothing_and_runs_nothing() {
    let page = page("report");
    for wanted in ["<script", "http://", "https://", " style=", "onclick", "<link", "<img"] {
        assert!(!page.contains(wanted), "{wanted}");
    }
}

#[test]
fn every_link_inside_the_page_has_its_target() {
    for name in ["budget", "report"] {
        let page = page(name);
        for target in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(page.contains(&format!("id=\"{target}\"")), "{name}: {target}");
        }
    }
}

#[test]
fn ids_stand_once() {
    for name in ["budget", "report"] {
        let page = page(name);
        let mut ids: Vec<&str> =
            page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        ids.sort_unstable();
        let twice: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(twice.is_empty(), "{twice:?}");
    }
}

#[test]
fn words_are_never_markup() {
    let mut report = sample("budget");
    report.title = "<b>\"&'".to_owned();
    report.municipality = "</style><script>".to_owned();
    let page = html(&report, Lang::Sv);
    assert!(page.contains("<h1>&lt;b&gt;&quot;&amp;&#39;</h1>"));
    assert!(!page.contains("<script"));
}

#[test]
fn an_empty_cell_is_a_dash_with_a_reason() {
    let page = page("report");
    assert!(page.contains("<span aria-hidden=\"true\">–</span><span class=\"hidden\">tom</span>"));
}
