//! The ways in which people sign in, through the whole site, without a script.

use crate::common::{Answer, Visit};
use backend::{
    accounts::{self, Whose},
    jobs,
};
use chrono::TimeDelta;
use domain::ids::UserId;

const PASSWORD: &str = "trois petits chats";
const DEVICE: &str = "__Host-preau-appareil";

fn session(answer: &Answer) -> String {
    answer.cookie("preau").expect("a session")
}

impl Visit {
    async fn with_password(&self, id: UserId) {
        let token = accounts::create_link_now(&self.test.backend.system(), id).await.expect("a link");
        accounts::accept_invitation(&self.test.visitor(), &token, PASSWORD, PASSWORD)
            .await
            .expect("accepted");
    }

    /// Gives somebody codes, and says their secret and recovery codes.
    async fn with_codes(&self, id: UserId) -> (String, Vec<String>) {
        self.with_password(id).await;
        let me = self.test.as_user(id).await;
        accounts::prepare_codes(&me, Whose::Mine).await.expect("prepared");
        let (secret, _) = accounts::prepared_secret(&me, Whose::Mine).await.expect("read").expect("drawn");
        let code = self.test.code_of(&secret);
        let recovery = accounts::confirm_codes(&me, Whose::Mine, &code, "").await.expect("confirmed");
        self.test.wait(TimeDelta::seconds(30));
        (secret, recovery)
    }

    async fn give_password(&self, email: &str, cookie: Option<&str>) -> Answer {
        let form = [("email", email), ("password", PASSWORD), ("next", "/groupes")];
        self.post("/api/accounts/sign-in", cookie, &form).await
    }

    async fn is_in(&self, cookie: &str) -> bool {
        self.get("/mon-compte", Some(cookie)).await.status.as_u16() == 200
    }
}

#[tokio::test]
async fn a_password_alone_opens_nothing_once_a_code_is_asked() {
    let visit = Visit::new().await;
    let (secret, _) = visit.with_codes(visit.cast.member.id).await;
    let fixed = "preau=AAAAAAAAAAAAAAAAAAAAAA";
    let asked = visit.give_password(visit.cast.member.email, Some(fixed)).await;
    assert_eq!((asked.status.as_u16(), asked.location()), (303, "/connexion/code?vers=%2Fgroupes"));
    let half = session(&asked);
    assert_ne!(half, fixed);
    assert!(asked.cookie(DEVICE).is_none(), "a browser is known once somebody is in");
    assert!(!visit.is_in(&half).await);
    let page = visit.get("/connexion/code?vers=%2Fgroupes", Some(&half)).await;
    assert_eq!((page.status.as_u16(), page.h1().as_str()), (200, "Votre code"));
    assert_eq!(visit.get("/connexion/code", None).await.location(), "/connexion?vers=%2F");

    let wrong = [("code", "000000"), ("next", "/groupes")];
    let refused = visit.post_from("/connexion/code", "/api/accounts/give-code", Some(&half), &wrong).await;
    assert_eq!(refused.status.as_u16(), 422);
    assert!(refused.text.contains("href=\"#give-code-code\""), "the summary leads to the field");
    assert!(!visit.is_in(&half).await);

    let code = visit.test.code_of(&secret);
    let form = [("code", code.as_str()), ("next", "/groupes")];
    let answer = visit.post("/api/accounts/give-code", Some(&half), &form).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/groupes"));
    let open = session(&answer);
    assert_ne!(open, half, "a new identifier after each step");
    assert!(visit.is_in(&open).await && !visit.is_in(&half).await);

    // The half-open session is spent, and so is the code.
    let again = visit.post("/api/accounts/give-code", Some(&half), &form).await;
    assert!(again.location().starts_with("/connexion"), "{}", again.location());
    let half = session(&visit.give_password(visit.cast.member.email, None).await);
    let again = visit.post_from("/connexion/code", "/api/accounts/give-code", Some(&half), &form).await;
    assert_eq!(again.status.as_u16(), 422, "replayed");
}

#[tokio::test]
async fn somebody_else_s_open_session_does_not_survive_the_password_of_another() {
    let visit = Visit::new().await;
    visit.with_codes(visit.cast.member.id).await;
    let other = visit.session(visit.cast.other.id).await;
    let half = session(&visit.give_password(visit.cast.member.email, Some(&other)).await);
    assert!(!visit.is_in(&half).await && !visit.is_in(&other).await);
}

#[tokio::test]
async fn codes_tried_too_often_wait() {
    let visit = Visit::new().await;
    let (secret, _) = visit.with_codes(visit.cast.member.id).await;
    let half = session(&visit.give_password(visit.cast.member.email, None).await);
    let give = async |code: &str| {
        let form = [("code", code)];
        visit.post_from("/connexion/code", "/api/accounts/give-code", Some(&half), &form).await
    };
    for _ in 0..8 {
        assert_eq!(give("000000").await.status.as_u16(), 422);
    }
    let answer = give(&visit.test.code_of(&secret)).await;
    assert_eq!(answer.status.as_u16(), 429);
    assert!(answer.headers.contains_key("retry-after"));
}

#[tokio::test]
async fn a_recovery_code_opens_once() {
    let visit = Visit::new().await;
    let (_, recovery) = visit.with_codes(visit.cast.member.id).await;
    let form = [("code", recovery[0].as_str())];
    for status in [303, 422] {
        let half = session(&visit.give_password(visit.cast.member.email, None).await);
        let page = "/connexion/code";
        let answer = visit.post_from(page, "/api/accounts/give-code", Some(&half), &form).await;
        assert_eq!(answer.status.as_u16(), status);
    }
}

#[tokio::test]
async fn a_new_password_by_mail_does_not_go_round_the_code() {
    let visit = Visit::new().await;
    visit.with_codes(visit.cast.member.id).await;
    let system = visit.test.backend.system();
    let token = accounts::create_link_now(&system, visit.cast.member.id).await.expect("a link");
    let new = "chapeau de paille en avril";
    let form = [("token", token.as_str()), ("password", new), ("password_again", new)];
    let answer = visit.post("/api/accounts/reset-password", None, &form).await;
    assert!(answer.location().starts_with("/connexion/code?vers="), "{}", answer.location());
    assert!(!visit.is_in(&session(&answer)).await);
}

#[tokio::test]
async fn codes_are_put_in_place_without_a_script_and_recovery_codes_are_shown_once() {
    let visit = Visit::new().await;
    visit.with_password(visit.cast.member.id).await;
    let cookie = visit.session(visit.cast.member.id).await;
    assert_eq!(
        visit.get("/mon-compte/securite/codes", Some(&cookie)).await.location(),
        "/mon-compte/securite"
    );
    let begun = visit.post("/api/accounts/prepare-codes", Some(&cookie), &[]).await;
    assert_eq!(begun.location(), "/mon-compte/securite/codes");
    let page = visit.get(begun.location(), Some(&cookie)).await;
    assert!(page.text.contains("<svg ") && page.text.contains("otpauth://totp/"), "{}", page.text);
    let (_, rest) = page.text.split_once("secret=").expect("the secret");
    let secret: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    let shown = domain::accounts::codes::in_fours(&secret);
    assert!(page.text.contains(&shown), "in groups of four");

    let code = visit.test.code_of(&secret);
    let answer = visit.post("/api/accounts/confirm-codes", Some(&cookie), &[("code", &code)]).await;
    assert!(answer.location().starts_with("/mon-compte/securite/secours"), "{}", answer.location());
    let sheet = visit.get(answer.location(), Some(&cookie)).await;
    assert_eq!(sheet.h1(), "Vos codes de secours");
    assert_eq!(sheet.text.matches("<li translate=\"no\">").count(), 10);
    let again = visit.get(answer.location(), Some(&cookie)).await;
    assert_eq!((again.status.as_u16(), again.location()), (303, "/mon-compte/securite"), "shown once");
    let security = visit.get("/mon-compte/securite", Some(&cookie)).await;
    assert!(security.text.contains("Il vous reste 10 codes de secours."));
    assert!(!security.text.contains(&secret) && !security.text.contains(&shown));
    jobs::run_due(&visit.test.backend).await.expect("the mail leaves");
}

#[tokio::test]
async fn what_is_sensitive_asks_again_and_loses_nothing_typed() {
    let visit = Visit::new().await;
    visit.with_password(visit.cast.administrator.id).await;
    let (member, long_ago) = (visit.cast.member.id, visit.test.backend.now() - TimeDelta::minutes(15));
    let cookie = visit.session_proved_at(visit.cast.administrator.id, long_ago).await;
    let page = format!("/administration/membres/{member}");
    let id = member.to_string();
    let form = [("id", id.as_str()), ("administrator", "oui")];
    let action = "/api/administration/name-administrator";
    let asked = visit.post_from(&page, action, Some(&cookie), &form).await;
    assert_eq!((asked.status.as_u16(), asked.h1().as_str()), (403, "Confirmez que c’est bien vous"));
    assert!(asked.text.contains(&format!("name=\"id\" value=\"{id}\"")), "{}", asked.text);
    assert!(!visit.test.as_user(member).await.actor.is_administrator());

    let wrong = [form[0], form[1], ("proof_password", "mauvais")];
    let refused = visit.post_from(&page, action, Some(&cookie), &wrong).await;
    assert_eq!((refused.status.as_u16(), refused.h1().as_str()), (422, "Confirmez que c’est bien vous"));
    assert!(
        refused.text.contains(&format!("name=\"id\" value=\"{id}\"")) && !refused.text.contains("mauvais")
    );
    assert!(!visit.test.as_user(member).await.actor.is_administrator());

    let right = [form[0], form[1], ("proof_password", PASSWORD)];
    let done = visit.post_from(&page, action, Some(&cookie), &right).await;
    assert_eq!((done.status.as_u16(), done.location()), (303, format!("{page}?fait=cles").as_str()));
    assert!(visit.test.as_user(member).await.actor.is_administrator());
    let renewed = session(&done);
    assert_ne!(renewed, cookie, "a new identifier");
    assert!(visit.is_in(&renewed).await && !visit.is_in(&cookie).await);
    let take = [("id", id.as_str()), ("administrator", "non")];
    let again = visit.post_from(&page, action, Some(&renewed), &take).await;
    assert_eq!(again.status.as_u16(), 303, "not asked again for a quarter of an hour");
}

#[tokio::test]
async fn every_sensitive_action_asks_for_a_proof() {
    let visit = Visit::new().await;
    let id = visit.cast.member.id.to_string();
    let long_ago = visit.test.backend.now() - TimeDelta::hours(1);
    let later = visit.test.backend.now() + TimeDelta::hours(1);
    for at in [long_ago, later] {
        let cookie = visit.session_proved_at(visit.cast.administrator.id, at).await;
        for (action, form) in [
            ("/api/accounts/revoke-other-sessions", vec![]),
            ("/api/accounts/revoke-session", vec![("key", "inconnue")]),
            ("/api/accounts/link-provider", vec![("provider", "agglo")]),
            ("/api/accounts/unlink-account", vec![("id", "1")]),
            ("/api/accounts/prepare-codes", vec![]),
            ("/api/accounts/renew-recovery-codes", vec![]),
            ("/api/accounts/begin-passkey", vec![]),
            ("/api/accounts/add-passkey", vec![("name", "x"), ("credential", "{}")]),
            ("/api/accounts/remove-passkey", vec![("id", "1")]),
            ("/api/administration/name-administrator", vec![("id", id.as_str()), ("administrator", "oui")]),
            ("/api/administration/reset-codes", vec![("id", id.as_str())]),
            ("/api/administration/require-codes", vec![("required", "oui")]),
        ] {
            let answer = visit.post_as(action, Some(&cookie), &form, "application/json").await;
            assert_eq!(answer.status.as_u16(), 403, "{action}");
            assert!(answer.text.contains("ProofRequired"), "{action}: {}", answer.text);
        }
        for page in ["/mon-compte/securite/codes", "/mon-compte/securite/cle"] {
            let asked = visit.get(page, Some(&cookie)).await;
            let leads = format!("/mon-compte/confirmer?vers={}", page.replace('/', "%2F"));
            assert_eq!(asked.location(), leads);
        }
    }
}

#[tokio::test]
async fn proving_again_leads_on_and_never_to_another_site() {
    let visit = Visit::new().await;
    visit.with_password(visit.cast.member.id).await;
    for (next, led) in [("/mon-compte/securite/cle", "/mon-compte/securite/cle"), ("https://a.example/", "/")]
    {
        let cookie = visit.session(visit.cast.member.id).await;
        let form = [("proof_password", PASSWORD), ("next", next)];
        let answer = visit.post("/api/accounts/prove", Some(&cookie), &form).await;
        assert_eq!(answer.location(), led);
        assert!(!visit.is_in(&cookie).await && visit.is_in(&session(&answer)).await);
    }
}

#[tokio::test]
async fn a_link_received_by_mail_is_used_by_its_button_only_and_asks_for_the_code() {
    let visit = Visit::new().await;
    visit.with_codes(visit.cast.member.id).await;
    visit.with_password(visit.cast.other.id).await;
    let mut answers = Vec::new();
    for email in [visit.cast.member.email, visit.cast.other.email, "inconnue@demo.example"] {
        let answer = visit.post("/api/accounts/ask-sign-in-link", None, &[("email", email)]).await;
        answers.push((answer.status, answer.location().to_owned()));
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "the same answer whoever has an account");
    jobs::run_due(&visit.test.backend).await.expect("the mails leave");
    let mails = visit.test.letterbox.mails();
    let tokens: Vec<&str> = mails
        .iter()
        .flat_map(|mail| mail.lines())
        .filter_map(|line| line.trim().strip_prefix("sign_in "))
        .collect();
    assert_eq!(tokens.len(), 2);
    for (token, asked) in tokens.into_iter().zip(["/connexion/code?vers=%2F", "/"]) {
        let path = app::paths::sign_in_link(token);
        for _ in 0..3 {
            assert_eq!(visit.get(&path, None).await.status.as_u16(), 200, "looking does not use it");
        }
        let answer = visit.post("/api/accounts/sign-in-by-link", None, &[("token", token)]).await;
        assert_eq!(answer.location(), asked);
        assert_eq!(visit.is_in(&session(&answer)).await, asked == "/");
        assert_eq!(visit.get(&path, None).await.status.as_u16(), 404);
    }
}

#[tokio::test]
async fn a_browser_is_known_by_a_cookie_and_a_new_one_is_told_of() {
    let visit = Visit::new().await;
    visit.with_password(visit.cast.member.id).await;
    let email = visit.cast.member.email;
    let told = || visit.test.letterbox.mails().iter().filter(|mail| mail.contains("new_device")).count();
    let first = visit.give_password(email, None).await;
    let set = first.headers.get_all("set-cookie").iter().filter_map(|line| line.to_str().ok());
    let set = set.into_iter().find(|line| line.starts_with(DEVICE)).expect("a cookie").to_owned();
    for part in ["Path=/", "HttpOnly", "SameSite=Lax", "Secure", "Max-Age=34560000"] {
        assert!(set.contains(part), "{set}");
    }
    let known = first.cookie(DEVICE).expect("a cookie");
    jobs::run_due(&visit.test.backend).await.expect("jobs run");
    assert_eq!(told(), 0);
    let again = visit.give_password(email, Some(&known)).await;
    assert_eq!(again.cookie(DEVICE), None);
    jobs::run_due(&visit.test.backend).await.expect("jobs run");
    assert_eq!(told(), 0);
    visit.give_password(email, None).await;
    jobs::run_due(&visit.test.backend).await.expect("jobs run");
    assert_eq!(told(), 1);
}

#[tokio::test]
async fn those_who_hold_the_keys_put_codes_in_place_before_they_come_in() {
    let visit = Visit::new().await;
    visit.with_codes(visit.cast.administrator.id).await;
    visit.with_password(visit.cast.chair.id).await;
    let administrator = visit.session(visit.cast.administrator.id).await;
    let done =
        visit.post("/api/administration/require-codes", Some(&administrator), &[("required", "oui")]).await;
    assert_eq!(done.location(), "/administration/conseil?fait=codes-exiges");
    let asked = visit.give_password(visit.cast.chair.email, None).await;
    assert_eq!(asked.location(), "/connexion/codes?vers=%2Fgroupes");
    let half = session(&asked);
    assert!(!visit.is_in(&half).await);
    assert_eq!(visit.get("/connexion/codes", Some(&half)).await.status.as_u16(), 200);
    let begun = visit.post("/api/accounts/prepare-codes", Some(&half), &[("next", "/groupes")]).await;
    assert_eq!(begun.location(), "/connexion/codes?vers=%2Fgroupes");
    let page = visit.get(begun.location(), Some(&half)).await;
    let (_, rest) = page.text.split_once("secret=").expect("the secret");
    let secret: String = rest.chars().take_while(char::is_ascii_alphanumeric).collect();
    // A code of somebody who has none does not open the session.
    let form = [("code", "000000"), ("next", "/groupes")];
    let refused =
        visit.post_from("/connexion/codes", "/api/accounts/confirm-codes", Some(&half), &form).await;
    assert_eq!(refused.status.as_u16(), 422);
    let code = visit.test.code_of(&secret);
    let form = [("code", code.as_str()), ("next", "/groupes")];
    let answer = visit.post("/api/accounts/confirm-codes", Some(&half), &form).await;
    assert_eq!(answer.location(), "/mon-compte/securite/secours?vers=%2Fgroupes");
    let open = session(&answer);
    assert!(open != half && visit.is_in(&open).await);
    assert_eq!(visit.get(answer.location(), Some(&open)).await.h1(), "Vos codes de secours");
}

#[tokio::test]
async fn no_ceremony_of_a_passkey_is_answered_twice_or_for_another() {
    let visit = Visit::new().await;
    let cookie = visit.session(visit.cast.member.id).await;
    let begun = visit.post_as("/api/accounts/begin-passkey", Some(&cookie), &[], "application/json").await;
    assert!(begun.text.contains("challenge") && begun.text.contains("residentKey"), "{}", begun.text);
    for credential in
        ["", "{}", "null", "{\"id\":\"x\",\"rawId\":\"eA\",\"type\":\"public-key\",\"response\":{}}"]
    {
        let form = [("credential", credential), ("name", "Portable")];
        for action in ["add-passkey", "sign-in-by-passkey", "prove-by-passkey"] {
            let action = format!("/api/accounts/{action}");
            let answer = visit.post_as(&action, Some(&cookie), &form, "application/json").await;
            assert_eq!(answer.status.as_u16(), 409, "{action}: {}", answer.text);
        }
    }
    let page = visit.get("/connexion/cle", None).await;
    assert!(page.text.contains("data-passkey=\"show\""));
    let policy = page.headers["content-security-policy"].to_str().expect("text");
    assert!(policy.contains("script-src 'self';"), "{policy}");
}
