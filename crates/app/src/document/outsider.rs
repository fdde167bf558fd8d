//! Files that are not text are taken apart in a process of their own, with limits: a hostile
//! file costs one child, not the program.

use serde::{Deserialize, Serialize};
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use uppsikt_formats::{Extract, Format, FormatError, Limits, Much};

/// The hidden command of the program that takes a file apart.
pub const COMMAND: &str = "take-out";

/// What a child may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChildLimits {
    /// Seconds of work.
    pub seconds: u64,
    /// Megabytes of memory.
    pub megabytes: u64,
    /// What is read of a file.
    pub limits: Limits,
}

impl Default for ChildLimits {
    fn default() -> Self {
        ChildLimits { seconds: 60, megabytes: 1_024, limits: Limits::default() }
    }
}

static PROGRAM: OnceLock<(PathBuf, ChildLimits)> = OnceLock::new();

/// Names the program that children run, once. Until then files are taken apart in this process.
pub fn use_children(program: PathBuf, limits: ChildLimits) {
    // Whoever came first stays.
    let _ = PROGRAM.set((program, limits));
}

/// The lines of a file.
///
/// # Errors
/// When the file is damaged, encrypted, without text, or more than the limits allow.
pub fn extract(format: Format, bytes: &[u8]) -> Result<Extract, FormatError> {
    match PROGRAM.get() {
        Some((program, limits)) => in_child(program, limits, bytes),
        None => uppsikt_formats::extract(format, bytes, &Limits::default()),
    }
}

fn in_child(program: &PathBuf, limits: &ChildLimits, bytes: &[u8]) -> Result<Extract, FormatError> {
    let given = serde_json::to_string(limits).unwrap_or_default();
    let started = Command::new(program)
        .args([COMMAND, &given])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut child = started.map_err(|error| FormatError::Damaged(error.to_string()))?;
    let told = std::thread::scope(|threads| {
        let (input, output) = (child.stdin.take(), child.stdout.take());
        threads.spawn(move || {
            // A child that ends early leaves its input: its answer says why.
            let _ = input.map(|mut input| input.write_all(bytes));
        });
        let answer = threads.spawn(move || {
            let mut told = Vec::new();
            let _ = output.map(|mut output| output.read_to_end(&mut told));
            told
        });
        let ended = wait(&mut child, Duration::from_secs(limits.seconds + 5));
        (ended, answer.join().unwrap_or_default())
    });
    match told {
        (None, _) => Err(too_much(Much::Seconds, limits.seconds)),
        (Some(ended), told) => serde_json::from_slice(&told).unwrap_or_else(|_| Err(died(ended, limits))),
    }
}

/// Waits for the child to end; one that goes on is ended.
fn wait(child: &mut Child, most: Duration) -> Option<ExitStatus> {
    let started = Instant::now();
    let mut pause = Duration::from_millis(1);
    while started.elapsed() < most {
        if let Ok(Some(ended)) = child.try_wait() {
            return Some(ended);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
    // It may have ended in between.
    let _ = child.kill();
    let _ = child.wait();
    None
}

fn too_much(what: Much, limit: u64) -> FormatError {
    FormatError::TooMuch { what, limit }
}

/// Why a child ended without an answer: the system ends one that works too long by a signal
/// of its own, and one that is refused memory ends itself.
fn died(ended: ExitStatus, limits: &ChildLimits) -> FormatError {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt;
        const SIGABRT: i32 = 6;
        const SIGKILL: i32 = 9;
        const SIGXCPU: i32 = 24;
        match ended.signal() {
            Some(SIGXCPU | SIGKILL) => return too_much(Much::Seconds, limits.seconds),
            Some(SIGABRT) => return too_much(Much::Megabytes, limits.megabytes),
            // Refused memory that it could do without, it ended of its own accord and said nothing.
            None if ended.code() == Some(2) => return too_much(Much::Megabytes, limits.megabytes),
            _ => {}
        }
    }
    FormatError::Damaged(format!("{ended}, {} s, {} MB", limits.seconds, limits.megabytes))
}

/// What a child does: limits itself, takes standard input apart and writes what it found to
/// standard output.
///
/// # Errors
/// When input or output fail.
pub fn be_child(limits: &str) -> std::io::Result<()> {
    let limits: ChildLimits = serde_json::from_str(limits).unwrap_or_default();
    limit_own(&limits)?;
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    let found = match Format::of(&bytes) {
        Some(format) => uppsikt_formats::extract(format, &bytes, &limits.limits),
        None => Err(FormatError::Damaged("not a format that is taken apart".to_owned())),
    };
    let found = found.map_err(|error| match error {
        FormatError::TooMuch { what: Much::Megabytes, .. } => too_much(Much::Megabytes, limits.megabytes),
        other => other,
    });
    let mut out = std::io::stdout().lock();
    serde_json::to_writer(&mut out, &found)?;
    out.flush()
}

#[cfg(unix)]
fn limit_own(limits: &ChildLimits) -> std::io::Result<()> {
    let memory = limits.megabytes.saturating_mul(1024 * 1024);
    rlimit::Resource::AS.set(memory, memory)?;
    rlimit::Resource::CPU.set(limits.seconds, limits.seconds + 1)?;
    rlimit::Resource::CORE.set(0, 0)
}

#[cfg(not(unix))]
fn limit_own(_: &ChildLimits) -> std::io::Result<()> {
    Ok(())
}
