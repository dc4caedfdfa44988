//! The letters of accounts: links to use once, and what happened to one's account.

use backend::{
    council::Council,
    mail::{Addressee, Letter, RenderedMail},
};
use domain::accounts::LinkPurpose;

use crate::{paths, words::Words};

/// Puts a letter into words, with addresses of this installation.
pub fn render(
    words: &Words,
    base_url: &str,
    council: &Council,
    to: &Addressee,
    letter: &Letter,
) -> RenderedMail {
    let council_name = council.name.clone();
    let (subject, body) = match letter {
        Letter::Link { purpose, token, expires_at, from } => {
            let link = format!("{base_url}{}", path(*purpose, token));
            let until = words.moment(*expires_at);
            let from = from.clone().unwrap_or_else(|| council.name.clone());
            match purpose {
                LinkPurpose::Invitation => (
                    say!(words, "mail-invitation-subject", council = council_name.clone()),
                    say!(
                        words,
                        "mail-invitation",
                        from = from,
                        council = council_name.clone(),
                        link = link,
                        until = until
                    ),
                ),
                LinkPurpose::PasswordReset => (
                    words.t("mail-password-reset-subject"),
                    say!(words, "mail-password-reset", link = link, until = until),
                ),
                LinkPurpose::SignIn => {
                    (words.t("mail-sign-in-subject"), say!(words, "mail-sign-in", link = link, until = until))
                }
                LinkPurpose::ConfirmPresentAddress => (
                    words.t("mail-present-address-subject"),
                    say!(words, "mail-present-address", link = link, until = until),
                ),
                LinkPurpose::ConfirmNewAddress => (
                    words.t("mail-new-address-subject"),
                    say!(words, "mail-new-address", link = link, until = until),
                ),
            }
        }
        Letter::AddressChanged => (words.t("mail-address-changed-subject"), words.t("mail-address-changed")),
        Letter::PasswordChanged => {
            let link = format!("{base_url}{}", paths::PASSWORD);
            (words.t("mail-password-changed-subject"), say!(words, "mail-password-changed", link = link))
        }
        Letter::Reminder(things) => crate::reminders::mail::render(words, base_url, things),
        Letter::OnPaper(noted) => crate::behalf::mail::noted(words, base_url, noted),
        Letter::Acted(told) => crate::behalf::mail::acted(words, base_url, told),
        Letter::WayChanged(change) => {
            let what = words.t(&format!("mail-way-{}", change.code()));
            let link = format!("{base_url}{}", paths::PASSWORD);
            (words.t("mail-way-subject"), say!(words, "mail-way", what = what, link = link))
        }
        Letter::NewDevice { at, device } => {
            let browser = words.t(&format!("browser-{}", device.browser.code()));
            let machine = words.t(&format!("machine-{}", device.machine.code()));
            let device = say!(words, "accounts-device", browser = browser, machine = machine);
            let link = format!("{base_url}{}", paths::PASSWORD);
            (
                words.t("mail-new-device-subject"),
                say!(words, "mail-new-device", at = words.moment(*at), device = device, link = link),
            )
        }
    };
    let contact = match council.contact_email.as_str() {
        "" => String::new(),
        address => format!("\n{address}"),
    };
    let hello = say!(words, "mail-hello", name = to.name.clone());
    RenderedMail { subject, text: format!("{hello}\n\n{body}\n\n-- \n{council_name}\n{base_url}{contact}\n") }
}

fn path(purpose: LinkPurpose, token: &str) -> String {
    match purpose {
        LinkPurpose::Invitation => paths::invitation(token),
        LinkPurpose::PasswordReset => paths::password_reset(token),
        LinkPurpose::SignIn => paths::sign_in_link(token),
        LinkPurpose::ConfirmPresentAddress | LinkPurpose::ConfirmNewAddress => {
            paths::address_confirmation(token)
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use domain::Language;

    use super::*;

    fn letter(language: Language, letter: &Letter) -> RenderedMail {
        let council = Council { name: "Conseil du Pays".into(), ..Default::default() };
        let to = Addressee { name: "Odile Rambert".into(), language };
        render(&Words::new(language, None), "https://conseil.example", &council, &to, letter)
    }

    #[test]
    fn an_invitation_says_who_invites_until_when_and_where_to_go() {
        let invitation = Letter::Link {
            purpose: LinkPurpose::Invitation,
            token: "abc".into(),
            expires_at: DateTime::from_timestamp(1_795_366_200, 0).expect("a moment"),
            from: Some("Nadège Corlin".into()),
        };
        let mail = letter(Language::French, &invitation);
        assert!(mail.subject.contains("Conseil du Pays"));
        for said in [
            "Odile Rambert",
            "Nadège Corlin",
            "https://conseil.example/invitation/abc\n",
            "22\u{a0}novembre 2026",
        ] {
            assert!(mail.text.contains(said), "{said}: {}", mail.text);
        }
        assert!(letter(Language::English, &invitation).text.contains("22\u{a0}November 2026"));
    }

    #[test]
    fn every_letter_exists_in_both_languages() {
        for language in Language::ALL {
            for purpose in LinkPurpose::ALL {
                let link = Letter::Link {
                    purpose: *purpose,
                    token: "abc".into(),
                    expires_at: DateTime::from_timestamp(1_795_366_200, 0).expect("a moment"),
                    from: None,
                };
                assert!(letter(language, &link).text.contains("/abc"), "{purpose:?}");
            }
            let device = domain::accounts::device::Device::from_code("firefox/windows");
            let at = DateTime::from_timestamp(1_795_366_200, 0).expect("a moment");
            let ways = domain::accounts::WayChange::ALL.iter().copied().map(Letter::WayChanged);
            let told = [Letter::AddressChanged, Letter::PasswordChanged, Letter::NewDevice { at, device }];
            for told in told.into_iter().chain(ways) {
                assert!(letter(language, &told).text.len() > 100);
            }
        }
    }
}
