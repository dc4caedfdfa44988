//! Writes every hostile input and what we make of it as a JSON array of `{class, input, html}`,
//! for the browser check in `end2end/hostile`.

#[path = "../tests/hostile/mod.rs"]
mod inputs;

use inputs::{dompurify, own, rendered};

fn main() {
    let mut all = own();
    match dompurify() {
        Some(more) => all.extend(more),
        None => eprintln!("without the DOMPurify payloads: see PREAU_HOSTILE_HTML"),
    }
    let all: Vec<_> = all
        .iter()
        .map(|hostile| {
            serde_json::json!({
                "class": hostile.class,
                "input": hostile.input,
                "html": rendered(&hostile.input),
            })
        })
        .collect();
    println!("{}", serde_json::Value::from(all));
}
