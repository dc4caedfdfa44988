//! Recognising words on pictures, with `tesseract` and `pdftoppm` where they are installed.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};

use crate::{Cut, Limits, Place, Reading, State, gather::Gather};

/// The programs that recognise words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tools {
    /// Recognises the words of a picture.
    pub tesseract: PathBuf,
    /// Draws the pages of a PDF.
    pub pdftoppm: PathBuf,
    /// The languages words are looked for in, as `tesseract` names them.
    pub languages: String,
}

/// Where programs of the system are.
const FOLDERS: [&str; 3] = ["/usr/local/bin", "/usr/bin", "/bin"];
/// Pages that are recognised: each takes seconds.
const PAGES: u32 = 200;
/// Points an inch at which pages are drawn.
const SHARPNESS: &str = "200";

impl Tools {
    /// Those that are installed, if both are.
    pub fn installed() -> Option<Tools> {
        let find = |name: &str| {
            FOLDERS.iter().map(|folder| Path::new(folder).join(name)).find(|path| path.is_file())
        };
        let (tesseract, pdftoppm) = (find("tesseract")?, find("pdftoppm")?);
        let known = said(Command::new(&tesseract).arg("--list-langs"))?;
        let wanted =
            ["fra", "eng"].into_iter().filter(|wanted| known.lines().any(|line| line.trim() == *wanted));
        let languages = wanted.collect::<Vec<&str>>().join("+");
        (!languages.is_empty()).then_some(Tools { tesseract, pdftoppm, languages })
    }
}

/// Recognises the words of a PDF of that many pages, drawn one after the other in `folder`.
pub fn read(path: &Path, pages: u32, folder: &Path, tools: &Tools, limits: &Limits) -> Reading {
    let started = Instant::now();
    let mut gather = Gather::new(limits);
    let picture = folder.join("page.pgm");
    for number in 1..=pages {
        if number > PAGES {
            gather.cut(Cut::Pages);
        }
        if started.elapsed() > limits.time {
            gather.cut(Cut::Time);
        }
        if !gather.begin(Place::Page(number)) {
            break;
        }
        let page = number.to_string();
        let drawn = said(
            Command::new(&tools.pdftoppm)
                .args([
                    "-gray",
                    "-singlefile",
                    "-r",
                    SHARPNESS,
                    "-scale-to",
                    "3000",
                    "-f",
                    &page,
                    "-l",
                    &page,
                ])
                .arg(path)
                .arg(picture.with_extension("")),
        );
        let words = drawn.and_then(|_| {
            said(Command::new(&tools.tesseract).arg(&picture).args(["stdout", "-l", &tools.languages]))
        });
        for paragraph in words.unwrap_or_default().split("\n\n") {
            gather.paragraph(&paragraph.split_whitespace().collect::<Vec<&str>>().join(" "));
        }
    }
    let reading = gather.reading(Some(pages));
    Reading { recognised: reading.state == State::Read, ..reading }
}

/// What a program says, if it ends well. It is given nothing of what is around.
fn said(command: &mut Command) -> Option<String> {
    let command = command.env_clear().env("OMP_THREAD_LIMIT", "1").stdin(Stdio::null()).stderr(Stdio::null());
    let output = command.output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
