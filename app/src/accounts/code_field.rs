//! A code to type, and the picture that gives its secret to an application.

use leptos::prelude::*;

use crate::{
    paths::segment,
    ui::{Form, TextField},
};

/// The code that an application shows, or one of those kept on paper.
#[component]
pub fn CodeField(
    /// The form it belongs to.
    form: Form,
    /// Its label.
    label: String,
    /// A hint under the label.
    hint: String,
) -> impl IntoView {
    view! { <TextField form=form name="code" label=label hint=hint autocomplete="one-time-code"/> }
}

/// The address that gives a secret to an application.
pub fn application_address(council: &str, email: &str, secret: &str) -> String {
    // A colon parts the name of the site from that of the account.
    let site = council.replace(':', " ");
    format!(
        "otpauth://totp/{}:{}?secret={secret}&issuer={}&algorithm=SHA1&digits=6&period=30",
        segment(&site),
        segment(email),
        segment(&site)
    )
}

/// A picture of an address, for the camera of a telephone; nothing if it is too long for one.
pub fn picture(address: &str) -> Option<String> {
    use qrcode::{QrCode, render::svg};
    let picture = QrCode::new(address.as_bytes()).ok()?;
    let drawn = picture.render::<svg::Color<'_>>().min_dimensions(220, 220).build();
    // In a page, without the line that opens a file of its own.
    drawn.find("<svg").map(|start| drawn[start..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_application_is_given_the_site_the_account_and_the_secret() {
        let address = application_address("Conseil : Pays d’Ici", "odile@exemple.fr", "ABCDEFGH");
        assert!(
            address.starts_with("otpauth://totp/Conseil%20%20%20Pays%20d%E2%80%99Ici:odile%40exemple.fr?")
        );
        assert!(address.contains("secret=ABCDEFGH&issuer=Conseil%20%20%20Pays"), "{address}");
    }

    #[test]
    fn its_picture_is_drawn_here_and_holds_only_shapes() {
        let drawn = picture("otpauth://totp/x?secret=ABC").expect("drawn");
        assert!(drawn.starts_with("<svg ") && drawn.ends_with("</svg>"));
        assert!(!drawn.contains("style=") && !drawn.contains("otpauth"));
        assert_eq!(picture(&"x".repeat(5_000)), None);
    }
}
