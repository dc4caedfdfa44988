//! Captions as people have them: well written, badly written, and made to harm.

use extraction::captions::{Cue, Flaw, LARGEST, read, spoken, web_vtt};

fn words(cues: &[Cue]) -> Vec<String> {
    cues.iter().map(|cue| cue.runs.iter().map(|run| run.words.as_str()).collect()).collect()
}

fn written(text: &str) -> String {
    web_vtt(&read(text.as_bytes()).expect("read"))
}

const SUBRIP: &str = "1\r\n00:00:01,000 --> 00:00:04,000\r\nBonjour à toutes\r\net à tous.\r\n\r\n\
                      2\r\n00:00:04,500 --> 00:00:06,000 X1:40 X2:600\r\n<i>Applaudissements</i>\r\n";

#[test]
fn subrip_becomes_web_vtt() {
    assert_eq!(
        written(SUBRIP),
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\nBonjour à toutes\net à tous.\n\n\
         00:00:04.500 --> 00:00:06.000\n<i>Applaudissements</i>\n"
    );
}

#[test]
fn web_vtt_keeps_its_words_its_voices_and_its_harmless_marks_only() {
    let text = "\u{feff}WEBVTT - réunion\nKind: captions\n\nNOTE\nune remarque --\n\nSTYLE\n::cue { color: red }\n\n\
                entrée\n00:01.000 --> 00:02.000 align:start position:10%\n\
                <v.fort Maryse &amp; Odile>Oui <c.rouge>bien</c> &lt;sûr&gt;</v> <b><u>voilà</u></b>\n\n\
                00:02.000 --> 01:00:03.000\n<00:02.500><ruby>mot<rt>lu</rt></ruby> 3 < 5 & 6\n";
    assert_eq!(
        written(text),
        "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n\
         <v Maryse &amp; Odile>Oui bien &lt;sûr&gt;</v> <b><u>voilà</u></b>\n\n\
         00:00:02.000 --> 01:00:03.000\nmotlu 3 &lt; 5 &amp; 6\n"
    );
}

#[test]
fn what_is_written_is_read_again_as_the_same() {
    for text in
        [SUBRIP, "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>Un <b>deux</b></v>\ntrois &amp;lt; quatre\n"]
    {
        let cues = read(text.as_bytes()).expect("read");
        assert_eq!(read(web_vtt(&cues).as_bytes()), Ok(cues));
    }
}

#[test]
fn braces_are_no_mark_once_the_marks_between_them_are_gone() {
    let words = format!("{{\\an8 {}}} Bonjour", "<c></c>".repeat(60));
    let cues = read(format!("WEBVTT\n\n00:01.000 --> 00:02.000\n{words}\n").as_bytes()).expect("read");
    assert_eq!(cues[0].runs[0].words, "{\\an8 } Bonjour");
    assert_eq!(read(web_vtt(&cues).as_bytes()), Ok(cues));
}

#[test]
fn a_long_voice_of_letters_that_are_written_longer_is_still_a_voice() {
    let voice = "&".repeat(100);
    let cues =
        read(format!("WEBVTT\n\n00:01.000 --> 00:02.000\n<v {voice}>Bonjour\n").as_bytes()).expect("read");
    assert_eq!(cues[0].runs[0].voice.as_deref(), Some(&voice[..80]));
    assert_eq!(read(web_vtt(&cues).as_bytes()), Ok(cues));
}

#[test]
fn nothing_that_could_run_is_left() {
    let text = "1\n00:00:01,000 --> 00:00:02,000\n<script>alert(1)</script><img src=x onerror=alert(1)>\n\
                {\\an8}Bon&#0;jour \u{202e}à\u{200b} vous &#x1F600; &#xD800;\n\n\
                2\n00:00:03,000 --> 00:00:04,000\n&lt;script&gt; --&gt; &unknown; <b\n";
    let written = written(text);
    assert!(written.contains("alert(1)\nBonjour à vous 😀 &amp;#xD800;"), "{written}");
    assert!(written.contains("&lt;script&gt; --&gt; &amp;unknown; &lt;b\n"), "{written}");
    assert!(!written.contains("<script") && !written.contains("<img") && !written.contains("{\\an8}"));
    let voice = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A&gt;&lt;script&gt;\nB>Oui\n";
    assert!(self::written(voice).contains("<v A&gt;&lt;script&gt; B>Oui</v>"));
}

#[test]
fn old_encodings_are_read() {
    let latin = b"1\n00:00:01,000 --> 00:00:02,000\n\xc9t\xe9, c\x9cur et \xe0 bient\xf4t\n";
    assert_eq!(words(&read(latin).expect("read")), ["Été, cœur et à bientôt"]);
    let mut wide = vec![0xff, 0xfe];
    wide.extend(SUBRIP.encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(words(&read(&wide).expect("read"))[0], "Bonjour à toutes\net à tous.");
}

#[test]
fn files_that_are_a_little_wrong_are_read_all_the_same() {
    // No empty line between two cues, no number, an empty line and a number within the words, old ends of lines.
    let text = "00:00:01,000 --> 00:00:02,000\rUn\r2\r00:00:02,000 --> 00:00:03,000\rEn\r\r1984\r\ralors.\r\r\r\
                3\r00:00:03,000 --> 00:00:04,000\r\r4\r00:00:05,000-->00:00:06,000\rFin";
    assert_eq!(words(&read(text.as_bytes()).expect("read")), ["Un", "En\n1984\nalors.", "Fin"]);
}

#[test]
fn what_is_wrong_is_said_with_its_line() {
    for (text, flaw) in [
        ("", Flaw::Unknown),
        ("Bonjour.\nCeci est une lettre.\n", Flaw::Unknown),
        ("Bonjour.\n00:00:01,000 --> 00:00:02,000\nOui\n", Flaw::Unknown),
        ("WEBVTTX\n\n00:01.000 --> 00:02.000\nOui\n", Flaw::Unknown),
        ("WEBVTT\n", Flaw::Silent),
        ("WEBVTT\n\nNOTE rien\n", Flaw::Silent),
        ("1\n00:00:01,000 --> 00:00:02,000\n<i> </i>\n", Flaw::Silent),
        ("1\n00:00:01,000 --> 00:00:02,000\n…\n", Flaw::Silent),
        ("1\n00:00:0x,000 --> 00:00:02,000\nOui\n", Flaw::Time { line: 2 }),
        ("1\n00:00:01,000 --> \nOui\n", Flaw::Time { line: 2 }),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nOui\n\n2\n00:00:03,000 -> 00:00:04,000\nNon\n",
            Flaw::Time { line: 6 },
        ),
        ("1\n00:00:01,000 --> 00:00:02,000\nOui\n\n2\nNon\n", Flaw::Time { line: 6 }),
        ("1\n00:00:02,000 --> 00:00:02,000\nOui\n", Flaw::Order { line: 2 }),
        ("1\n00:00:02,000 --> 00:00:01,000\nOui\n", Flaw::Order { line: 2 }),
        (
            "1\n00:00:05,000 --> 00:00:06,000\nOui\n\n2\n00:00:01,000 --> 00:00:02,000\nNon\n",
            Flaw::Order { line: 6 },
        ),
    ] {
        assert_eq!(read(text.as_bytes()), Err(flaw), "{text:?}");
    }
    assert_eq!(read(b"\x00\x01\x02ID3"), Err(Flaw::Unknown));
    assert_eq!(read(&vec![b'a'; LARGEST + 1]), Err(Flaw::TooLarge));
}

#[test]
fn a_file_made_to_cost_costs_little() {
    let start = "1\n00:00:01,000 --> 00:00:02,000\n";
    for piece in ["<b>a</b>b", "<", "<v x>a", "&amp", "{\\", "<b><i><u>", "\n", "1\n", "&#", "a\n\n1\n\n"] {
        let text = format!("{start}Oui\n{}", piece.repeat((LARGEST - 100) / piece.len()));
        let began = std::time::Instant::now();
        if let Ok(cues) = read(text.as_bytes()) {
            let runs: usize = cues.iter().map(|cue| cue.runs.len()).sum();
            let _ = (spoken(&cues), web_vtt(&cues));
            assert!(runs < 400_000, "{piece:?}: {runs}");
        }
        assert!(began.elapsed().as_secs() < 10, "{piece:?}");
    }
}

#[test]
fn what_is_said_is_read_in_paragraphs() {
    let text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Maryse>Bonjour\n\n00:02.000 --> 00:03.000\n<v Maryse>à tous.\n\n\
                00:03.000 --> 00:04.000\n<v Odile>Merci.</v>\n\n00:20.000 --> 00:21.000\n<v Odile>Reprenons.\n";
    let said: Vec<(u32, Option<String>, String)> = spoken(&read(text.as_bytes()).expect("read"))
        .into_iter()
        .map(|one| (one.at, one.voice, one.words))
        .collect();
    let by = |name: &str| Some(name.to_owned());
    assert_eq!(
        said,
        [
            (1_000, by("Maryse"), "Bonjour à tous.".to_owned()),
            (3_000, by("Odile"), "Merci.".to_owned()),
            (20_000, by("Odile"), "Reprenons.".to_owned()),
        ]
    );
}
