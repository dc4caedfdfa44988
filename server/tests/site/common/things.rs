//! The things that tables of expected answers name, such as `<mobilites.draft>`.

use std::collections::BTreeMap;

use backend::{
    contributions,
    portraits::{self, Whose},
    testing::Person,
};
use domain::{
    Version,
    contributions::{AdoptionForm, ConsultationForm, ContributionForm, ReviewForm},
    ids::{ContributionId, UserId},
};

use super::{
    Visit,
    files::{PNG, deposited},
};

/// Names and what stands for them in addresses and forms.
pub struct Things(BTreeMap<String, String>);

impl Things {
    /// An address or a form with its names replaced.
    pub fn fill(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        for (name, value) in &self.0 {
            filled = filled.replace(&format!("<{name}>"), value);
        }
        assert!(!filled.contains('<'), "a name that nothing has: {filled}");
        filled
    }
}

/// A text in each state, in each group, written by those who may.
pub async fn make(visit: &Visit) -> Things {
    let cast = &visit.cast;
    let mut things = BTreeMap::new();
    for (name, person) in cast.everybody() {
        things.insert(name.replace(' ', "-"), person.id.to_string());
    }
    // In the closed group: written by its facilitator and a member, reviewed by another member.
    let mobilites = [cast.member, cast.reviewer, cast.facilitator];
    for state in ["draft", "in_review", "changes", "approved", "ready", "adopted", "published"] {
        let id = text_in(visit, "mobilites", state, mobilites).await;
        things.insert(format!("mobilites.{state}"), id.to_string());
    }
    let consulted = text_in(visit, "mobilites", "in_review", mobilites).await;
    consult(visit, consulted).await;
    things.insert("mobilites.consulted".to_owned(), consulted.to_string());
    let alimentation = [cast.other, cast.other, cast.other];
    for state in ["draft", "in_review"] {
        let id = text_in(visit, "alimentation", state, alimentation).await;
        things.insert(format!("alimentation.{state}"), id.to_string());
    }
    let bureau = [cast.chair, cast.chair, cast.chair];
    for state in ["draft", "in_review"] {
        let id = text_in(visit, "bureau", state, bureau).await;
        things.insert(format!("bureau.{state}"), id.to_string());
    }
    things.insert("number".to_owned(), "2026-02".to_owned());
    things.insert("number.adopted".to_owned(), "2026-01".to_owned());
    let today = visit.test.visitor().today();
    things.insert("today".to_owned(), today.to_string());
    things.insert("tomorrow".to_owned(), today.succ_opt().unwrap_or(today).to_string());
    suggestion_of(visit, &mut things).await;
    comments_of(visit, &mut things).await;
    discussions_of(visit, &mut things).await;
    libraries_of(visit, &mut things).await;
    portraits_of(visit).await;
    polls_of(visit, &mut things).await;
    toolbox_of(visit, &mut things).await;
    super::charter::charter_of(visit, &mut things).await;
    tutorials_of(visit, &mut things).await;
    super::reports::reports_of(visit, &mut things).await;
    programs_of(visit, &mut things).await;
    Things(things)
}

/// Puts a text in consultation of the whole council for today, with a named reviewer.
async fn consult(visit: &Visit, id: ContributionId) {
    let facilitator = visit.test.as_user(visit.cast.facilitator.id).await;
    let until = facilitator.today().to_string();
    let form = ConsultationForm { until, question: "Que changeriez-vous ?".into() };
    contributions::consult(&facilitator, id, &form).await.expect("in consultation");
    contributions::name_reviewer(&facilitator, id, visit.cast.reviewer.id, "").await.expect("named");
}

async fn text_in(
    visit: &Visit,
    slug: &str,
    state: &str,
    [author, reviewer, facilitator]: [Person; 3],
) -> ContributionId {
    let as_user = |id: UserId| visit.test.as_user(id);
    let form = ContributionForm {
        title: format!("Un texte {state} de {slug}"),
        kind: "contribution".into(),
        summary: "En bref.".into(),
        body: "## Constat\n\nQuatre trajets sur dix font moins de trois kilomètres.".into(),
        reason: String::new(),
    };
    let by_author = as_user(author.id).await;
    let id = contributions::create(&by_author, slug, &form).await.expect("written");
    if state == "draft" {
        return id;
    }
    contributions::submit(&by_author, id).await.expect("sent");
    if state == "in_review" {
        return id;
    }
    let verdict = if state == "changes" { "changes" } else { "approve" };
    let review = ReviewForm { verdict: verdict.into(), comment: "Relu.".into() };
    let by_reviewer = as_user(reviewer.id).await;
    contributions::review(&by_reviewer, id, Version(1), &review).await.expect("reviewed");
    if matches!(state, "changes" | "approved") {
        return id;
    }
    contributions::propose(&as_user(facilitator.id).await, id).await.expect("proposed");
    if state == "ready" {
        return id;
    }
    let by_chair = as_user(visit.cast.chair.id).await;
    let adoption = AdoptionForm {
        body: "Assemblée plénière".into(),
        adopted_on: visit.test.visitor().today().to_string(),
        votes_for: "31".into(),
        votes_against: "2".into(),
        votes_abstaining: "1".into(),
    };
    contributions::adopt(&by_chair, id, Version(1), &adoption).await.expect("adopted");
    if state == "adopted" {
        return id;
    }
    contributions::publish(&by_chair, id).await.expect("published");
    id
}

/// A token of the second member, and a webhook that is stopped.
async fn programs_of(visit: &Visit, things: &mut BTreeMap<String, String>) {
    use backend::{api, webhooks};
    use domain::{api::TokenForm, webhooks::WebhookForm};

    let reviewer = visit.test.as_user(visit.cast.reviewer.id).await;
    let form = TokenForm { name: "Un script".into(), scopes: vec!["texts-read".into()], days: String::new() };
    api::make(&reviewer, &form).await.expect("made");
    visit.test.do_jobs().await;
    things.insert("token".to_owned(), api::mine(&reviewer).await.expect("read")[0].id.to_string());
    let administrator = visit.test.as_user(visit.cast.administrator.id).await;
    let form = WebhookForm {
        name: "Le site du pays".into(),
        address: "https://pays.example/appels".into(),
        kinds: vec!["publication.published".into()],
    };
    let (id, _) = webhooks::add(&administrator, &form).await.expect("added");
    webhooks::stop(&administrator, id).await.expect("stopped");
    things.insert("webhook".to_owned(), id.to_string());
}

/// A suggestion of its member on the draft of the closed group.
async fn suggestion_of(visit: &Visit, things: &mut BTreeMap<String, String>) {
    use backend::contributions::suggestions::{Target, suggest};
    use domain::contributions::SuggestionForm;

    let member = visit.test.as_user(visit.cast.member.id).await;
    let id = things["mobilites.draft"].parse().expect("a text");
    let target = Target { base: Version(1), range: 12..67 };
    let form = SuggestionForm {
        words: "Quatre trajets sur dix font moins de cinq kilomètres.".into(),
        reason: "L’enquête dit cinq.".into(),
    };
    let made = suggest(&member, id, &target, &form, None).await.expect("suggested");
    things.insert("suggestion".to_owned(), made.to_string());
}

/// Comments of its member on the draft of the closed group: one that waits, one that was answered, one that is hidden.
async fn comments_of(visit: &Visit, things: &mut BTreeMap<String, String>) {
    use backend::contributions::comments::{Target, answer, comment, hide, show};
    use domain::{contributions::CommentForm, discussions::MessageForm};

    let member = visit.test.as_user(visit.cast.member.id).await;
    let facilitator = visit.test.as_user(visit.cast.facilitator.id).await;
    let id = things["mobilites.draft"].parse().expect("a text");
    let target = Target { base: Version(1), range: 12..67 };
    for name in ["waiting", "answered", "hidden"] {
        let form = CommentForm { words: "trois kilomètres".into(), body: format!("Un mot {name}.") };
        let made = comment(&member, id, &target, &form).await.expect("commented");
        let said = show(&member, id, made).await.expect("read").1.messages[0].id;
        things.insert(format!("comment.{name}"), made.to_string());
        things.insert(format!("said.{name}"), said.to_string());
        if name == "answered" {
            let form = MessageForm { body: "Une réponse.".into(), ..Default::default() };
            answer(&facilitator, id, made, &form).await.expect("answered");
        }
        if name == "hidden" {
            hide(&facilitator, id, made, said, Version(1), "Un motif.").await.expect("hidden");
        }
    }
}

/// A discussion in each group, a closed one, and in the closed group messages of its member: shown, hidden, asked for.
async fn discussions_of(visit: &Visit, things: &mut BTreeMap<String, String>) {
    use backend::discussions::{answer, ask_again, begin, close, hide, show};
    use domain::discussions::{MessageForm, ThreadForm};

    let cast = &visit.cast;
    let opening = |slug: &str| ThreadForm {
        subject: format!("Une question de {slug}"),
        body: "Bonjour à tous.".into(),
        text: String::new(),
    };
    let said = |body: &str| MessageForm { body: body.into(), ..Default::default() };
    for (slug, person) in [("mobilites", cast.member), ("alimentation", cast.other), ("bureau", cast.chair)] {
        let by = visit.test.as_user(person.id).await;
        let id = begin(&by, slug, &opening(slug)).await.expect("begun");
        let page = show(&by, slug, id, backend::PageNumber::FIRST, None).await.expect("read");
        things.insert(format!("thread.{slug}"), id.to_string());
        things.insert(format!("message.{slug}"), page.messages.rows[0].id.to_string());
    }
    let member = visit.test.as_user(cast.member.id).await;
    let facilitator = visit.test.as_user(cast.facilitator.id).await;
    let id = things["thread.mobilites"].parse().expect("a number");
    for name in ["hidden", "asked"] {
        let position = answer(&member, id, None, &said(&format!("Un mot {name}."))).await.expect("answered");
        let page = show(&member, "mobilites", id, backend::PageNumber::FIRST, None).await.expect("read");
        let message = page.messages.rows.iter().find(|row| row.position == position).expect("there").id;
        hide(&facilitator, message, Version(1), "Une personne est nommée.").await.expect("hidden");
        if name == "asked" {
            ask_again(&member, message, Version(2), &said("Un autre mot.")).await.expect("asked");
        }
        things.insert(format!("message.{name}"), message.to_string());
    }
    let closed = begin(&member, "mobilites", &opening("toujours")).await.expect("begun");
    close(&facilitator, closed, "Tout est dit.").await.expect("closed");
    things.insert("thread.closed".to_owned(), closed.to_string());
}

/// A folder and a document in the library of the closed group and in the common one, and a folder in a bin.
async fn libraries_of(visit: &Visit, things: &mut BTreeMap<String, String>) {
    use backend::library::{Place, bin, create_folder, open_link, show};
    use domain::library::LinkForm;

    let member = visit.test.as_user(visit.cast.member.id).await;
    let facilitator = visit.test.as_user(visit.cast.facilitator.id).await;
    let mobilites = Place::Group("mobilites".into());
    for (name, by, place) in [("mobilites", &member, &mobilites), ("commun", &facilitator, &Place::Common)] {
        let folder = create_folder(&facilitator, place, "Archives").await.expect("made");
        things.insert(format!("folder.{name}"), folder.to_string());
        for (kind, file, content) in [("picture", "Plan.png", PNG), ("document", "Lettre.txt", b"Bonjour.")] {
            let id = deposited(by, place, file, content).await;
            things.insert(format!("{kind}.{name}"), id.to_string());
            let stands = show(by, id).await.expect("read").stands;
            things.insert(format!("entry.{name}"), stands[0].entry.to_string());
        }
    }
    dossiers_of(&member, &facilitator, things).await;
    keywords_of(visit, things).await;
    recordings_of(&member, things).await;
    let binned = create_folder(&facilitator, &mobilites, "Vieilleries").await.expect("made");
    bin(&facilitator, binned).await.expect("in the bin");
    things.insert("binned.mobilites".to_owned(), binned.to_string());
    for (name, kind) in [("share", "read"), ("box", "deposit")] {
        let form = LinkForm {
            kind: kind.into(),
            name: "La préfecture".into(),
            until: visit.test.visitor().today().to_string(),
            files: "1".into(),
            ..Default::default()
        };
        let folder = things["folder.mobilites"].parse().expect("a number");
        let (id, token) = open_link(&facilitator, folder, &form).await.expect("made");
        things.insert(format!("{name}.link"), id.to_string());
        things.insert(format!("{name}.token"), token);
    }
    visit.test.do_jobs().await;
}

/// A dossier in the library of the closed group, with a link, and one in the common library.
async fn dossiers_of(member: &backend::Cx, facilitator: &backend::Cx, things: &mut BTreeMap<String, String>) {
    use backend::library::{Place, add_link, create_dossier, dossier};
    use domain::library::{DocumentForm, ElementForm};

    let titled = DocumentForm { title: "À lire".into(), ..Default::default() };
    let own = create_dossier(member, &Place::Group("mobilites".into()), &titled).await.expect("made");
    let common = create_dossier(facilitator, &Place::Common, &titled).await.expect("made");
    let link = ElementForm {
        title: "Le plan vélo".into(),
        address: "https://exemple.fr".into(),
        ..Default::default()
    };
    add_link(member, own, &link).await.expect("added");
    let element = dossier(member, own).await.expect("read").elements[0].id;
    things.insert("dossier.mobilites".to_owned(), own.to_string());
    things.insert("dossier.commun".to_owned(), common.to_string());
    things.insert("element.mobilites".to_owned(), element.to_string());
}

/// A recording with captions, one that was replaced since, and what is in the folder that is shared.
async fn recordings_of(member: &backend::Cx, things: &mut BTreeMap<String, String>) {
    use backend::library::{Place, add_version, change_captions, receive, room_for_version};
    use domain::library::CaptionLanguage;

    let mobilites = Place::Group("mobilites".into());
    let folder = Place::Folder(things["folder.mobilites"].parse().expect("a number"));
    let cues =
        extraction::captions::read(b"WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour.\n").expect("captions");
    for (name, place) in
        [("sound.mobilites", &mobilites), ("sound.replaced", &mobilites), ("shared.sound", &folder)]
    {
        // Each has its own content.
        let content = [super::files::wav(), name.as_bytes().to_vec()].concat();
        let id = deposited(member, place, &format!("{name}.wav"), &content).await;
        change_captions(member, id, CaptionLanguage::French, "a.vtt", &cues).await.expect("given");
        if name == "sound.replaced" {
            let room = room_for_version(member, id).await.expect("there is room");
            let coming = futures::stream::iter([Ok::<_, std::io::Error>(super::files::wav().into())]);
            let staged = receive(member, room, coming).await.expect("received");
            add_version(member, id, "", "autre.wav", staged).await.expect("added");
        }
        things.insert(name.to_owned(), id.to_string());
    }
    for (name, file, content) in [
        ("shared.picture", "Carte.png", [PNG, b" "].concat()),
        ("shared.letter", "Avis.txt", b"Un avis.".to_vec()),
    ] {
        let id = deposited(member, &folder, file, &content).await;
        things.insert(name.to_owned(), id.to_string());
    }
}

/// Two keywords of the vocabulary.
async fn keywords_of(visit: &Visit, things: &mut BTreeMap<String, String>) {
    let administrator = visit.test.as_user(visit.cast.administrator.id).await;
    for (name, keyword) in [("one", "Logement"), ("two", "Mobilité")] {
        backend::library::add_tag(&administrator, keyword).await.expect("added");
        let known = backend::library::proposed_tags(&administrator).await.expect("read");
        let id = known.into_iter().find(|(_, known)| known == keyword).expect("there").0;
        things.insert(format!("keyword.{name}"), id.to_string());
    }
}

/// A poll in each of its moments; in the open one the member represents the reviewer.
async fn polls_of(visit: &Visit, things: &mut BTreeMap<String, String>) {
    use backend::polls::{close_now, give_proxy, prepare, proclaim};
    use domain::polls::PollForm;

    let chair = visit.test.as_user(visit.cast.chair.id).await;
    let tomorrow = things["tomorrow"].clone();
    let form = PollForm {
        question: "Adoptez-vous le rapport annuel ?".into(),
        body: "Assemblée plénière".into(),
        secrecy: "open".into(),
        quorum: "none".into(),
        majority: "simple".into(),
        proxies: "1".into(),
        closes_on: tomorrow.clone(),
        closes_at: "18:00".into(),
        ..Default::default()
    };
    let to_come = PollForm { opens_on: tomorrow, opens_at: "9:00".into(), ..form.clone() };
    let secret = PollForm { secrecy: "secret".into(), ..form.clone() };
    for (name, form) in
        [("open", &form), ("secret", &secret), ("to-come", &to_come), ("over", &form), ("proclaimed", &form)]
    {
        let id = prepare(&chair, None, form).await.expect("prepared");
        things.insert(format!("poll.{name}"), id.to_string());
        match name {
            "open" => {
                let reviewer = visit.test.as_user(visit.cast.reviewer.id).await;
                give_proxy(&reviewer, id, None, visit.cast.member.id).await.expect("given");
            }
            "over" => close_now(&chair, id).await.expect("closed"),
            "proclaimed" => {
                close_now(&chair, id).await.expect("closed");
                proclaim(&chair, id).await.expect("proclaimed");
            }
            _ => {}
        }
    }
}

/// A photo of the reviewer, a picture of an open group and of a secret one.
async fn portraits_of(visit: &Visit) {
    let cx = visit.test.backend.system();
    let groups = ["alimentation", "bureau"].map(|slug| Whose::Group(slug.into()));
    for whose in groups.into_iter().chain([Whose::Person(visit.cast.reviewer.id)]) {
        portraits::change(&cx, &whose, PNG.into()).await.expect("given");
    }
}

/// An acronym, a sheet of which a member told, another put aside.
async fn toolbox_of(visit: &Visit, things: &mut BTreeMap<String, String>) {
    use backend::{glossary, toolbox};
    use domain::{
        glossary::AcronymForm,
        toolbox::{MethodForm, UsedForm},
    };

    let chair = visit.test.as_user(visit.cast.chair.id).await;
    let acronym = AcronymForm {
        term: "PN".into(),
        expansion: "plan national".into(),
        explanation: "Un plan.".into(),
        ..Default::default()
    };
    glossary::add(&chair, &acronym).await.expect("added");
    for title in ["Tour de table", "Mise de côté"] {
        let form = MethodForm {
            title: title.into(),
            aim: "Entendre chacun.".into(),
            needs: vec!["ecouter".into()],
            people_min: "4".into(),
            people_max: "20".into(),
            steps: "20 min | Parler".into(),
            ..Default::default()
        };
        toolbox::add(&chair, &form).await.expect("written");
    }
    toolbox::put_aside(&chair, "mise-de-cote", Version(1)).await.expect("put aside");
    let member = visit.test.as_user(visit.cast.member.id).await;
    let told = UsedForm {
        held_on: member.today().to_string(),
        worked: "Tous ont parlé.".into(),
        ..Default::default()
    };
    toolbox::tell(&member, "tour-de-table", &told).await.expect("told");
    let telling = toolbox::show(&member, "tour-de-table").await.expect("read").uses[0].id;
    things.insert("method.telling".to_owned(), telling.to_string());
}

/// Three tutorials: one that makes a sequence, which the other group's member finished; one on which two people are
/// stuck; one put aside. Two new members: one is offered to be accompanied, the other is.
async fn tutorials_of(visit: &Visit, things: &mut BTreeMap<String, String>) {
    use backend::{
        tutorials::{self, PleaForm},
        welcome,
    };
    use domain::tutorials::TutorialForm;

    let cast = visit.cast;
    let chair = visit.test.as_user(cast.chair.id).await;
    for (title, new_path) in [("Écrire un texte", "Début"), ("Un pas difficile", ""), ("Mis de côté", "")]
    {
        let form = TutorialForm {
            title: title.into(),
            summary: "Une phrase.".into(),
            audiences: vec!["member".into()],
            minutes: "5".into(),
            new_path: new_path.into(),
            body: "## Ouvrir\n\nA.\n\n## Finir\n\nB.".into(),
            ..Default::default()
        };
        tutorials::add(&chair, &form).await.expect("written");
    }
    tutorials::put_aside(&chair, "mis-de-cote", Version(1)).await.expect("put aside");
    let other = visit.test.as_user(cast.other.id).await;
    let reviewer = visit.test.as_user(cast.reviewer.id).await;
    for step in [1, 2] {
        tutorials::mark(&other, "ecrire-un-texte", step, true).await.expect("taken");
    }
    let plea = PleaForm { step: "2".into(), words: String::new(), agreed: "yes".into() };
    for (name, cx, id) in [("other", &other, cast.other.id), ("reviewer", &reviewer, cast.reviewer.id)] {
        tutorials::stuck(cx, "un-pas-difficile", &plea).await.expect("said");
        let waiting = tutorials::waiting(&chair).await.expect("read");
        let own = waiting.iter().find(|one| one.who == id).expect("seen");
        things.insert(format!("plea.{name}"), own.id.to_string());
    }
    let system = visit.test.backend.system();
    let tx = system.begin().await.expect("a transaction");
    for new in [cast.other.id, cast.reviewer.id] {
        welcome::begin(&system, &tx, new).await.expect("begun");
    }
    system.commit(tx).await.expect("kept");
    welcome::offer(&reviewer, cast.other.id).await.expect("offered");
    welcome::name(&chair, cast.reviewer.id, &cast.facilitator.id.to_string()).await.expect("named");
}
