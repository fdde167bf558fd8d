//! Heads of two lines with a word for each column: "Utfall Budget Budget" above "2029 2030 2031".

use super::starts::bare;
use super::{HeadWord, MOST_LABEL, opens_column, opens_with_unit};
use crate::tables::column_kinds::{ColumnBook, what};
use crate::tables::tail::is_period;

/// The words of the labels' heading, and those of each column.
type Parted = (Vec<HeadWord>, Vec<Vec<HeadWord>>);

/// The words of each column, where the last two lines of a head say one word for each.
pub(super) fn columns(words: &[HeadWord], columns: usize, style: &ColumnBook) -> Option<Parted> {
    let lines: Vec<&[HeadWord]> = words.chunk_by(|a, b| a.line == b.line).collect();
    let [over @ .., above, below] = &lines[..] else { return None };
    let (label, names) = parted(above, columns)?;
    let over: Vec<HeadWord> = over.iter().flat_map(|line| line.iter().cloned()).collect();
    let (under, times) = parted(below, columns)?;
    let named = names.iter().all(|word| opens_column(&word.text, style) && !is_period(bare(&word.text)));
    let timed = |word: &HeadWord| is_period(bare(&word.text)) || word.text.starts_with(char::is_lowercase);
    let dated = times.iter().any(|word| is_period(bare(&word.text)));
    let single = words.iter().all(|word| word.gap < 2);
    let sound = single && columns >= 2 && named && dated && times.iter().all(timed);
    let pair = |(name, time): (&HeadWord, &HeadWord)| vec![name.clone(), time.clone()];
    let labels = over.iter().chain(label).chain(under).cloned().collect();
    let few = over.len() + label.len() + under.len() <= MOST_LABEL;
    (sound && few).then(|| (labels, names.iter().zip(times).map(pair).collect()))
}

/// The words of each column, where the last line of a head is a year for each and those above it are each of as many of
/// them: "Miljoner kronor Kommunen Koncernen" above "2030 2031 2030 2031".
pub(super) fn grouped(words: &[HeadWord], columns: usize) -> Option<Parted> {
    let lines: Vec<&[HeadWord]> = words.chunk_by(|a, b| a.line == b.line).collect();
    let [above, below] = &lines[..] else { return None };
    let years: Vec<&str> = below.iter().map(|word| bare(&word.text)).collect();
    if years.len() != columns {
        return None;
    }
    let each = (1..columns).find(|each| years[*each] == years[0])?;
    let alike = years.chunks(each).all(|own| own == &years[..each]);
    let groups = columns / each;
    let (label, names) = parted(above, groups)?;
    let capital = |word: &HeadWord| word.text.starts_with(char::is_uppercase);
    let single = words.iter().all(|word| word.gap < 2);
    let sound = single && alike && columns.is_multiple_of(each) && groups >= 2;
    if !sound || !years.iter().all(|year| is_period(year)) || !names.iter().all(capital) {
        return None;
    }
    let column = |(at, year): (usize, &HeadWord)| vec![names[at / each].clone(), year.clone()];
    Some((label.to_vec(), below.iter().enumerate().map(column).collect()))
}

/// The words of each column, where the last line of a head says a time for each ("2031 01-06 Helår 2031 01-06 Helår") and
/// the line above it a name, of which the last is of two: "Anslag Anslag Avvik. mot anslag".
pub(super) fn spread(words: &[HeadWord], columns: usize, style: &ColumnBook) -> Option<Parted> {
    let lines: Vec<&[HeadWord]> = words.chunk_by(|a, b| a.line == b.line).collect();
    let [over @ .., above, below] = &lines[..] else { return None };
    let whole = |word: &HeadWord| {
        word.text.starts_with(char::is_uppercase)
            && style.is(&word.text, what::WHOLE_YEAR | what::PART_OF_YEAR)
    };
    let opens = |word: &HeadWord| is_period(bare(&word.text)) || whole(word);
    let times = parts(below, &opens)?;
    let goes_on = |time: &&[HeadWord]| time[1..].iter().all(|word| is_months(&word.text));
    let unit = above.first().is_some_and(|word| opens_with_unit(&word.text));
    let (label, named) = above.split_at(usize::from(unit));
    let names = parts(named, &|word| word.text.starts_with(char::is_uppercase))?;
    let same = |one: &[HeadWord], other: &[HeadWord]| {
        one.len() == other.len()
            && one.iter().zip(other).all(|(one, other)| dashed(&one.text) == dashed(&other.text))
    };
    if times.len() != columns || columns < 3 {
        return None;
    }
    let sound = words.iter().all(|word| word.gap < 2) && times.iter().all(goes_on);
    let of_two = names.len() + 1 == columns
        && same(times[0], times[columns - 2])
        && same(times[1], times[columns - 1]);
    if !sound || !of_two || over.iter().map(|line| line.len()).sum::<usize>() + label.len() > MOST_LABEL {
        return None;
    }
    let column = |(at, time): (usize, &&[HeadWord])| [names[at.min(names.len() - 1)], time].concat();
    let labels = over.iter().flat_map(|line| line.iter()).chain(label).cloned().collect();
    Some((labels, times.iter().enumerate().map(column).collect()))
}

/// Some words in parts, each beginning with one that opens a part.
fn parts<'w>(words: &'w [HeadWord], opens: &dyn Fn(&HeadWord) -> bool) -> Option<Vec<&'w [HeadWord]>> {
    words.first().filter(|first| opens(first))?;
    Some(words.chunk_by(|_, next| !opens(next)).collect())
}

fn dashed(word: &str) -> String {
    word.replace(['\u{2013}', '\u{2212}'], "-")
}

/// "01-06": months of a year.
fn is_months(word: &str) -> bool {
    let month = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    dashed(word).split_once('-').is_some_and(|(from, to)| month(from) && month(to))
}

/// A line's words for the labels, and one for each column.
fn parted(line: &[HeadWord], columns: usize) -> Option<(&[HeadWord], &[HeadWord])> {
    let label = line.len().checked_sub(columns).filter(|label| *label <= MOST_LABEL)?;
    Some(line.split_at(label))
}

#[cfg(test)]
mod tests {
    use crate::{HouseStyle, read};

    fn heads(head: &str) -> (Vec<String>, String) {
        let text = format!(
            "Nämndsbudget 2031\n\nParknämnden\n\nEkonomi\n\nDriftbudget, tkr\n\n{head}\n\
             Taxor och avgifter 15 212 16 050 16 490\nBidrag 1 140 980 960\nÖvriga intäkter 322 300 310\n\
             Summa intäkter 16 674 17 330 17 760\n\nText efter tabellen följer här.\n"
        );
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let columns = tables[0].1.columns.iter().map(|column| column.heading.text.clone()).collect();
        (columns, tables[0].1.label_heading.clone())
    }

    #[test]
    fn the_last_name_above_times_that_come_back_is_of_two() {
        let text = "Delårsrapport 2031\n\nEkonomi\n\nDriftbudget, tkr\n\nAnslag Anslag Utfall Prognos Avvik. mot anslag\n\
                    2031 01-06 Helår 2031 01\u{2013}06 Helår 2031 01-06 Helår\n\
                    Kostnader 28.048 56.095 25.744 53.093 + 2.304 + 3.002\nIntäkter 812 1.623 895 1.683 + 83 + 60\n\
                    Netto 27.236 54.472 24.849 51.410 +2.387 +3.062\n";
        let document = read("a.txt", text.as_bytes(), &HouseStyle::standard()).unwrap();
        let tables = document.tables();
        let columns: Vec<&str> =
            tables[0].1.columns.iter().map(|column| column.heading.text.as_str()).collect();
        assert_eq!(columns[..2], ["Anslag 2031 01-06", "Anslag Helår"]);
        assert_eq!(
            columns[3..],
            ["Prognos Helår", "Avvik. mot anslag 2031 01-06", "Avvik. mot anslag Helår"]
        );
        let row = &tables[0].1.rows[0];
        assert_eq!(row.cells[0].value.as_ref().map(|it| it.mantissa), Some(28_048));
    }

    #[test]
    fn years_stand_below_the_words_that_they_belong_to() {
        let wanted = ["Utfall 2029", "Budget 2030", "Budget 2031"].map(str::to_owned).to_vec();
        assert_eq!(heads("Utfall Budget Budget\n2029 2030 2031").0, wanted);
        let (columns, label) = heads("Utfall Budget Budget\nKonto 2029 2030 2031");
        assert_eq!(columns, wanted);
        assert!(label.ends_with("Konto"), "{label}");
    }
}
