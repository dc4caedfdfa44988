//! Accounts through the whole site, without a script.

use crate::common::{Answer, Visit};
use backend::{accounts, jobs};

const PASSWORD: &str = "trois petits chats";

impl Visit {
    /// Gives the member of the cast an open account.
    async fn open_member(&self) {
        let id = self.cast.member.id;
        let token = accounts::create_link_now(&self.test.backend.system(), id).await.expect("a link");
        accounts::accept_invitation(&self.test.visitor(), &token, PASSWORD, PASSWORD)
            .await
            .expect("accepted");
    }
}

fn cookie(answer: &Answer) -> String {
    answer.cookie("preau").expect("a session")
}

#[tokio::test]
async fn signing_in_gives_another_session_and_leads_where_one_was_going() {
    let visit = Visit::new().await;
    visit.open_member().await;
    let asked = visit.get("/mon-compte", None).await;
    assert_eq!((asked.status.as_u16(), asked.location()), (303, "/connexion?vers=%2Fmon-compte"));
    let form = [("email", visit.cast.member.email), ("password", PASSWORD), ("next", "/mon-compte")];
    let answer = visit.post("/api/accounts/sign-in", Some("preau=AAAAAAAAAAAAAAAAAAAAAA"), &form).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/mon-compte"));
    let session = cookie(&answer);
    assert_ne!(session, "preau=AAAAAAAAAAAAAAAAAAAAAA", "an identifier fixed before is worthless");
    assert_eq!(visit.get("/mon-compte", Some(&session)).await.h1(), "Mon compte");

    let out = visit.post("/api/accounts/sign-out", Some(&session), &[]).await;
    assert_eq!(out.location(), "/");
    assert_eq!(visit.get("/mon-compte", Some(&session)).await.status.as_u16(), 303);
}

#[tokio::test]
async fn signing_in_never_leads_to_another_site() {
    let visit = Visit::new().await;
    visit.open_member().await;
    let form =
        [("email", visit.cast.member.email), ("password", PASSWORD), ("next", "https://ailleurs.example/")];
    assert_eq!(visit.post("/api/accounts/sign-in", None, &form).await.location(), "/");
}

#[tokio::test]
async fn a_refused_sign_in_keeps_the_address_and_never_the_password() {
    let visit = Visit::new().await;
    let form = [("email", "inconnue@demo.example"), ("password", "un-secret-quelconque")];
    let answer = visit.post_from("/connexion", "/api/accounts/sign-in", None, &form).await;
    assert_eq!(answer.status.as_u16(), 422);
    assert!(answer.text.contains("value=\"inconnue@demo.example\""));
    assert!(answer.text.contains("href=\"#sign-in-password\""), "the summary leads to the field");
    assert!(!answer.text.contains("un-secret-quelconque"));
}

#[tokio::test]
async fn too_many_tries_get_429_and_a_time_to_wait() {
    let visit = Visit::new().await;
    let form = [("email", "inconnue@demo.example"), ("password", "mauvais")];
    for _ in 0..8 {
        assert_eq!(
            visit.post_from("/connexion", "/api/accounts/sign-in", None, &form).await.status.as_u16(),
            422
        );
    }
    let answer = visit.post_from("/connexion", "/api/accounts/sign-in", None, &form).await;
    assert_eq!(answer.status.as_u16(), 429);
    assert!(answer.headers.contains_key("retry-after"));
    assert!(answer.text.contains("Attendez 15 minutes"));
}

#[tokio::test]
async fn opening_an_invitation_does_not_use_it() {
    let visit = Visit::new().await;
    let id = visit.cast.member.id;
    let token = accounts::create_link_now(&visit.test.backend.system(), id).await.expect("a link");
    let path = app::paths::invitation(&token);
    for _ in 0..3 {
        assert_eq!(visit.get(&path, None).await.status.as_u16(), 200);
    }
    let form = [("token", token.as_str()), ("password", PASSWORD), ("password_again", PASSWORD)];
    let answer = visit.post("/api/accounts/accept-invitation", None, &form).await;
    assert_eq!((answer.status.as_u16(), answer.location()), (303, "/bienvenue"));
    assert_eq!(visit.get("/mon-compte", Some(&cookie(&answer))).await.status.as_u16(), 200);
    assert_eq!(visit.get(&path, None).await.status.as_u16(), 404);
}

#[tokio::test]
async fn somebody_suspended_is_signed_out_at_the_very_next_request() {
    let visit = Visit::new().await;
    let session = visit.session(visit.cast.member.id).await;
    assert_eq!(visit.get("/mon-compte", Some(&session)).await.status.as_u16(), 200);
    let administrator = visit.session(visit.cast.administrator.id).await;
    let id = visit.cast.member.id.to_string();
    visit.post("/api/administration/suspend", Some(&administrator), &[("id", &id)]).await;
    assert_eq!(visit.get("/mon-compte", Some(&session)).await.status.as_u16(), 303);
}

#[tokio::test]
async fn a_list_of_invitations_tells_which_lines_are_left() {
    let visit = Visit::new().await;
    let session = visit.session(visit.cast.administrator.id).await;
    let list = "anne@exemple.fr; Anne Quidelleur\nbruno; Bruno Salaün";
    let answer = visit.post("/api/administration/invite-list", Some(&session), &[("list", list)]).await;
    assert_eq!(answer.status.as_u16(), 303);
    let page = visit.get(answer.location(), Some(&session)).await;
    assert!(page.text.contains("Une personne est invitée."));
    assert!(page.text.contains("Ligne 2"));
    let again = visit.get(answer.location(), Some(&session)).await;
    assert!(!again.text.contains("Ligne 2"), "read once");
    jobs::run_due(&visit.test.backend).await.expect("the mail leaves");
}

#[tokio::test]
async fn the_council_s_own_words_are_kept_and_shown() {
    let visit = Visit::new().await;
    let session = visit.session(visit.cast.administrator.id).await;
    let form = [
        ("version", "1"),
        ("name", "Conseil citoyen"),
        ("territory", "Le Bourg"),
        ("words[role.staff]", "Chargée de mission"),
    ];
    let answer = visit.post("/api/council/change", Some(&session), &form).await;
    assert_eq!(answer.location(), "/administration/conseil?fait=reglages");
    let page = visit.get("/administration/conseil", Some(&session)).await;
    assert!(page.text.contains("value=\"Chargée de mission\""));
    assert!(visit.get("/membres", Some(&session)).await.text.contains("Chargée de mission"));
}

#[tokio::test]
async fn a_list_says_all_that_is_wrong_and_nothing_endless() {
    let visit = Visit::new().await;
    let session = visit.session(visit.cast.administrator.id).await;
    let long = format!("c@exemple.fr; {}", "x".repeat(300));
    let list = format!(
        "Courriel;Nom;Collège;Rôle;Téléphone\na@exemple.fr;Anne;HABITANTS;Vice-présidente;05\n\
         b@exemple;;Mairie;roi\nd@exemple.fr;Denis;Mairie\n{long}"
    );
    let answer = visit.post("/api/administration/invite-list", Some(&session), &[("list", &list)]).await;
    let page = visit.get(answer.location(), Some(&session)).await;
    for said in [
        "Une personne est invitée.",
        "Cette colonne n’a pas été lue",
        "«\u{a0}Téléphone\u{a0}»",
        "membre, présidence, vice-présidence",
        "écrivez une adresse complète",
        "le conseil n’a pas de collège de ce nom. Il a\u{a0}: Habitants, Associations",
    ] {
        assert!(page.text.contains(said), "{said}: {}", page.text);
    }
    assert!(
        page.text.contains(&format!("{}…", &long[..80])) && !page.text.contains(&format!("«\u{a0}{long}"))
    );
    let many = "a@exemple.fr; Anne\n".repeat(501);
    let page = "/administration/membres/inviter";
    let form = [("list", many.as_str())];
    let refused = visit.post_from(page, "/api/administration/invite-list", Some(&session), &form).await;
    assert!(refused.text.contains("500 lignes au maximum"), "{}", refused.text);
}

#[tokio::test]
async fn without_a_mail_server_nothing_is_said_to_have_left() {
    let visit = Visit::new().await;
    let page = visit.get("/mot-de-passe?fait=envoye", None).await;
    assert!(page.text.contains("un message est préparé") && page.text.contains("n’envoie pas de courrier"));
    assert!(!page.text.contains("vient de partir") && !page.text.contains("indésirables"));
}

#[tokio::test]
async fn statements_stand_without_an_address() {
    let visit = Visit::new().await;
    assert!(visit.get("/mentions", None).await.text.contains("contact@conseil.example"));
    let session = visit.session(visit.cast.administrator.id).await;
    let form = [("version", "1"), ("name", "Conseil citoyen"), ("territory", "Essai")];
    visit.post("/api/council/change", Some(&session), &form).await;
    for page in ["/mentions", "/accessibilite", "/donnees-personnelles"] {
        let text = visit.get(page, None).await.text;
        assert!(text.contains("pas encore indiquée"), "{page}: {text}");
        assert!(!text.contains("crivez à ") && !text.contains("lui écrire\u{a0}:"), "{page}: {text}");
    }
    assert!(visit.get("/", None).await.text.contains("Leur territoire\u{a0}: Essai."));
}

#[tokio::test]
async fn the_statement_of_accessibility_leads_to_every_criterion() {
    let visit = Visit::new().await;
    assert!(visit.get("/accessibilite", None).await.text.contains("href=\"/accessibilite/criteres\""));
    let page = visit.get("/accessibilite/criteres", None).await.text;
    for criterion in ["1.1", "4.13", "10.14", "13.12"] {
        assert!(page.contains(&format!(">{criterion}</th>")), "{criterion} is not on the page");
    }
    // 106 criteria, then 13 themes and their total on top.
    assert_eq!(page.matches("<th scope=\"row\"").count(), 106 + 13 + 1);
    assert!(page.contains("partiellement conforme"));
}
