//! Hashing passwords: Argon2id, 19 MiB and two passes each, a few at a time, never on a thread that serves.

use argon2::{
    Argon2,
    password_hash::{PasswordHasher, PasswordVerifier},
};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use domain::{FieldProblem, Refusal};
use tokio::sync::{OnceCell, Semaphore};

use crate::{Backend, Cx, Error, Result, entities::user};

/// Hashes at once: each takes 19 MiB and a core.
const AT_ONCE: usize = 2;

/// Lets few hashes run at once, and keeps one to compare with when there is nobody to compare with.
#[derive(Debug)]
pub(crate) struct Hashing {
    turns: Semaphore,
    nobody: OnceCell<String>,
}

impl Default for Hashing {
    fn default() -> Self {
        Hashing { turns: Semaphore::new(AT_ONCE), nobody: OnceCell::new() }
    }
}

/// Hashes a password.
pub(super) async fn hash(backend: &Backend, password: &str) -> Result<String> {
    hash_with(backend, password, backend.random()).await
}

/// Hashes with this salt, for what is looked up by its hash.
pub(super) async fn hash_with(backend: &Backend, password: &str, salt: [u8; 16]) -> Result<String> {
    let _turn = backend.0.hashing.turns.acquire().await.map_err(Error::unexpected)?;
    let password = password.to_owned();
    tokio::task::spawn_blocking(move || {
        // The parameters of `default` are those of OWASP: 19 MiB, two passes, one lane.
        let hash = Argon2::default().hash_password_with_salt(password.as_bytes(), &salt);
        hash.map(|hash| hash.to_string()).map_err(|error| Error::unexpected(error.to_string()))
    })
    .await?
}

/// The salt of a hash made here; none for anything else.
pub(super) fn salt_of(hash: &str) -> Option<[u8; 16]> {
    let salt = hash.strip_prefix("$argon2id$")?.split('$').nth(2)?;
    STANDARD_NO_PAD.decode(salt).ok()?.try_into().ok()
}

/// Whether a password is the one hashed. Without a hash, takes the same time and says no.
pub(super) async fn matches(backend: &Backend, password: &str, known: Option<&str>) -> Result<bool> {
    let hashing = &backend.0.hashing;
    let compared = match known {
        Some(known) => known.to_owned(),
        None => {
            let nobody = hashing.nobody.get_or_try_init(async || hash(backend, &backend.token()).await);
            nobody.await?.clone()
        }
    };
    let _turn = hashing.turns.acquire().await.map_err(Error::unexpected)?;
    let password = password.to_owned();
    let same = tokio::task::spawn_blocking(move || {
        Argon2::default().verify_password(password.as_bytes(), compared.as_str()).is_ok()
    })
    .await?;
    Ok(same && known.is_some())
}

/// Refuses a password that is among the most used ones.
fn refuse_common(password: &str) -> Result<(), Refusal> {
    use passwords::analyzer::is_common_password;
    if is_common_password(password) || is_common_password(password.to_lowercase()) {
        Err(Refusal::field("password", FieldProblem::TooCommon))
    } else {
        Ok(())
    }
}

/// Whether somebody with these words of their own, their name and address, may choose this password.
///
/// # Errors
/// `Invalid`.
pub fn may_be_chosen(password: &str, own_words: &[&str]) -> Result<(), Refusal> {
    domain::accounts::chosen_password(password, password, own_words)?;
    refuse_common(password)
}

/// Checks and hashes a password that a person chose, typed twice.
pub(super) async fn hash_chosen(
    cx: &Cx,
    person: &user::Model,
    password: &str,
    again: &str,
) -> Result<String> {
    domain::accounts::chosen_password(password, again, &[&person.email, &person.name])?;
    hash_uncommon(cx, password).await
}

/// Hashes a password that is not among the most used ones.
pub(crate) async fn hash_uncommon(cx: &Cx, password: &str) -> Result<String> {
    refuse_common(password)?;
    hash(&cx.backend, password).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TestBackend;

    #[tokio::test]
    async fn a_password_is_hashed_as_slowly_as_is_said() {
        let test = TestBackend::empty().await;
        let hashed = hash(&test.backend, "un long mot de passe").await.expect("hashed");
        let [_, algorithm, version, parameters, salt, digest] =
            hashed.split('$').collect::<Vec<_>>().try_into().expect("the parts of a hash");
        // What OWASP asks of Argon2id: 19 MiB, two passes, one lane; 16 bytes of salt, 32 of hash.
        assert_eq!((algorithm, version, parameters), ("argon2id", "v=19", "m=19456,t=2,p=1"));
        assert_eq!((salt.len(), digest.len()), (22, 43));
        let again = hash(&test.backend, "un long mot de passe").await.expect("hashed");
        assert_ne!(hashed, again, "each has a salt of its own");
        assert!(matches(&test.backend, "un long mot de passe", Some(&hashed)).await.expect("compared"));
        assert!(!matches(&test.backend, "un autre mot de passe", Some(&hashed)).await.expect("compared"));
        test.finish().await;
    }
}
