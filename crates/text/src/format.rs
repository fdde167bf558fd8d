//! Figures, days and addresses as Swedish pages print them.

use chrono::{Datelike, NaiveDate};
use uppsikt_domain::quantity::{Quantity, Unit};

/// No-break space: stands between thousands and before units.
pub const NBSP: char = '\u{a0}';
/// The minus sign.
pub const MINUS: char = '\u{2212}';

/// An integer with no-break spaces between thousands and a real minus: "−221 734".
pub fn grouped(value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let sign = if value < 0 { String::from(MINUS) } else { String::new() };
    sign + &group(&digits)
}

fn group(digits: &str) -> String {
    let mut out = String::with_capacity(digits.len() * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(NBSP);
        }
        out.push(digit);
    }
    out
}

/// A figure without its unit, decimal comma: "519,6".
pub fn figure(quantity: &Quantity) -> String {
    printed(&quantity.plain())
}

/// A plain decimal as it is printed: "84000.5" is "84 000,5".
pub fn printed(plain: &str) -> String {
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain), |rest| ("-", rest));
    let sign = if sign.is_empty() { String::new() } else { String::from(MINUS) };
    match digits.split_once('.') {
        Some((whole, part)) => format!("{sign}{},{part}", group(whole)),
        None => format!("{sign}{}", group(digits)),
    }
}

/// As [`figure`], with a plus before what is above nought.
pub fn signed_figure(quantity: &Quantity) -> String {
    if quantity.mantissa > 0 { format!("+{}", figure(quantity)) } else { figure(quantity) }
}

/// A figure with its unit: "519,6 mkr", "2,7 procent".
pub fn quantity(quantity: &Quantity) -> String {
    match quantity.unit {
        Unit::None => figure(quantity),
        _ => format!("{}{NBSP}{}", figure(quantity), quantity.unit.code()),
    }
}

/// Thousands of kronor as millions with one decimal, rounded half away from nought: 46423 → "46,4".
pub fn tkr_as_mkr(tkr: i64) -> String {
    let tenths = (tkr.abs() + 50) / 100;
    let signed = if tkr < 0 { -tenths } else { tenths };
    figure(&Quantity::new(signed, 1, Unit::Mkr))
}

/// The months, January first.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];

/// A day in words: "24 september 2026".
pub fn day(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), MONTHS[date.month0() as usize], date.year())
}

/// A day in words, month shortened: "24 sep 2026".
pub fn day_short(date: NaiveDate) -> String {
    let month: String = MONTHS[date.month0() as usize].chars().take(3).collect();
    format!("{} {month} {}", date.day(), date.year())
}

/// A stable word for addresses: lower case, å ä ö as a a o, everything else as hyphens.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            'å' | 'ä' | 'á' | 'à' => out.push('a'),
            'ö' | 'ø' => out.push('o'),
            'é' | 'è' | 'ë' => out.push('e'),
            'ü' => out.push('u'),
            c if c.is_ascii_alphanumeric() => out.push(c),
            _ if out.ends_with('-') || out.is_empty() => {}
            _ => out.push('-'),
        }
    }
    out.trim_end_matches('-').to_owned()
}

/// The first letter raised, the rest as it is.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A list in words: "a", "a och b", "a, b och c".
pub fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} och {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_grouped_with_no_break_spaces_and_a_real_minus() {
        assert_eq!(grouped(-221_734), "\u{2212}221\u{a0}734");
        assert_eq!(grouped(518), "518");
        assert_eq!(figure(&Quantity::new(-1_234_567, 2, Unit::Kr)), "\u{2212}12\u{a0}345,67");
        assert_eq!(signed_figure(&Quantity::new(720, 0, Unit::Tkr)), "+720");
        assert_eq!(quantity(&Quantity::new(5196, 1, Unit::Mkr)), "519,6\u{a0}mkr");
    }

    #[test]
    fn thousands_become_millions_with_one_decimal() {
        assert_eq!(tkr_as_mkr(46_423), "46,4");
        assert_eq!(tkr_as_mkr(-4_812), "\u{2212}4,8");
        assert_eq!(tkr_as_mkr(-4_850), "\u{2212}4,9");
    }

    #[test]
    fn addresses_keep_no_swedish_letters() {
        assert_eq!(slug("Kultur- och fritidsnämnden"), "kultur-och-fritidsnamnden");
        assert_eq!(slug(" Vård & omsorg, 2026! "), "vard-omsorg-2026");
    }

    #[test]
    fn days_are_written_out() {
        let date = NaiveDate::from_ymd_opt(2026, 9, 24).unwrap();
        assert_eq!(day(date), "24 september 2026");
        assert_eq!(day_short(date), "24 sep 2026");
    }

    #[test]
    fn lists_end_in_och() {
        assert_eq!(listed(&["a".into(), "b".into(), "c".into()]), "a, b och c");
    }
}
