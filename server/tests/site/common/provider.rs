//! A sign-in service on this machine: OpenID Connect with real signatures, which can be told to do it wrongly.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard},
};

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use ring::{
    rand::SystemRandom,
    rsa::PublicKeyComponents,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair, RSA_PKCS1_SHA256, RsaKeyPair},
};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// What this site is known by, and what it proves that with.
pub const CLIENT: &str = "preau";
/// The same.
pub const SECRET: &str = "un secret de cent lieues";

/// With what a token is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    /// A curve.
    Es256,
    /// RSA.
    Rs256,
    /// Nothing at all.
    None,
    /// The secret of the site, which the site could have used itself.
    Hs256,
    /// A key that it does not publish.
    Stranger,
}

/// What the service says of whoever agrees, and how.
#[derive(Clone, Debug)]
pub struct Says {
    /// What it knows them by.
    pub subject: String,
    /// Their address.
    pub email: String,
    /// Whether it made sure of it.
    pub verified: Value,
    /// How the token is signed.
    pub signed: Signed,
    /// Whether what it says of people is signed, and how; as it is otherwise.
    pub userinfo: Option<Signed>,
    /// Its subject there, if it is another.
    pub userinfo_subject: Option<String>,
    /// What replaces a claim of the token.
    pub claims: HashMap<&'static str, Value>,
    /// What time it is there.
    pub now: i64,
    /// Whether it answers.
    pub up: bool,
}

struct Granted {
    nonce: String,
    challenge: String,
    back: String,
}

struct Inside {
    issuer: String,
    curve: EcdsaKeyPair,
    stranger: EcdsaKeyPair,
    rsa: RsaKeyPair,
    says: Mutex<Says>,
    codes: Mutex<HashMap<String, Granted>>,
    asked: Mutex<Vec<&'static str>>,
}

/// The service.
#[derive(Clone)]
pub struct Provider(Arc<Inside>);

impl Provider {
    /// One that listens on this machine, and has the time of the site.
    pub async fn open(now: i64) -> Provider {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let random = SystemRandom::new();
        let curve = || {
            let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).expect("drawn");
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, key.as_ref(), &random).expect("a key")
        };
        // Made for these tests, where drawing another would take long. It opens nothing.
        let rsa: String = include_str!("provider-key.txt").split_whitespace().collect();
        let rsa = base64::engine::general_purpose::STANDARD.decode(rsa).expect("in base 64");
        let says = Says {
            subject: "sujet-1".to_owned(),
            email: String::new(),
            verified: Value::Null,
            signed: Signed::Es256,
            userinfo: Some(Signed::Rs256),
            userinfo_subject: None,
            claims: HashMap::new(),
            now,
            up: true,
        };
        let provider = Provider(Arc::new(Inside {
            issuer,
            curve: curve(),
            stranger: curve(),
            rsa: RsaKeyPair::from_pkcs8(&rsa).expect("a key"),
            says: Mutex::new(says),
            codes: Mutex::default(),
            asked: Mutex::default(),
        }));
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .route("/userinfo", get(userinfo))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        provider
    }

    /// Its address.
    pub fn issuer(&self) -> &str {
        &self.0.issuer
    }

    /// What it says, to be changed.
    pub fn says(&self) -> MutexGuard<'_, Says> {
        self.0.says.lock().expect("no test panics while it holds it")
    }

    /// What was asked of it so far, by the site itself.
    pub fn asked(&self) -> Vec<&'static str> {
        self.0.asked.lock().expect("as above").clone()
    }

    /// Somebody who was sent to this address agrees: where they are sent back to.
    pub fn agree(&self, address: &str) -> String {
        let (at, query) = address.split_once('?').expect("a query");
        assert_eq!(at, format!("{}/authorize", self.0.issuer));
        let query: HashMap<String, String> = app::request::pairs(query.as_bytes()).into_iter().collect();
        let expected = [
            ("response_type", "code"),
            ("client_id", CLIENT),
            ("scope", "openid email"),
            ("code_challenge_method", "S256"),
        ];
        for (name, value) in expected {
            assert_eq!(query[name], value, "{name}");
        }
        let code = format!("code-{}", self.0.codes.lock().expect("as above").len());
        let (nonce, challenge) = (query["nonce"].clone(), query["code_challenge"].clone());
        let back = query["redirect_uri"].clone();
        let path = back.split_once("conseil.example").expect("the address of the site").1.to_owned();
        self.0.codes.lock().expect("as above").insert(code.clone(), Granted { nonce, challenge, back });
        format!("{path}?code={code}&state={}", query["state"])
    }

    fn note(&self, what: &'static str) -> Result<(), StatusCode> {
        self.0.asked.lock().expect("as above").push(what);
        if self.says().up { Ok(()) } else { Err(StatusCode::BAD_GATEWAY) }
    }

    fn sign(&self, claims: &Value, how: Signed) -> String {
        let (alg, key) = match how {
            Signed::Es256 | Signed::Stranger => ("ES256", "courbe"),
            Signed::Rs256 => ("RS256", "rsa"),
            Signed::None => ("none", "courbe"),
            Signed::Hs256 => ("HS256", "courbe"),
        };
        let head = json!({ "alg": alg, "typ": "JWT", "kid": key });
        let part = |value: &Value| BASE64.encode(serde_json::to_vec(value).expect("JSON"));
        let text = format!("{}.{}", part(&head), part(claims));
        let random = SystemRandom::new();
        let signature = match how {
            Signed::None => Vec::new(),
            Signed::Es256 => self.0.curve.sign(&random, text.as_bytes()).expect("signed").as_ref().to_vec(),
            Signed::Stranger => {
                self.0.stranger.sign(&random, text.as_bytes()).expect("signed").as_ref().to_vec()
            }
            Signed::Hs256 => {
                let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, SECRET.as_bytes());
                ring::hmac::sign(&key, text.as_bytes()).as_ref().to_vec()
            }
            Signed::Rs256 => {
                let mut signature = vec![0; self.0.rsa.public().modulus_len()];
                let signed = self.0.rsa.sign(&RSA_PKCS1_SHA256, &random, text.as_bytes(), &mut signature);
                signed.expect("signed");
                signature
            }
        };
        format!("{text}.{}", BASE64.encode(signature))
    }
}

async fn discovery(State(provider): State<Provider>) -> Result<Json<Value>, Response> {
    provider.note("discovery").map_err(IntoResponse::into_response)?;
    let issuer = provider.issuer();
    Ok(Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "userinfo_endpoint": format!("{issuer}/userinfo"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        // It says that it signs with nothing too: nobody should believe it.
        "id_token_signing_alg_values_supported": ["ES256", "RS256", "HS256", "none"],
        "token_endpoint_auth_methods_supported": ["client_secret_post"],
    })))
}

async fn keys(State(provider): State<Provider>) -> Result<Json<Value>, Response> {
    provider.note("keys").map_err(IntoResponse::into_response)?;
    let point = provider.0.curve.public_key().as_ref();
    let rsa = PublicKeyComponents::<Vec<u8>>::from(provider.0.rsa.public());
    Ok(Json(json!({ "keys": [
        { "kty": "EC", "crv": "P-256", "use": "sig", "kid": "courbe",
          "x": BASE64.encode(&point[1..33]), "y": BASE64.encode(&point[33..]) },
        { "kty": "RSA", "use": "sig", "kid": "rsa",
          "n": BASE64.encode(rsa.n), "e": BASE64.encode(rsa.e) },
    ] })))
}

/// Checks everything that a service checks: who asks, the code, once, and what proves that it is who began.
async fn token(State(provider): State<Provider>, body: String) -> Result<Response, Response> {
    provider.note("token").map_err(IntoResponse::into_response)?;
    let form: HashMap<String, String> = app::request::pairs(body.as_bytes()).into_iter().collect();
    let refused = |why: &str| (StatusCode::BAD_REQUEST, Json(json!({ "error": why }))).into_response();
    let given = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
    if (given("client_id"), given("client_secret")) != (CLIENT, SECRET) {
        return Err(refused("invalid_client"));
    }
    let granted = provider.0.codes.lock().expect("as above").remove(given("code"));
    let proof = BASE64.encode(Sha256::digest(given("code_verifier").as_bytes()));
    let granted =
        granted.filter(|granted| granted.challenge == proof && granted.back == given("redirect_uri"));
    let Some(granted) = granted else { return Err(refused("invalid_grant")) };
    let says = provider.says().clone();
    let mut claims = json!({
        "iss": provider.issuer(), "sub": says.subject, "aud": CLIENT, "nonce": granted.nonce,
        "iat": says.now, "exp": says.now + 300,
    });
    for (name, value) in says.claims {
        claims[name] = value;
    }
    let id_token = provider.sign(&claims, says.signed);
    let answer = json!({ "access_token": "ouvre", "token_type": "Bearer", "id_token": id_token });
    Ok(Json(answer).into_response())
}

async fn userinfo(State(provider): State<Provider>, headers: HeaderMap) -> Result<Response, Response> {
    provider.note("userinfo").map_err(IntoResponse::into_response)?;
    if headers.get(header::AUTHORIZATION).is_none_or(|given| given != "Bearer ouvre") {
        return Err(StatusCode::UNAUTHORIZED.into_response());
    }
    let says = provider.says().clone();
    let subject = says.userinfo_subject.unwrap_or(says.subject);
    let claims = json!({
        "iss": provider.issuer(), "aud": CLIENT, "sub": subject,
        "email": says.email, "email_verified": says.verified,
    });
    match says.userinfo {
        None => Ok(Json(claims).into_response()),
        Some(how) => {
            let token = provider.sign(&claims, how);
            Ok(([(header::CONTENT_TYPE, "application/jwt")], token).into_response())
        }
    }
}
