//! Several assignments that one decision ends.

/// Marks around the names of assignments.
const MARKS: [char; 5] = ['"', '\u{201d}', '\u{201c}', '\u{bb}', '\u{ab}'];
/// So many names at least are a list.
const FEWEST: usize = 2;

/// Each assignment that a decision ends: those whose names it quotes, or that it lists after a colon; else the
/// decision as a whole.
pub(super) fn each(decision: &str) -> Vec<String> {
    let quoted: Vec<String> = quoted(decision).map(str::to_owned).collect();
    if quoted.len() >= FEWEST {
        return quoted;
    }
    let listed = decision.split_once(": ").filter(|(head, _)| head.to_lowercase().contains("uppdrag"));
    let parts = listed.map(|(_, list)| list.split(';').map(bare).filter(|part| !part.is_empty()));
    let parts: Vec<String> = parts.into_iter().flatten().map(str::to_owned).collect();
    if parts.len() >= FEWEST { parts } else { vec![decision.to_owned()] }
}

/// What stands between marks: every second piece.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split(MARKS).skip(1).step_by(2).map(str::trim).filter(|name| !name.is_empty())
}

fn bare(part: &str) -> &str {
    let part = part.trim().trim_end_matches(['.', ',']);
    part.strip_prefix("samt ").or_else(|| part.strip_prefix("och ")).unwrap_or(part)
}

#[cfg(test)]
mod tests {
    use super::each;

    #[test]
    fn a_decision_may_end_several_assignments() {
        let quoted = "Kommunstyrelsen avslutar uppdragen ”Rena dammar” och ”Öppna parker”.";
        assert_eq!(each(quoted), ["Rena dammar", "Öppna parker"]);
        let listed = "Följande uppdrag avslutas: rensa dammarna; öppna parkerna; samt måla bänkarna.";
        assert_eq!(each(listed), ["rensa dammarna", "öppna parkerna", "måla bänkarna"]);
        let one = "Uppdraget ”Rena dammar” avslutas.";
        assert_eq!(each(one), [one]);
    }
}
