//! A child that reads files, one after the other, as the program sees it.

use super::{COMMAND, ChildLimits, PATIENCE, Read, Setup, Why, frames};
use crate::archive::InputFile;
use std::io::{self, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;
use uppsikt_formats::{FormatError, Much};

/// A child that reads files.
#[derive(Debug)]
pub struct Reader {
    child: Child,
    input: ChildStdin,
    answers: Receiver<Vec<u8>>,
    limits: ChildLimits,
    ended: bool,
}

impl Reader {
    /// Starts a child.
    ///
    /// # Errors
    /// When the program cannot be started.
    pub fn start(program: &Path, setup: &Setup) -> Result<Reader, Why> {
        Reader::started(program, setup)
            .map_err(|error| Why::Unreadable(FormatError::Damaged(error.to_string())))
    }

    fn started(program: &Path, setup: &Setup) -> io::Result<Reader> {
        let mut command = Command::new(program);
        command.arg(COMMAND).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        // Ctrl-C is for the program: a child in its group would end in the midst of a file, as if that were
        // damaged. It ends at the end of its input.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let mut child = command.spawn()?;
        let lost = || io::Error::from(io::ErrorKind::BrokenPipe);
        let mut output = BufReader::new(child.stdout.take().ok_or_else(lost)?);
        let mut input = child.stdin.take().ok_or_else(lost)?;
        let (send, answers) = channel();
        std::thread::spawn(move || {
            while let Ok(Some(answer)) = frames::read(&mut output) {
                if send.send(answer).is_err() {
                    break;
                }
            }
        });
        // A child that ends early leaves its input: its end says why.
        let _ = frames::write(&mut input, &serde_json::to_vec(setup)?);
        Ok(Reader { child, input, answers, limits: setup.limits, ended: false })
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When the file cannot be read or is more than the limits allow.
    pub fn read(&mut self, file: &InputFile) -> Result<Read, Why> {
        let _ = frames::write(&mut self.input, file.name.as_bytes())
            .and_then(|()| frames::write(&mut self.input, &file.bytes));
        let most = Duration::from_secs(self.limits.seconds.saturating_mul(PATIENCE));
        match self.answers.recv_timeout(most) {
            Ok(answer) => serde_json::from_slice(&answer)
                .unwrap_or_else(|error| Err(Why::Unreadable(FormatError::Damaged(error.to_string())))),
            Err(why) => Err(self.given_up(why)),
        }
    }

    /// Whether the child has ended or been ended, and reads no more.
    pub fn has_ended(&self) -> bool {
        self.ended
    }

    /// Why there is no answer. The child is gone after that.
    fn given_up(&mut self, why: RecvTimeoutError) -> Why {
        self.ended = true;
        if why == RecvTimeoutError::Timeout {
            // It may have ended in between.
            let _ = self.child.kill();
        }
        let ended = self.child.wait();
        match (why, ended) {
            (RecvTimeoutError::Disconnected, Ok(ended)) => died(ended, &self.limits),
            _ => Why::too_much(Much::Seconds, self.limits.seconds),
        }
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Why a child ended without an answer: the system ends one that works too long by a signal
/// of its own, and one that is refused memory ends itself or is killed.
fn died(ended: ExitStatus, limits: &ChildLimits) -> Why {
    #[cfg(unix)]
    {
        use std::os::unix::process::ExitStatusExt;
        const SIGABRT: i32 = 6;
        const SIGKILL: i32 = 9;
        const SIGXCPU: i32 = 24;
        match ended.signal() {
            Some(SIGXCPU) => return Why::too_much(Much::Seconds, limits.seconds),
            // The system kills what takes the machine's last memory.
            Some(SIGABRT | SIGKILL) => return Why::too_much(Much::Megabytes, limits.megabytes),
            // Refused memory that it could do without, it ended of its own accord and said nothing.
            None if ended.code() == Some(2) => return Why::too_much(Much::Megabytes, limits.megabytes),
            _ => {}
        }
    }
    Why::Unreadable(FormatError::Damaged(format!("{ended}, {} s, {} MB", limits.seconds, limits.megabytes)))
}
