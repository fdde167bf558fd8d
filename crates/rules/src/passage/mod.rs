//! What the figures of a passage say of one another: the words around a figure tell what it is to others (how far
//! apart, all of, a share, the mean, for each), and those others are the ones of its kind that stand nearest.
//!
//! A figure is off where nothing in the passage gives it and one slip in one figure makes its relation hold.

mod claims;
mod cues;
mod formula;
mod known;
mod terms;

pub use formula::Formula;

use formula::Claim;
use terms::{Kind, Role, Term};
use uppsikt_domain::quantity::Quantity;
use uppsikt_text::prose::Found;

/// A figure that the others of its passage do not give.
#[derive(Debug, Clone)]
pub struct Off {
    /// The place of its sentence in the passage.
    pub at: usize,
    /// The figure.
    pub found: Found,
    /// How the others should give it.
    pub formula: Formula,
    /// Whether it is a difference of percentages.
    pub points: bool,
    /// What they give.
    pub right: Quantity,
}

/// A sentence with its place in its passage. The items of a list before it are in one place.
pub type Line<'t> = (usize, &'t str);

/// A passage of more figures is a table in words.
const MOST: usize = 40;

/// The figures of a passage, sentence by sentence, that the others do not give.
pub fn off(lines: &[Line<'_>]) -> Vec<Off> {
    let mut all: Vec<Term<'_>> =
        lines.iter().flat_map(|(at, sentence)| terms::terms(*at, sentence)).collect();
    // Fewer say nothing of one another, and so many are a table.
    if !(2..MOST).contains(&all.len()) {
        return Vec::new();
    }
    // "8,5 mnkr eller 3,1 procent": the same once more.
    for at in 1..all.len() {
        let same =
            all[at - 1].at == all[at].at && all[at - 1].role == Role::Apart && cues::is_again(all[at].slice);
        if same && !all[at].sentence[..all[at].found.range.start].contains("respektive") {
            all[at].role = Role::Apart;
        }
    }
    let told = claims::claims(lines, &all);
    let (held, off): (Vec<_>, Vec<_>) = told.into_iter().partition(|claim| claim.holds());
    let off = off.iter().filter(|claim| !is_explained(claim.target, &all, &held) && claim.is_slip());
    let mut found: Vec<Off> = Vec::new();
    for off in off.filter_map(tell) {
        if !found.iter().any(|own| (own.at, &own.found.range) == (off.at, &off.found.range)) {
            found.push(off);
        }
    }
    found
}

/// What is so many tenths of another was not read as it is meant.
const FAR: i64 = 110;
/// A sum is nearer to its parts.
const FAR_SUM: i64 = 16;

fn tell(claim: &Claim<'_, '_>) -> Option<Off> {
    let target = claim.target;
    let right = target.printed_as(claim.right()?);
    let (own, other) = (target.found.quantity.mantissa.abs(), right.mantissa.abs());
    let far = if claim.formula == Formula::Sum { FAR_SUM } else { FAR };
    if own.saturating_mul(10) > other.saturating_mul(far)
        || other.saturating_mul(10) > own.saturating_mul(far)
    {
        return None;
    }
    let points = target.kind == Kind::Points;
    let (at, found, formula) = (target.at, target.found.clone(), claim.formula);
    (right.mantissa != 0).then_some(Off { at, found, formula, points, right })
}

/// Whether anything in a passage gives a figure, but for what is itself told of it and holds.
fn is_explained(target: &Term<'_>, all: &[Term<'_>], held: &[Claim<'_, '_>]) -> bool {
    let is = |one: &Term<'_>, other: &Term<'_>| std::ptr::eq(one, other);
    let is_held = |one: &Term<'_>, other: &Term<'_>| {
        held.iter().any(|claim| {
            (is(claim.target, one) || is(claim.target, other)) && claim.of.iter().any(|it| is(it, target))
        })
    };
    let own = target.interval().size();
    let others: Vec<&Term<'_>> =
        all.iter().filter(|it| !std::ptr::eq(*it, target) && (it.at.abs_diff(target.at) <= 2)).collect();
    let kind = if target.kind == Kind::Points { Kind::Percent } else { target.kind };
    let alike: Vec<&Term<'_>> =
        others.iter().copied().filter(|it| it.kind == kind || it.kind == target.kind).collect();
    let gives = |formula: Formula, parts: &[&Term<'_>]| {
        let parts: Vec<_> = parts.iter().map(|it| it.interval()).collect();
        formula.of(&parts).is_some_and(|given| given.size().meets(&own))
    };
    let pairs = |terms: &[&Term<'_>], test: &dyn Fn(&Term<'_>, &Term<'_>) -> bool| {
        terms
            .iter()
            .enumerate()
            .any(|(at, one)| terms[at + 1..].iter().any(|other| test(one, other) || test(other, one)))
    };
    let runs = |terms: &[&Term<'_>]| {
        (0..terms.len()).any(|from| {
            (from + 3..=terms.len()).any(|until| {
                let run = &terms[from..until];
                gives(Formula::Sum, run) || gives(Formula::Mean, run) || gives(Formula::Rest, run)
            })
        })
    };
    let same = alike
        .iter()
        .any(|it| it.role == target.role && it.kind == target.kind && it.interval().size().meets(&own));
    let levels: Vec<&Term<'_>> =
        others.iter().copied().filter(|it| matches!(it.kind, Kind::Money | Kind::Count)).collect();
    same || pairs(&alike, &|one, other| {
        !is_held(one, other) && (gives(Formula::Apart, &[one, other]) || gives(Formula::Sum, &[one, other]))
    }) || runs(&alike)
        || target.kind == Kind::Percent
            && pairs(&levels, &|one, other| {
                one.kind == other.kind
                    && gives(
                        if target.role == Role::Apart { Formula::Change } else { Formula::Share },
                        &[one, other],
                    )
            })
        || target.each
            && levels.iter().filter(|it| it.kind == Kind::Money).any(|money| {
                gives(Formula::Part(12), &[money])
                    || levels
                        .iter()
                        .any(|many| many.kind == Kind::Count && gives(Formula::Each, &[money, many]))
            })
}

#[cfg(test)]
mod tests {
    use super::*;
    use uppsikt_text::sentence::sentences;

    fn told(text: &str) -> Vec<String> {
        let lines: Vec<Line<'_>> = sentences(text).into_iter().enumerate().collect();
        off(&lines).into_iter().map(|off| off.right.plain()).collect()
    }

    #[test]
    fn a_slip_in_one_figure_is_told() {
        for (text, right) in [
            ("Dammarna rymde 84 310 kubikmeter, 3 120 fler än året före då det var 82 190.", "2120"),
            (
                "Priset varierar mellan 412 tkr i norr och 563 tkr i söder. Skillnaden är alltså 115 tkr.",
                "151",
            ),
            (
                "Bryggorna kostade 14,4 mnkr under året. Antalet båtplatser var 1 200, det vill säga en kostnad på 21 000 kronor per båtplats.",
                "12000",
            ),
            ("Planerna ger 140, 75, 32 respektive 18 tomter, sammanlagt 256.", "265"),
            (
                "Av bidraget på 4,8 mnkr gick 2,1 mnkr till stigar, 1,2 mnkr till broar och resterande 1,8 mnkr betalas tillbaka.",
                "1.5",
            ),
            (
                "Avgiften höjs från 7 200 till 7 920 kronor per år, en höjning med 10 procent eller 90 kronor i månaden.",
                "60",
            ),
        ] {
            let told = told(text);
            assert!(told.iter().any(|it| it == right), "{text}: {told:?}");
        }
    }

    #[test]
    fn passages_that_hold_or_tell_of_something_else_are_left_alone() {
        for text in [
            "Dammarna rymde 84 310 kubikmeter, 2 120 fler än året före då det var 82 190.",
            "Dammarna rymde 84 310 kubikmeter. Fiskarna ökade med 3 120 och grodorna var 82 190.",
            "Priset varierar mellan 412 tkr i norr och 563 tkr i söder. Skillnaden mot riket är 115 tkr.",
            "Planerna ger bland annat 140, 75 och 32 tomter, sammanlagt 256.",
            "Planerna ger 140 och 75 tomter. Markreserven har plats för sammanlagt 256 tomter.",
            "Av kvinnorna var 30,5 procent friska, en minskning med 0,8 procentenheter. Av männen var det 41,2 procent.",
            "Bryggorna kostade 14,4 mnkr. Slås kostnaden ut på alla 4 800 båtar blir den 3 000 kronor per båt.",
            "Trivselindex är för kvinnor 71, för män 64 och totalt 75.",
            "Av 28 anställda är 12 kvinnor och 15 män; en person har inte svarat.",
            "Budgeten för helåret är 130 mkr och utfallet till augusti 98 mkr, vilket är 22 mkr lägre än budget.",
            "Modellen prövades med 140 unga under tio veckor. Av dem hade 63 unga arbete efteråt.",
            "Kostnaden för grus blev 32 miljoner (15 procent) lägre än befarat. Överskottet är 28 miljoner.",
        ] {
            assert_eq!(told(text), Vec::<String>::new(), "{text}");
        }
    }
}
