//! Tables of money that print no unit have the statement's, and say that it is inherited.

use uppsikt_domain::block::Content;
use uppsikt_domain::quantity::Unit;
use uppsikt_domain::section::Section;
use uppsikt_domain::table::{ColumnKind, Table, TableKind};

/// Gives tables of money without a unit that of the document's first statement.
pub(crate) fn inherit(sections: &mut [Section]) {
    let all = sections.iter().flat_map(Section::all);
    let tables = all.flat_map(|section| section.blocks.iter().filter_map(|block| block.table()));
    let statement =
        tables.into_iter().find(|table| table.kind == TableKind::Statement && table.unit.is_money());
    let Some(unit) = statement.map(|table| table.unit.clone()) else { return };
    sections.iter_mut().for_each(|section| give(section, &unit));
}

fn give(section: &mut Section, unit: &Unit) {
    for block in &mut section.blocks {
        if let Content::Table(table) = &mut block.content
            && table.unit == Unit::None
            && !matches!(table.kind, TableKind::Other | TableKind::Statement)
        {
            set(table, unit);
        }
    }
    section.sections.iter_mut().for_each(|inner| give(inner, unit));
}

fn set(table: &mut Table, unit: &Unit) {
    table.unit = unit.clone();
    table.unit_inherited = true;
    for (index, column) in table.columns.iter_mut().enumerate() {
        let money =
            column.unit == Unit::None && !matches!(column.kind, ColumnKind::Note | ColumnKind::Percent);
        if !money {
            continue;
        }
        column.unit = unit.clone();
        let cells = table.rows.iter_mut().filter_map(|row| row.cells.get_mut(index)?.value.as_mut());
        cells.for_each(|value| value.unit = unit.clone());
    }
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};
    use serde_json::Value;
    use uppsikt_domain::quantity::Unit;

    #[test]
    fn an_investment_limit_without_unit_has_the_statements() {
        let text = "# Nämndsbudget 2031\n\n## Resultaträkning\n\n| Tkr | Budget |\n|---|---|\n| Bidrag | 1 |\n| Lönekostnader | 2 |\n| PO-pålägg | 3 |\n| Avskrivningar | 3 |\n| Kommunbidrag | 3 |\n| Resultat | 3 |\n\n## Investeringsram\n\n| Typ av investering | Budget |\n|---|---|\n| Summa | 7 |\n";
        let document = read("a.md", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let (_, table) = tables.last().unwrap();
        assert_eq!((&table.unit, &table.columns[0].unit), (&Unit::Tkr, &Unit::Tkr));
        assert!(table.unit_inherited && !tables[0].1.unit_inherited);
        let told = crate::json::reading_json(&document);
        assert_eq!(
            (&told["tables"][0]["unit_inherited"], &told["tables"][1]["unit_inherited"]),
            (&Value::Null, &Value::Bool(true))
        );
        assert_eq!(table.rows[0].cells[0].value.as_ref().map(|value| value.unit.clone()), Some(Unit::Tkr));
    }
}
