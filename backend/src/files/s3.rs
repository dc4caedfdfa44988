//! A bucket of S3, from its address.

use std::{sync::Arc, time::Duration};

use object_store::{
    ClientConfigKey, ObjectStore, RetryConfig,
    aws::{AmazonS3Builder, AmazonS3ConfigKey},
    prefix::PrefixStore,
};

use crate::error::{Error, Result};

/// How long a request is tried again, and how long nothing may come meanwhile: one that met silence is not tried again,
/// since somebody waits. A part of a file is sent in that time.
const PATIENCE: Duration = Duration::from_secs(12);

/// Opens the bucket of `s3://bucket/folder?endpoint=…&region=…`. Whatever is not in the address is looked for in the
/// `AWS_…` variables of the environment.
pub(super) fn open(address: &str) -> Result<Arc<dyn ObjectStore>> {
    let rest = address.strip_prefix("s3://").ok_or_else(|| Error::unexpected("not an address of S3"))?;
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let (bucket, folder) = place.split_once('/').unwrap_or((place, ""));
    if bucket.is_empty() {
        return Err(Error::unexpected("the address of S3 names no bucket"));
    }
    let mut builder = AmazonS3Builder::from_env().with_bucket_name(bucket).with_config(
        AmazonS3ConfigKey::Client(ClientConfigKey::ReadTimeout),
        format!("{}s", PATIENCE.as_secs()),
    );
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let key: AmazonS3ConfigKey =
            name.parse().map_err(|_| Error::unexpected(format!("S3 has no setting {name}")))?;
        let value = percent_encoding::percent_decode_str(value).decode_utf8_lossy();
        builder = builder.with_config(key, value);
    }
    // Somebody is waiting: what does not answer soon is said not to.
    let retry = RetryConfig { max_retries: 2, retry_timeout: PATIENCE, ..RetryConfig::default() };
    let bucket = builder.with_retry(retry).build()?;
    let folder = folder.trim_matches('/');
    Ok(if folder.is_empty() { Arc::new(bucket) } else { Arc::new(PrefixStore::new(bucket, folder)) })
}
