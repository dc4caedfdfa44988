//! Secrets and signatures, as Standard Webhooks says: HMAC with SHA-256 over the identifier, the moment and the body.

use base64::{Engine, engine::general_purpose::STANDARD};
use domain::webhooks::SECRET_PREFIX;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::{Error, Result};

/// The secret that these random bytes make.
pub(super) fn secret(random: [u8; 32]) -> String {
    format!("{SECRET_PREFIX}{}", STANDARD.encode(random))
}

/// What proves that a message comes from who knows the secret: the value of `webhook-signature`.
pub(super) fn signature(secret: &str, message_id: &str, timestamp: i64, body: &str) -> Result<String> {
    let key = secret.strip_prefix(SECRET_PREFIX).unwrap_or(secret);
    let key = STANDARD.decode(key).map_err(Error::unexpected)?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).map_err(Error::unexpected)?;
    mac.update(format!("{message_id}.{timestamp}.{body}").as_bytes());
    Ok(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the specification.
    #[test]
    fn a_signature_is_the_one_of_the_specification() {
        let secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        let body = "{\"test\": 2432232314}";
        let signed = signature(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body).expect("signed");
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn a_secret_is_said_to_be_one() {
        assert_eq!(secret([0; 32]), format!("whsec_{}=", "A".repeat(43)));
    }
}
