//! What is counted of requests, and the text in which Prometheus reads it. Labels name routes, never people.

use std::{
    collections::BTreeMap,
    fmt::Write,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// The bounds of durations, in milliseconds.
const BOUNDS: [u64; 11] = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000];

/// What requests are counted by: the pattern of their route, their method, the class of their status.
type Key = (Arc<str>, &'static str, &'static str);

#[derive(Debug, Default, Clone)]
struct Durations {
    within: [u64; BOUNDS.len()],
    count: u64,
    microseconds: u64,
}

/// The requests answered so far.
#[derive(Clone, Debug, Default)]
pub struct Requests(Arc<Mutex<BTreeMap<Key, Durations>>>);

impl Requests {
    /// One more.
    pub fn count(&self, route: Arc<str>, method: &http::Method, status: u16, took: Duration) {
        let method = match method.as_str() {
            "GET" => "GET",
            "HEAD" => "HEAD",
            "POST" => "POST",
            "DELETE" => "DELETE",
            _ => "other",
        };
        let class = match status {
            100..200 => "1xx",
            200..300 => "2xx",
            300..400 => "3xx",
            400..500 => "4xx",
            _ => "5xx",
        };
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let durations = all.entry((route, method, class)).or_default();
        durations.count += 1;
        durations.microseconds += u64::try_from(took.as_micros()).unwrap_or_default();
        for (bound, within) in BOUNDS.iter().zip(&mut durations.within) {
            *within += u64::from(took.as_millis() <= u128::from(*bound));
        }
    }

    /// As Prometheus reads it.
    pub fn write(&self, text: &mut String) {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        head(text, "preau_request_duration_seconds", "histogram", "Requests answered, by route.");
        for ((route, method, class), durations) in all {
            let labels = format!("route=\"{route}\",method=\"{method}\",status=\"{class}\"");
            for (bound, within) in BOUNDS.iter().zip(durations.within) {
                let bound = seconds(*bound * 1_000);
                let _ = writeln!(
                    text,
                    "preau_request_duration_seconds_bucket{{{labels},le=\"{bound}\"}} {within}"
                );
            }
            let count = durations.count;
            let _ = writeln!(text, "preau_request_duration_seconds_bucket{{{labels},le=\"+Inf\"}} {count}");
            let sum = seconds(durations.microseconds);
            let _ = writeln!(text, "preau_request_duration_seconds_sum{{{labels}}} {sum}");
            let _ = writeln!(text, "preau_request_duration_seconds_count{{{labels}}} {count}");
        }
    }
}

fn seconds(microseconds: u64) -> f64 {
    Duration::from_micros(microseconds).as_secs_f64()
}

fn head(text: &mut String, name: &str, kind: &str, help: &str) {
    let _ = writeln!(text, "# HELP {name} {help}\n# TYPE {name} {kind}");
}

/// One figure of the moment.
pub fn gauge(text: &mut String, name: &str, help: &str, value: impl std::fmt::Display) {
    head(text, name, "gauge", help);
    let _ = writeln!(text, "{name} {value}");
}

/// The memory that this process has, in bytes, and the files it has open.
pub fn process() -> (Option<u64>, Option<usize>) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kibibytes = line.and_then(|line| line.trim().trim_end_matches("kB").trim().parse::<u64>().ok());
    let open = std::fs::read_dir("/proc/self/fd").ok().map(Iterator::count);
    (kibibytes.map(|kibibytes| kibibytes << 10), open)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_counted_by_route_and_class_within_bounds() {
        let requests = Requests::default();
        let route: Arc<str> = "/groupes/{slug}".into();
        for (status, milliseconds) in [(200, 3), (204, 300), (404, 20_000)] {
            requests.count(route.clone(), &http::Method::GET, status, Duration::from_millis(milliseconds));
        }
        let mut text = String::new();
        requests.write(&mut text);
        for line in [
            "preau_request_duration_seconds_bucket{route=\"/groupes/{slug}\",method=\"GET\",status=\"2xx\",le=\"0.005\"} 1",
            "preau_request_duration_seconds_bucket{route=\"/groupes/{slug}\",method=\"GET\",status=\"2xx\",le=\"0.5\"} 2",
            "preau_request_duration_seconds_bucket{route=\"/groupes/{slug}\",method=\"GET\",status=\"4xx\",le=\"10\"} 0",
            "preau_request_duration_seconds_bucket{route=\"/groupes/{slug}\",method=\"GET\",status=\"4xx\",le=\"+Inf\"} 1",
            "preau_request_duration_seconds_count{route=\"/groupes/{slug}\",method=\"GET\",status=\"2xx\"} 2",
        ] {
            assert!(text.lines().any(|known| known == line), "{line}\n{text}");
        }
    }
}
