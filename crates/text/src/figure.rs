//! One printed figure: digits, separators, signs, units.

use uppsikt_domain::quantity::{Quantity, Unit};

/// Signs that mean minus: hyphen-minus, minus, non-breaking hyphen, en dash.
pub const MINUS: [char; 4] = ['-', '\u{2212}', '\u{2011}', '\u{2013}'];

/// Whether a character separates thousands: space, no-break, thin or narrow no-break space.
pub fn is_thousands_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// A printed figure as mantissa and decimals: "-221 734", "12,9", "+0,5", "1.5", "258,7".
///
/// Groups after the first have three digits; the decimal sign is a comma or a point. Points
/// with three digits after each part thousands ("7.120", "1.055,5").
/// Anything else is no figure: `None`.
pub fn parse(text: &str) -> Option<(i64, u8)> {
    let text = text.trim();
    let (negative, digits) = signed(text);
    let spaced;
    let digits = if has_pointed_thousands(digits) {
        spaced = digits.replace('.', " ");
        spaced.as_str()
    } else {
        digits
    };
    let (whole, decimals) = match digits.split_once([',', '.']) {
        Some((whole, decimals)) => (whole, decimals),
        None => (digits, ""),
    };
    let plain = decimals.len() <= 5 && decimals.chars().all(|c| c.is_ascii_digit());
    if !plain || (digits.contains([',', '.']) && decimals.is_empty()) {
        return None;
    }
    let mantissa = followed_by(ungrouped(whole)?, decimals)?;
    let places = u8::try_from(decimals.len()).ok()?;
    Some((if negative { -mantissa } else { mantissa }, places))
}

/// Whether points part the thousands of a figure: three digits after each, before any comma.
pub fn has_pointed_thousands(digits: &str) -> bool {
    if !digits.contains('.') {
        return false;
    }
    let whole = digits.split(',').next().unwrap_or_default();
    let mut groups = whole.split('.');
    let all = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    let first =
        groups.next().is_some_and(|it| (1..=3).contains(&it.len()) && !it.starts_with('0') && all(it));
    let mut further = groups.peekable();
    first && further.peek().is_some() && further.all(|group| group.len() == 3 && all(group))
}

fn signed(text: &str) -> (bool, &str) {
    let rest = text.trim_start_matches(|c| c == '+' || MINUS.contains(&c));
    let sign = &text[..text.len() - rest.len()];
    let one = sign.chars().count() <= 1;
    let rest = rest.trim_start_matches(is_thousands_space);
    if one { (sign.starts_with(MINUS), rest) } else { (false, "") }
}

/// The number that groups of digits make.
fn ungrouped(whole: &str) -> Option<i64> {
    let mut groups = whole.split(is_thousands_space);
    let first = groups.next()?;
    if first.is_empty() || first.len() > 15 {
        return None;
    }
    let mut number = followed_by(0, first)?;
    for group in groups {
        if group.len() != 3 || first.len() > 3 {
            return None;
        }
        number = followed_by(number, group)?;
    }
    Some(number)
}

/// A number with more digits after it.
fn followed_by(number: i64, digits: &str) -> Option<i64> {
    digits.bytes().try_fold(number, |number, b| {
        b.is_ascii_digit().then_some(i64::from(b.wrapping_sub(b'0')))?.checked_add(number.checked_mul(10)?)
    })
}

/// The unit that a word names, in any of its printed forms.
pub fn unit(word: &str) -> Option<Unit> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%').to_lowercase();
    match word.as_str() {
        "kr" | "kronor" | "sek" => Some(Unit::Kr),
        "tkr" | "tusental kronor" | "tusentals kronor" | "tusen kronor" | "tusental" | "kkr" | "ksek"
        | "tsek" => Some(Unit::Tkr),
        "mkr" | "mnkr" | "mkr." | "msek" | "miljoner kronor" | "miljoner" | "miljon kronor" | "miljon" => {
            Some(Unit::Mkr)
        }
        "mdkr" | "mdr" | "miljarder kronor" | "miljarder" | "miljard" => Some(Unit::Mdkr),
        "%" | "procent" | "procents" => Some(Unit::Percent),
        "årsarbetare" | "årsarbeten" | "årsarbetskrafter" => Some(Unit::FullTimeEquivalents),
        _ => None,
    }
}

/// A figure with its unit in one string ("519,6 Mkr"), or a bare figure.
pub fn quantity(text: &str) -> Option<Quantity> {
    let text = text.trim();
    let cut = text.find(|c: char| c.is_alphabetic() || c == '%').unwrap_or(text.len());
    let (digits, word) = text.split_at(cut);
    let (mantissa, decimals) = parse(digits)?;
    let unit = if word.is_empty() { Unit::None } else { unit(word)? };
    Some(Quantity::new(mantissa, decimals, unit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_kind_of_minus_and_space_is_understood() {
        for printed in ["-221 734", "\u{2212}221\u{a0}734", "\u{2013}221\u{202f}734", "- 221 734", "-221734"]
        {
            assert_eq!(parse(printed), Some((-221_734, 0)), "{printed:?}");
        }
        assert_eq!(parse("+12,9"), Some((129, 1)));
        assert_eq!(parse("258.7"), Some((2587, 1)));
        assert_eq!(parse("-1.055,5"), Some((-10555, 1)));
        assert_eq!((parse("7.120"), parse("0.125")), (Some((7120, 0)), Some((125, 3))));
    }

    #[test]
    fn what_is_no_figure_is_none() {
        for printed in ["", "-", "12 34", "1.200,5O", "2026-01-01", "1 2345", "a1", "1,", "--5", "1234 567"] {
            assert_eq!(parse(printed), None, "{printed:?}");
        }
    }

    #[test]
    fn a_figure_carries_its_unit() {
        assert_eq!(quantity("519,6 Mkr"), Some(Quantity::new(5196, 1, Unit::Mkr)));
        assert_eq!(quantity("2,7 %"), Some(Quantity::new(27, 1, Unit::Percent)));
        assert_eq!(quantity("15 miljoner kronor"), Some(Quantity::new(15, 0, Unit::Mkr)));
        assert_eq!(quantity("3 stolar"), None);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_without_a_fault(text in ".{0,40}") {
            let has_digit = text.chars().any(char::is_numeric);
            prop_assert!(has_digit || (parse(&text).is_none() && quantity(&text).is_none()));
            prop_assert!(unit(&text).is_none() || text.chars().any(|c| c.is_alphabetic() || c == '%'));
        }

        #[test]
        fn what_is_formatted_is_read_back(amount in -999_999_999_999_i64..999_999_999_999) {
            prop_assert_eq!(parse(&crate::format::grouped(amount)), Some((amount, 0)));
        }
    }
}
