//! Every sentence of the product, from `locales/`, and the council's own words among them.

use std::{borrow::Cow, collections::HashMap, sync::Arc};

use backend::{clock::ZONE, council::Council};
use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use domain::{
    Language,
    charter::FramingKind,
    contributions::ContributionKind,
    groups::{GroupKind, GroupRole},
    people::CouncilRole,
};
use fluent_templates::{LanguageIdentifier, Loader, fluent_bundle::FluentValue, langid};

fluent_templates::static_loader! {
    static SENTENCES = {
        locales: "./locales",
        fallback_language: "fr",
        // French and English are written in the same direction: no isolation marks around what is filled in.
        customise: |bundle| {
            bundle.set_use_isolating(false);
            let french = bundle.locales.first().is_some_and(|locale| locale.language == FRENCH.language);
            bundle.set_formatter(Some(if french { french::number } else { english_number }));
            // `DE($name)`, « d’Odile » or « de Paul », in the French sentences.
            bundle.add_function("DE", |names, _| french::of(names)).expect("added once");
        },
    };
}

mod french;

static FRENCH: LanguageIdentifier = langid!("fr");
static ENGLISH: LanguageIdentifier = langid!("en");

/// The values filled in a sentence.
pub type Values = HashMap<Cow<'static, str>, FluentValue<'static>>;

/// The sentences in one language, with the council's words.
#[derive(Clone, Debug)]
pub struct Words {
    /// The language.
    pub language: Language,
    council: Option<Arc<Council>>,
}

/// A sentence with values: `say!(words, "groups-members-count", count = 3)`.
#[macro_export]
macro_rules! say {
    ($words:expr, $key:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        let mut values = $crate::words::Values::new();
        $(values.insert(stringify!($name).into(), $crate::words::value($value));)*
        $words.fill($key, &values)
    }};
}

/// A value for [`say!`].
pub fn value(value: impl Into<FluentValue<'static>>) -> FluentValue<'static> {
    value.into()
}

impl Words {
    /// In `language`, with the words of `council`.
    pub fn new(language: Language, council: Option<Arc<Council>>) -> Words {
        Words { language, council }
    }

    /// The language of what the council writes, where it is not the one of the page: it is then read aloud as it should.
    pub fn council_language(&self) -> Option<&'static str> {
        (self.language != Language::French).then(|| Language::French.tag())
    }

    /// A sentence without values.
    pub fn t(&self, key: &str) -> String {
        SENTENCES.try_lookup(self.locale(), key).unwrap_or_else(|| missing(key))
    }

    /// A sentence with values; [`say!`] is shorter.
    pub fn fill(&self, key: &str, values: &Values) -> String {
        SENTENCES.try_lookup_with_args(self.locale(), key, values).unwrap_or_else(|| missing(key))
    }

    /// A sentence that may not exist.
    pub fn find(&self, key: &str, values: &Values) -> Option<String> {
        SENTENCES.try_lookup_with_args(self.locale(), key, values)
    }

    fn locale(&self) -> &'static LanguageIdentifier {
        match self.language {
            Language::French => &FRENCH,
            Language::English => &ENGLISH,
        }
    }

    /// The council's word for `family.code`, or the product's.
    fn own(&self, family: &str, code: &str) -> String {
        let own =
            self.council.as_ref().and_then(|c| c.words.get(&format!("{family}.{code}")).map(str::to_owned));
        own.unwrap_or_else(|| self.t(&format!("{family}-{}", code.replace('_', "-"))))
    }

    /// The name of a kind of text.
    pub fn kind(&self, kind: ContributionKind) -> String {
        self.own("kind", kind.code())
    }

    /// The name of a kind of group.
    pub fn group_kind(&self, kind: GroupKind) -> String {
        self.own("group", kind.code())
    }

    /// The name of a kind of framing text.
    pub fn framing_kind(&self, kind: FramingKind) -> String {
        self.own("framing", kind.code())
    }

    /// The name of a role in the council.
    pub fn council_role(&self, role: CouncilRole) -> String {
        self.own("role", role.code())
    }

    /// The name of a role in a group.
    pub fn group_role(&self, role: GroupRole) -> String {
        self.own("role", role.code())
    }

    /// A day in full: « 22 novembre 2026 ».
    pub fn day(&self, day: NaiveDate) -> String {
        let month = self.t(&format!("month-{}", day.month()));
        say!(self, "date-day", day = day.day(), month = month, year = day.year().to_string())
    }

    /// A day with its name and without its year: « dimanche 22 novembre ».
    pub fn weekday(&self, day: NaiveDate) -> String {
        let month = self.t(&format!("month-{}", day.month()));
        let weekday = self.t(&format!("weekday-{}", day.weekday().number_from_monday()));
        say!(self, "date-weekday", weekday = weekday, day = day.day(), month = month)
    }

    /// The day of an instant, in the council's time zone.
    pub fn day_of(&self, at: DateTime<Utc>) -> String {
        self.day(backend::clock::day(at))
    }

    /// A time: « 18 h 04 », « 18 h ».
    pub fn time(&self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&ZONE);
        if local.minute() == 0 {
            return say!(self, "date-hour", hour = local.hour());
        }
        say!(self, "date-time", hour = local.hour(), minute = format!("{:02}", local.minute()))
    }

    /// A day and a time: « 22 novembre 2026 à 18 h 04 ».
    pub fn moment(&self, at: DateTime<Utc>) -> String {
        say!(self, "date-moment", day = self.day_of(at), time = self.time(at))
    }

    /// Names in a row: « Odile, Paul et Fatou ».
    pub fn list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => say!(self, "list-and", first = first.join(", "), last = last.clone()),
        }
    }

    /// A number from one to ten in words at the head of a sentence, in figures beyond.
    pub fn number(&self, count: u64) -> String {
        if (1..=10).contains(&count) { self.t(&format!("number-{count}")) } else { self.figures(count) }
    }

    /// A number in figures, its thousands parted as the language does: « 8 000 ».
    pub fn figures(&self, count: u64) -> String {
        let separator = match self.language {
            Language::French => french::THIN_SPACE,
            Language::English => ",",
        };
        french::parted(&count.to_string(), separator)
    }

    /// The beginning of a sentence that goes on with `name`: in French, « de » is elided before a vowel.
    pub fn before(&self, beginning: &str, name: &str) -> String {
        match (self.language, beginning.strip_suffix(" de ")) {
            (Language::French, Some(start)) if french::elides(name) => format!("{start} d’"),
            _ => beginning.to_owned(),
        }
    }
}

/// A sentence with its first letter in capital.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// A whole number with its thousands parted: « 8,000 ».
fn english_number<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    french::whole(value).map(|number| french::parted(&number, ","))
}

// A missing sentence is a defect that a test finds; a person sees its key rather than an error.
fn missing(key: &str) -> String {
    tracing::error!(key, "missing sentence");
    key.to_owned()
}

#[cfg(test)]
mod tests;
