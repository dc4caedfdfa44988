//! The settings of sign-in services: `PREAU_OIDC_<NAME>_ISSUER` and those beside it, a few for each service.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use backend::accounts::providers::ProviderSettings;

use crate::config::first_line;

const PREFIX: &str = "PREAU_OIDC_";

/// What is said of each; the longest endings first.
const ENDINGS: [&str; 6] =
    ["_CLIENT_SECRET_FILE", "_CLIENT_SECRET", "_SIGNED_USERINFO", "_CLIENT_ID", "_ISSUER", "_LABEL"];

/// Names that addresses of ours already have.
const TAKEN: [&str; 4] = ["lien", "code", "codes", "cle"];

/// Whether a setting is one of a sign-in service.
pub fn is_one(name: &str) -> bool {
    parts(name).is_some()
}

/// The name of the service, and what is said of it.
fn parts(name: &str) -> Option<(&str, &'static str)> {
    let rest = name.strip_prefix(PREFIX)?;
    let ending = ENDINGS.into_iter().find(|ending| rest.ends_with(ending))?;
    let service = &rest[..rest.len() - ending.len()];
    let fits = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    (!service.is_empty() && service.len() <= 30 && service.chars().all(fits)).then_some((service, ending))
}

/// The services that the settings name, by their names.
///
/// # Errors
/// What is missing or cannot be read, with the name of the setting.
pub fn read(values: &BTreeMap<String, String>) -> Result<Vec<ProviderSettings>> {
    let services: BTreeSet<&str> =
        values.keys().filter_map(|name| parts(name)).map(|(service, _)| service).collect();
    services.into_iter().map(|service| one(values, service)).collect()
}

fn one(values: &BTreeMap<String, String>, service: &str) -> Result<ProviderSettings> {
    let name = |ending: &str| format!("{PREFIX}{service}{ending}");
    let get = |ending: &str| {
        values.get(&name(ending)).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    let needed = |ending: &str| get(ending).with_context(|| format!("{} is missing", name(ending)));
    let code = service.to_lowercase();
    if TAKEN.contains(&code.as_str()) {
        bail!("{PREFIX}{service}: this name is taken by a page of the site, choose another one");
    }
    let issuer = needed("_ISSUER")?;
    let (_, rest) = issuer.split_once("://").unwrap_or_default();
    let host = rest.split(['/', ':']).next().unwrap_or_default();
    let here = matches!(host, "localhost" | "127.0.0.1");
    if rest.is_empty() || !(issuer.starts_with("https://") || issuer.starts_with("http://") && here) {
        bail!("{} must begin with https://, as the service writes it", name("_ISSUER"));
    }
    let client_secret = match (get("_CLIENT_SECRET"), get("_CLIENT_SECRET_FILE")) {
        (Some(_), Some(_)) => {
            bail!("{} and {} are both set: keep one", name("_CLIENT_SECRET"), name("_CLIENT_SECRET_FILE"))
        }
        (Some(secret), None) => secret,
        (None, Some(file)) => {
            first_line(std::path::Path::new(&file)).with_context(|| name("_CLIENT_SECRET_FILE"))?
        }
        (None, None) => bail!("{} is missing", name("_CLIENT_SECRET")),
    };
    let signed = match get("_SIGNED_USERINFO").as_deref() {
        None | Some("no") => false,
        Some("yes") => true,
        Some(_) => bail!("{} must be yes or no", name("_SIGNED_USERINFO")),
    };
    let client_id = needed("_CLIENT_ID")?;
    let label = get("_LABEL").unwrap_or_else(|| service.to_owned());
    Ok(ProviderSettings { code, name: label, issuer, client_id, client_secret, signed })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    const WHOLE: [(&str, &str); 4] = [
        ("PREAU_OIDC_AGGLO_ISSUER", "https://connexion.agglo.example"),
        ("PREAU_OIDC_AGGLO_CLIENT_ID", "preau"),
        ("PREAU_OIDC_AGGLO_CLIENT_SECRET", "un secret"),
        ("PREAU_OIDC_AGGLO_LABEL", "Compte de l’agglomération"),
    ];

    fn config(values: &[(&str, &str)]) -> Result<Config> {
        Config::from_values(&values.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn a_service_is_read_from_its_settings() {
        let read = config(&WHOLE).expect("valid").providers;
        let expected = ProviderSettings {
            code: "agglo".into(),
            name: "Compte de l’agglomération".into(),
            issuer: "https://connexion.agglo.example".into(),
            client_id: "preau".into(),
            client_secret: "un secret".into(),
            signed: false,
        };
        assert_eq!(read, [expected]);
        assert!(config(&[]).expect("valid").providers.is_empty());
    }

    #[test]
    fn what_is_wrong_is_told_with_the_name_of_the_setting() {
        for (name, value) in [
            ("PREAU_OIDC_AGGLO_ISSUER", "http://connexion.agglo.example"),
            ("PREAU_OIDC_AGGLO_ISSUER", "connexion.agglo.example"),
            ("PREAU_OIDC_AGGLO_ISSUER", ""),
            ("PREAU_OIDC_AGGLO_CLIENT_ID", ""),
            ("PREAU_OIDC_AGGLO_CLIENT_SECRET", ""),
            ("PREAU_OIDC_AGGLO_CLIENT_SECRET_FILE", "/nulle/part"),
            ("PREAU_OIDC_AGGLO_SIGNED_USERINFO", "peut-être"),
            ("PREAU_OIDC_LIEN_ISSUER", "https://connexion.agglo.example"),
            ("PREAU_OIDC_AGGLO_SECRET", "x"),
            ("PREAU_OIDC__ISSUER", "https://connexion.agglo.example"),
        ] {
            let mut values: Vec<_> = WHOLE.into_iter().filter(|(known, _)| *known != name).collect();
            values.push((name, value));
            let said = format!("{:#}", config(&values).expect_err(name));
            let at = name.strip_suffix("_ISSUER").unwrap_or(name);
            assert!(said.contains(at), "{name}={value}: {said}");
        }
    }
}
