//! `preau demo`: fills an empty installation with the demonstration council.
//!
//! The council is an import folder like any other, held by the program; only its dates are counted from today.

mod amendments;
mod behalf;
mod brought;
mod captions;
mod charter;
mod comments;
mod dates;
mod discussions;
mod dossiers;
mod library;
mod life;
mod polls;
mod portraits;
mod suggestions;
mod texts;
mod toolbox;
mod tutorials;

use anyhow::{Context, Result, bail};
use backend::{Backend, accounts, demonstration, people, search};
use chrono::NaiveDate;
use clap::Args;
use rust_embed::RustEmbed;

use self::{dates::dated, library::Library};
use super::{
    import::{self, Options, folder::Folder},
    words,
};
use crate::{
    config::Config,
    shipped,
    state::{self, plain},
};

/// Who can sign in, and who they are.
pub const ACCOUNTS: [(&str, &str); 6] = [
    (ADMINISTRATION, "administrator"),
    ("presidence@demo.example", "chair"),
    ("referente@demo.example", "facilitator of the group mobilites"),
    ("membre@demo.example", "member of mobilites"),
    ("autre@demo.example", "member of another group"),
    (SUSPENDED, "suspended"),
];

const ADMINISTRATION: &str = "administration@demo.example";
const SUSPENDED: &str = "suspendu@demo.example";

/// How to fill the demonstration.
#[derive(Clone, Debug, Args)]
pub struct DemoArguments {
    /// The password of the six accounts, at least 12 characters.
    #[arg(long)]
    password: String,
}

#[derive(RustEmbed)]
#[folder = "demo"]
struct Files;

/// The import folder of the demonstration, as of some day.
struct Demonstration {
    today: NaiveDate,
    library: Library,
}

impl Demonstration {
    fn new(today: NaiveDate) -> Result<Demonstration> {
        let file = Files::get(library::FILE).with_context(|| format!("{} is missing", library::FILE))?;
        let library = Library::read(std::str::from_utf8(&file.data)?)?;
        Ok(Demonstration { today, library })
    }
}

impl Folder for Demonstration {
    fn files(&self) -> Result<Vec<String>> {
        // Discussions and dossiers are not part of an import; the files of the library are made from their description.
        let files = Files::iter().map(|path| path.into_owned());
        let aside = [discussions::FILE, dossiers::FILE, library::FILE, suggestions::FILE, comments::FILE];
        let files =
            files.filter(|path| !aside.contains(&path.as_str()) && !path.starts_with(charter::FOLDER));
        let mut files: Vec<String> = files.chain(self.library.paths()).collect();
        files.sort();
        Ok(files)
    }

    fn read(&self, path: &str) -> Result<Vec<u8>, String> {
        if let Some(made) = self.library.file(path, self.today) {
            return Ok(made);
        }
        let file = Files::get(path).ok_or("is not in this program")?;
        let text = String::from_utf8(file.data.into_owned()).map_err(|_| "is not in UTF-8")?;
        Ok(dated(&text, self.today).into_bytes())
    }
}

/// Carries out the command.
///
/// # Errors
/// The installation is not empty; the password is refused; the database failed.
pub async fn run(config: &Config, arguments: &DemoArguments) -> Result<()> {
    let backend = state::open_current(config).await?;
    fill(&backend, &arguments.password).await?;
    println!("The demonstration council is ready. With the password you gave:");
    for (email, who) in ACCOUNTS {
        println!("  {email:<30} {who}");
    }
    println!("Start it with `preau serve`, then open {}", config.base_url);
    Ok(())
}

/// Fills an empty installation.
///
/// # Errors
/// As [`run`].
pub async fn fill(backend: &Backend, password: &str) -> Result<()> {
    let cx = &backend.system();
    if !demonstration::is_empty(cx).await.map_err(plain)? {
        bail!(
            "this installation is not empty, and a demonstration would mix with what is there: \
             choose another folder with PREAU_DATA_DIR"
        );
    }
    // Whatever may be refused is refused before anything is written.
    let demonstration = Demonstration::new(cx.today())?;
    let members = demonstration.read("members.csv").map_err(anyhow::Error::msg)?;
    let members = String::from_utf8(members)?;
    for (email, _) in ACCOUNTS {
        let mut cells = members.lines().find(|line| line.starts_with(email)).unwrap_or(email).split(';');
        let own_words = [email, cells.nth(1).unwrap_or_default()];
        accounts::may_be_chosen(password, &own_words).map_err(|refusal| words::refused(refusal.into()))?;
    }
    shipped::install(backend).await?;
    let options = Options { earlier: Some(earlier), ..Default::default() };
    let report = import::import(backend, &demonstration, options).await?;
    if let Some(line) = report.refused.first() {
        bail!("the demonstration itself is not right: {line}");
    }
    let tx = cx.begin().await.map_err(plain)?;
    let known = people::addresses(cx, &tx).await.map_err(plain)?;
    let id = |email: &str| known.get(email).copied().ok_or_else(|| anyhow::anyhow!("{email} is missing"));
    people::make_administrator(cx, &tx, id(ADMINISTRATION)?).await.map_err(plain)?;
    cx.commit(tx).await.map_err(plain)?;
    for (email, _) in ACCOUNTS {
        accounts::give_password(cx, id(email)?, password).await.map_err(words::refused)?;
    }
    accounts::suspend(cx, id(SUSPENDED)?).await.map_err(plain)?;
    texts::Texts::new(backend, &known).play().await?;
    life::before(backend, &known).await?;
    charter::before(backend, &known).await?;
    polls::before(backend, &known).await?;
    portraits::fill(cx, &known).await?;
    let file = demonstration.read(discussions::FILE).map_err(anyhow::Error::msg)?;
    discussions::fill(cx, &String::from_utf8(file)?, &known).await?;
    demonstration::give_a_past(cx).await.map_err(plain)?;
    life::today(backend, &known).await?;
    polls::today(backend, &known).await?;
    charter::today(backend, &known).await?;
    let file = demonstration.read(dossiers::FILE).map_err(anyhow::Error::msg)?;
    dossiers::fill(backend, &String::from_utf8(file)?, &known).await?;
    toolbox::fill(backend, &known).await?;
    tutorials::fill(backend, &known).await?;
    let file = demonstration.read(suggestions::FILE).map_err(anyhow::Error::msg)?;
    suggestions::fill(backend, &String::from_utf8(file)?, &known).await?;
    let file = demonstration.read(comments::FILE).map_err(anyhow::Error::msg)?;
    comments::fill(backend, &String::from_utf8(file)?, &known).await?;
    captions::fill(backend, &demonstration.library, &known).await?;
    brought::fill(backend, &known).await?;
    behalf::fill(backend, &known).await?;
    // The past that was just given has its own dates.
    search::reindex(backend, |_| ()).await.map_err(plain)
}

/// What a text said before: each version had one paragraph less than the next, from the end.
fn earlier(body: &str, version: usize, of: usize) -> String {
    let blocks: Vec<&str> = body.split("\n\n").collect();
    let is_plain = |block: &str| {
        block.chars().next().is_some_and(char::is_alphabetic)
            && !block.contains("[^")
            && !block.contains("\n:")
    };
    let plain: Vec<usize> =
        blocks.iter().enumerate().filter(|(_, block)| is_plain(block)).map(|(place, _)| place).collect();
    // Not the first paragraphs, which open the text.
    let missing: Vec<usize> = plain.iter().rev().copied().take(plain.len() / 2).take(of - version).collect();
    let kept = blocks.iter().enumerate().filter(|(place, _)| !missing.contains(place));
    kept.map(|(_, block)| *block).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn earlier_versions_had_less_to_say() {
        let body = "## Un\n\nPremier.\n\nDeuxième.\n\nTroisième[^1].\n\nQuatrième.\n\nCinquième.\n\n- liste";
        assert_eq!(earlier(body, 2, 2), body);
        let first = "## Un\n\nPremier.\n\nDeuxième.\n\nTroisième[^1].\n\n- liste";
        assert_eq!(earlier(body, 0, 2), first);
    }
}
