//! What a child does: limits itself, and reads what it is given until nothing more comes.

use super::{ChildLimits, Read, Setup, Why, frames};
use crate::checking;
use chrono::NaiveDate;
use std::io::{self, BufReader};
use std::sync::Arc;
use std::time::{Duration, Instant};
use uppsikt_domain::document::Document;
use uppsikt_domain::structure::Structure;
use uppsikt_findings::Severity;
use uppsikt_formats::{Format, FormatError, Limits, Much};
use uppsikt_reading::{ReadingError, Ready};
use uppsikt_rules::Selection;

/// Reads files from standard input and answers on standard output.
///
/// # Errors
/// When input or output fail.
pub fn be_child() -> io::Result<()> {
    let (mut input, mut output) = (BufReader::new(io::stdin().lock()), io::stdout().lock());
    let Some(setup) = frames::read(&mut input)? else { return Ok(()) };
    let setup: Setup = serde_json::from_slice(&setup)?;
    limit_memory(&setup.limits)?;
    // One thread, this one: others work beside this child, and each thread takes memory.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build_global();
    let ready = Ready::new(&setup.style);
    let mut worked = Duration::ZERO;
    while let Some(name) = frames::read(&mut input)? {
        let Some(bytes) = frames::read(&mut input)? else { break };
        limit_time(&setup.limits, worked)?;
        let started = Instant::now();
        let answer = read(&String::from_utf8_lossy(&name), &bytes, &ready, &setup);
        let answer = serde_json::to_vec(&answer)?;
        worked += started.elapsed();
        frames::write(&mut output, &answer)?;
    }
    Ok(())
}

/// Reads a file and checks it, in this process.
pub(crate) fn read(name: &str, bytes: &[u8], ready: &Ready<'_>, setup: &Setup) -> Result<Read, Why> {
    let limits = &setup.limits;
    let document = match Format::of(bytes) {
        Some(format) => {
            let alone = Limits { threads: 1, ..limits.limits };
            let extracted = uppsikt_formats::extract(format, bytes, &alone);
            ready.read_extracted(name, bytes, format, extracted)
        }
        None => ready.read_text(name, bytes),
    };
    let document = Arc::new(document.map_err(|error| Why::Told(with_limit(error, limits)))?);
    let findings = setup
        .checks
        .as_ref()
        .map_or([0; 3], |checks| counted(&document, checks.structure.clone(), checks.seen_from));
    Ok(Read { document: Arc::unwrap_or_clone(document), findings })
}

/// How many errors, warnings and notes a document alone gives.
fn counted(document: &Arc<Document>, structure: Structure, seen_from: NaiveDate) -> [usize; 3] {
    let found = checking::check(&[Arc::clone(document)], structure, seen_from, &Selection::default());
    [Severity::Error, Severity::Warning, Severity::Note]
        .map(|severity| found.iter().filter(|finding| finding.severity == severity).count())
}

/// Memory that was refused is told with the limit that refused it.
fn with_limit(error: ReadingError, limits: &ChildLimits) -> ReadingError {
    match error {
        ReadingError::Format { file, format, why: FormatError::TooMuch { what: Much::Megabytes, .. } } => {
            let why = FormatError::TooMuch { what: Much::Megabytes, limit: limits.megabytes };
            ReadingError::Format { file, format, why }
        }
        other => other,
    }
}

#[cfg(unix)]
fn limit_memory(limits: &ChildLimits) -> io::Result<()> {
    let memory = limits.megabytes.saturating_mul(1024 * 1024);
    rlimit::Resource::AS.set(memory, memory)?;
    rlimit::Resource::CORE.set(0, 0)
}

/// The system counts from the child's beginning: what it has worked for is added, by the clock and so never
/// too little. How long the program waits is what bounds it.
#[cfg(unix)]
fn limit_time(limits: &ChildLimits, worked: Duration) -> io::Result<()> {
    let (_, most) = rlimit::Resource::CPU.get()?;
    let seconds = limits.seconds.saturating_add(worked.as_secs()).saturating_add(1);
    rlimit::Resource::CPU.set(seconds.min(most), most)
}

#[cfg(not(unix))]
fn limit_memory(_: &ChildLimits) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn limit_time(_: &ChildLimits, _: Duration) -> io::Result<()> {
    Ok(())
}
