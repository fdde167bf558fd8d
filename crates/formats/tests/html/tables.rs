//! Tables.

use crate::lines;

#[test]
fn a_table_stands_after_its_caption_and_its_foot_last() {
    let page = "<table><caption>Tabell 1</caption><thead><tr><th>Tkr<th>2031<tfoot><tr><td>Summa<td>3<tbody><tr><td>Hyra<td>-1&nbsp;200</table>";
    let expected =
        ["**Tabell 1**", "| Tkr | 2031 |", "| --- | --- |", "| Hyra | -1\u{a0}200 |", "| Summa | 3 |"];
    assert_eq!(lines(page), expected);
}

#[test]
fn cells_over_several_columns_and_rows_leave_empty_cells() {
    let page = "<table><tr><td>a<td>b<td>c<tr><td rowspan=2>d<td colspan=2>e<tr><td>f<td>g<tr><td>h<td rowspan=9>i<td>j<tr><td>k</table>";
    let expected = [
        "| a | b | c |",
        "| --- | --- | --- |",
        "| d | e |  |",
        "|  | f | g |",
        "| h | i | j |",
        "| k |  |  |",
    ];
    assert_eq!(lines(page), expected);
}

#[test]
fn a_head_of_several_rows_becomes_one() {
    let page =
        "<table><tr><th rowspan=2>Tkr<th colspan=2>Budget<tr><th>2030<th>2031<tr><td>Hyra<td>1<td>2</table>";
    assert_eq!(
        lines(page),
        ["| Tkr | Budget 2030 | Budget 2031 |", "| --- | --- | --- |", "| Hyra | 1 | 2 |"]
    );
}

#[test]
fn what_stands_in_a_cell_becomes_its_words() {
    let page = "<table><tr><td><p>ett<p>två<ul><li>x<li>y</ul><table><tr><td>z<td>å</table><td>a | b<tr><td hidden>dolt<td>&lt;10 och &gt;20<td>c</table>";
    let expected = ["| ett två - x - y z å | a \\| b |", "| --- | --- |", "| \u{2060}<10 och >20 | c |"];
    assert_eq!(lines(page), expected);
}

#[test]
fn tables_that_place_things_are_what_stands_in_them() {
    assert_eq!(lines("<table role=presentation><tr><td><h2>A</h2><td><p>b</table>"), ["## A", "b"]);
    assert_eq!(lines("<table><tr><td><h2>A</h2><p>b</table>"), ["## A", "b"]);
}
