//! Signing in by a sign-in service, through the whole site, with a service that signs for good.

use backend::{
    accounts::{
        self, Whose,
        providers::{ProviderSettings, Providers},
    },
    jobs,
};
use chrono::TimeDelta;
use domain::ids::UserId;
use serde_json::json;

use crate::common::{
    Answer, Visit,
    provider::{CLIENT, Provider, SECRET, Signed},
};

const PASSWORD: &str = "trois petits chats";
const ON_THE_WAY: &str = "/connexion/agglo/aller";

/// A council with a service, and somebody on their way to it.
struct Journey {
    visit: Visit,
    provider: Provider,
}

fn session(answer: &Answer) -> String {
    answer.cookie("preau").expect("a session")
}

impl Journey {
    /// `signed` says whether what the service says of people must be signed.
    async fn begin(signed: bool) -> Journey {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let visit = Visit::new().await;
        let provider = Provider::open(visit.test.backend.now().timestamp()).await;
        let settings = ProviderSettings {
            code: "agglo".to_owned(),
            name: "Compte de l’agglomération".to_owned(),
            issuer: provider.issuer().to_owned(),
            client_id: CLIENT.to_owned(),
            client_secret: SECRET.to_owned(),
            signed,
        };
        let visit = visit.with_providers(Providers::new([settings]));
        Journey { visit, provider }
    }

    /// Opens the account of somebody, whose address the service vouches for.
    async fn vouches_for(&self, id: UserId, email: &str) {
        let token = accounts::create_link_now(&self.visit.test.backend.system(), id).await.expect("a link");
        let opened =
            accounts::accept_invitation(&self.visit.test.visitor(), &token, PASSWORD, PASSWORD).await;
        opened.expect("accepted");
        let mut says = self.provider.says();
        email.clone_into(&mut says.email);
        says.verified = json!(true);
    }

    async fn member(&self) {
        self.vouches_for(self.visit.cast.member.id, self.visit.cast.member.email).await;
    }

    /// Leaves for the service: the session, and the address there.
    async fn leave(&self) -> (String, String) {
        let form = [("provider", "agglo"), ("next", "/groupes")];
        let answer = self.visit.post("/api/accounts/ask-provider", None, &form).await;
        assert_eq!(answer.location(), ON_THE_WAY, "{}", answer.text);
        let cookie = session(&answer);
        let page = self.visit.get(ON_THE_WAY, Some(&cookie)).await;
        assert_eq!(page.h1(), "Vous allez vers Compte de l’agglomération");
        let header = page.header(http::header::REFRESH);
        let address = header.strip_prefix("0; url=").expect("goes on by itself").to_owned();
        assert!(page.text.contains(&address.replace('&', "&amp;")), "and by a link");
        (cookie, address)
    }

    /// Goes there, agrees and comes back.
    async fn come_back(&self) -> Answer {
        let (cookie, address) = self.leave().await;
        self.visit.get(&self.provider.agree(&address), Some(&cookie)).await
    }

    async fn is_in(&self, cookie: &str) -> bool {
        self.visit.get("/mon-compte", Some(cookie)).await.status.as_u16() == 200
    }

    /// Comes back in vain, with these words.
    async fn in_vain(&self, words: &str) {
        let answer = self.come_back().await;
        assert_in_vain(&answer, words);
    }

    async fn mails(&self) -> Vec<String> {
        jobs::run_due(&self.visit.test.backend).await.expect("jobs run");
        self.visit.test.letterbox.mails()
    }
}

fn assert_in_vain(answer: &Answer, words: &str) {
    assert_eq!((answer.status.as_u16(), answer.h1().as_str()), (409, "La connexion n’a pas abouti"));
    assert!(answer.text.contains(words), "{}", answer.text);
    assert!(answer.cookie("preau-appareil").is_none(), "nobody is in");
}

#[tokio::test]
async fn a_service_that_vouches_for_an_address_opens_the_account_that_has_it_and_its_owner_is_told() {
    for signed in [true, false] {
        let journey = Journey::begin(signed).await;
        journey.member().await;
        journey.provider.says().userinfo = signed.then_some(Signed::Rs256);
        let page = journey.visit.get("/connexion?vers=%2Fgroupes", None).await;
        assert!(page.text.contains("Se connecter avec Compte de l’agglomération"));
        assert!(page.text.contains("name=\"next\" value=\"/groupes\""));
        let before = journey.mails().await.len();
        let answer = journey.come_back().await;
        assert_eq!((answer.status.as_u16(), answer.location()), (303, "/groupes"), "{}", answer.text);
        let cookie = session(&answer);
        assert!(journey.is_in(&cookie).await);
        let mails = journey.mails().await;
        assert!(mails[before..].iter().any(|mail| mail.contains("provider-linked")), "{mails:?}");
        let page = journey.visit.get("/mon-compte/securite", Some(&cookie)).await;
        assert!(page.text.contains("Ne plus associer") && !page.text.contains("Associer mon compte"));

        // The next time, no address is asked for: it was joined.
        journey.provider.says().verified = json!(false);
        let asked = journey.provider.asked().len();
        assert_eq!(journey.come_back().await.location(), "/groupes");
        assert_eq!(journey.provider.asked()[asked..], ["token"], "and its keys are kept");
    }
}

#[tokio::test]
async fn what_the_service_does_not_vouch_for_opens_nothing_and_makes_nobody() {
    let journey = Journey::begin(true).await;
    journey.member().await;
    let unknown = "Aucun compte d’ici n’est associé";
    for verified in [json!(false), json!(null)] {
        journey.provider.says().verified = verified;
        journey.in_vain(unknown).await;
    }
    journey.provider.says().verified = json!(true);
    for email in ["personne@exemple.fr", "", journey.visit.cast.suspended.email] {
        email.clone_into(&mut journey.provider.says().email);
        journey.in_vain(unknown).await;
    }
    // Somebody who was invited and never opened their account does it by their invitation.
    journey.visit.cast.other.email.clone_into(&mut journey.provider.says().email);
    journey.in_vain(unknown).await;
}

#[tokio::test]
async fn what_is_not_signed_by_the_service_is_not_believed() {
    let journey = Journey::begin(true).await;
    journey.member().await;
    let unsafe_words = "n’est pas sûr";
    for signed in [Signed::None, Signed::Hs256, Signed::Stranger] {
        journey.provider.says().signed = signed;
        journey.in_vain(unsafe_words).await;
    }
    journey.provider.says().signed = Signed::Rs256;
    // What it says of people must be signed, by it, and be about the same person.
    for userinfo in [None, Some(Signed::None), Some(Signed::Stranger), Some(Signed::Hs256)] {
        journey.provider.says().userinfo = userinfo;
        journey.in_vain(unsafe_words).await;
    }
    journey.provider.says().userinfo = Some(Signed::Rs256);
    journey.provider.says().userinfo_subject = Some("une autre".to_owned());
    journey.in_vain(unsafe_words).await;
    journey.provider.says().userinfo_subject = None;
    assert_eq!(journey.come_back().await.location(), "/groupes", "both signatures will do");
}

#[tokio::test]
async fn a_token_for_another_request_another_site_or_another_time_is_refused() {
    let journey = Journey::begin(true).await;
    journey.member().await;
    let now = journey.provider.says().now;
    let (unsafe_words, clock) = ("n’est pas sûr", "pas à la même heure");
    for (claim, value, words) in [
        ("nonce", json!("un autre"), unsafe_words),
        ("nonce", json!(null), unsafe_words),
        ("aud", json!("un autre site"), unsafe_words),
        ("aud", json!([CLIENT, "un autre site"]), unsafe_words),
        ("iss", json!("https://ailleurs.example"), unsafe_words),
        ("exp", json!(now - 121), clock),
        ("iat", json!(now + 121), clock),
    ] {
        journey.provider.says().claims = [(claim, value.clone())].into();
        let answer = journey.come_back().await;
        assert!(answer.text.contains(words), "{claim}={value}: {}", answer.text);
        assert_in_vain(&answer, words);
    }
    // Clocks that differ a little are no reason.
    journey.provider.says().claims = [("exp", json!(now - 60)), ("iat", json!(now + 60))].into();
    assert_eq!(journey.come_back().await.location(), "/groupes");
}

#[tokio::test]
async fn a_request_is_answered_once_in_its_own_browser_and_before_long() {
    let journey = Journey::begin(true).await;
    journey.member().await;
    let over = "Cette demande a trop attendu";
    let (cookie, address) = journey.leave().await;
    let back = journey.provider.agree(&address);
    // Another browser, whether or not it asked something too, and another state.
    let (elsewhere, _) = journey.leave().await;
    assert_in_vain(&journey.visit.get(&back, Some(&elsewhere)).await, over);
    assert_in_vain(&journey.visit.get(&back, None).await, over);
    let (tried, address) = journey.leave().await;
    let other = journey.provider.agree(&address);
    let forged = format!("{}&state=devine", other.split_once("&state=").expect("a state").0);
    assert_in_vain(&journey.visit.get(&forged, Some(&tried)).await, over);
    assert_in_vain(&journey.visit.get(&other, Some(&tried)).await, over);
    // The one that asked, once.
    let answer = journey.visit.get(&back, Some(&cookie)).await;
    assert_eq!(answer.location(), "/groupes");
    assert_ne!(session(&answer), cookie, "the identifier of the session changes");
    assert_in_vain(&journey.visit.get(&back, Some(&cookie)).await, over);
    let inside = session(&answer);
    assert_in_vain(&journey.visit.get(&back, Some(&inside)).await, over);
    // A code that served already, in a request that waits: the service says so.
    let (cookie, address) = journey.leave().await;
    let fresh = journey.provider.agree(&address);
    let code = back.split_once("code=").and_then(|(_, rest)| rest.split_once('&')).expect("a code").0;
    let state = fresh.split_once("&state=").expect("a state").1;
    let replayed = format!("/connexion/agglo/retour?code={code}&state={state}");
    assert_in_vain(&journey.visit.get(&replayed, Some(&cookie)).await, over);
    // Too late.
    let (cookie, address) = journey.leave().await;
    journey.visit.test.wait(TimeDelta::minutes(10));
    assert_in_vain(&journey.visit.get(&journey.provider.agree(&address), Some(&cookie)).await, over);
    assert_eq!(journey.visit.get(ON_THE_WAY, Some(&cookie)).await.location(), "/connexion");
}

#[tokio::test]
async fn who_gives_up_and_a_service_that_is_down_leave_other_ways() {
    let journey = Journey::begin(true).await;
    journey.member().await;
    let (cookie, address) = journey.leave().await;
    let state = journey.provider.agree(&address);
    let state = state.split_once("&state=").expect("a state").1;
    let path = format!("/connexion/agglo/retour?error=access_denied&state={state}");
    let answer = journey.visit.get(&path, Some(&cookie)).await;
    assert_in_vain(&answer, "Vous avez renoncé");
    assert!(answer.text.contains("href=\"/connexion\"") && answer.text.contains("href=\"/connexion/lien\""));
    let (cookie, address) = journey.leave().await;
    let back = journey.provider.agree(&address);
    let path = format!("{back}&iss=https%3A%2F%2Failleurs.example");
    assert_in_vain(&journey.visit.get(&path, Some(&cookie)).await, "n’est pas sûr");

    let (cookie, address) = journey.leave().await;
    let back = journey.provider.agree(&address);
    journey.provider.says().up = false;
    assert_in_vain(&journey.visit.get(&back, Some(&cookie)).await, "ne répond pas");
    journey.visit.test.wait(TimeDelta::hours(2));
    let page = "/connexion";
    let form = [("provider", "agglo"), ("next", "/groupes")];
    let answer = journey.visit.post_from(page, "/api/accounts/ask-provider", None, &form).await;
    assert_eq!(answer.status.as_u16(), 409);
    assert!(answer.text.contains("ne répond pas") && answer.text.contains("Mot de passe"), "{}", answer.text);
    let asked = journey.provider.asked().len();
    journey.visit.post_from(page, "/api/accounts/ask-provider", None, &form).await;
    assert_eq!(journey.provider.asked().len(), asked, "it is left alone for a while");
}

#[tokio::test]
async fn a_code_is_still_asked_and_a_suspended_person_does_not_come_in() {
    let journey = Journey::begin(true).await;
    journey.member().await;
    let id = journey.visit.cast.member.id;
    let me = journey.visit.test.as_user(id).await;
    accounts::prepare_codes(&me, Whose::Mine).await.expect("prepared");
    let (secret, _) = accounts::prepared_secret(&me, Whose::Mine).await.expect("read").expect("drawn");
    accounts::confirm_codes(&me, Whose::Mine, &journey.visit.test.code_of(&secret), "")
        .await
        .expect("confirmed");
    let answer = journey.come_back().await;
    assert_eq!(answer.location(), "/connexion/code?vers=%2Fgroupes");
    assert!(!journey.is_in(&session(&answer)).await);

    let administrator = journey.visit.test.as_user(journey.visit.cast.administrator.id).await;
    accounts::suspend(&administrator, id).await.expect("suspended");
    journey.in_vain("Aucun compte d’ici").await;
}

#[tokio::test]
async fn one_joins_and_parts_an_account_once_one_proved_who_one_is() {
    let journey = Journey::begin(true).await;
    journey.member().await;
    // An address that is nobody's here: only their owner can join the two.
    "ailleurs@exemple.fr".clone_into(&mut journey.provider.says().email);
    let id = journey.visit.cast.member.id;
    let form = [("provider", "agglo")];
    let page = "/mon-compte/securite";
    let old = journey.visit.test.backend.now() - TimeDelta::hours(1);
    let stale = journey.visit.session_proved_at(id, old).await;
    let answer = journey.visit.post_from(page, "/api/accounts/link-provider", Some(&stale), &form).await;
    assert_eq!((answer.status.as_u16(), answer.h1().as_str()), (403, "Confirmez que c’est bien vous"));

    let cookie = journey.visit.session(id).await;
    let link = async |cookie: &str| {
        let path = "/api/accounts/link-provider";
        let answer = journey.visit.post_from(page, path, Some(cookie), &form).await;
        assert_eq!(answer.location(), ON_THE_WAY, "{}", answer.text);
        let page = journey.visit.get(ON_THE_WAY, Some(cookie)).await;
        let address = page.header(http::header::REFRESH).strip_prefix("0; url=").expect("goes on").to_owned();
        journey.visit.get(&journey.provider.agree(&address), Some(cookie)).await
    };
    assert_eq!(link(&cookie).await.location(), "/mon-compte/securite?fait=service");
    assert_eq!(journey.come_back().await.location(), "/groupes");

    // The same account elsewhere opens nobody else's, and nobody has two of the same service.
    let other = journey.visit.session(journey.visit.cast.other.id).await;
    let answer = link(&other).await;
    assert!(answer.text.contains("déjà associé à un autre"), "{}", answer.text);
    "sujet-2".clone_into(&mut journey.provider.says().subject);
    assert!(link(&cookie).await.text.contains("déjà associé à un autre"));
    "sujet-1".clone_into(&mut journey.provider.says().subject);

    // Somebody else's is not found; one's own opens nothing any more.
    let path = "/api/accounts/unlink-account";
    let unlink = async |cookie: &str| {
        let form = [("id", "1")];
        journey.visit.post_from(page, path, Some(cookie), &form).await
    };
    assert_eq!(unlink(&other).await.status.as_u16(), 404);
    assert_eq!(unlink(&stale).await.status.as_u16(), 403, "a proof is asked for");
    assert_eq!(unlink(&cookie).await.location(), "/mon-compte/securite?fait=service-retire");
    journey.in_vain("Aucun compte d’ici").await;
    let password = [("email", journey.visit.cast.member.email), ("password", PASSWORD), ("next", "/groupes")];
    assert_eq!(journey.visit.post("/api/accounts/sign-in", None, &password).await.location(), "/groupes");
}
