//! A small sound: notes one after the other, as a carillon plays them.

/// Samples a second.
const RATE: u32 = 11_025;
/// Samples of a note, and of the silence after three of them.
const NOTE: u32 = RATE / 2;
const SILENCE: u32 = RATE;
/// The `do` of the middle of a piano, in hertz.
const DO: f64 = 261.63;

/// A sound in WAV, from its description: semitones above the `do`, and `-` for a silence.
pub fn played(what: &str) -> Vec<u8> {
    let mut samples: Vec<u8> = Vec::new();
    for note in what.split_whitespace() {
        match note.parse::<i32>() {
            Ok(semitones) => samples.extend((0..NOTE).map(|at| sample(semitones, at))),
            Err(_) => samples.extend((0..SILENCE).map(|_| 128)),
        }
    }
    let length = u32::try_from(samples.len()).unwrap_or_default();
    let mut wav = b"RIFF".to_vec();
    wav.extend((36 + length).to_le_bytes());
    // One channel, a byte a sample.
    wav.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    wav.extend(RATE.to_le_bytes());
    wav.extend(RATE.to_le_bytes());
    wav.extend(b"\x01\0\x08\0data");
    wav.extend(length.to_le_bytes());
    wav.extend(samples);
    wav
}

/// A bell: it begins at once, and fades.
fn sample(semitones: i32, at: u32) -> u8 {
    let time = f64::from(at) / f64::from(RATE);
    let pitch = DO * 2_f64.powf(f64::from(semitones) / 12.0);
    let wave = (std::f64::consts::TAU * pitch * time).sin()
        + 0.4 * (std::f64::consts::TAU * 2.0 * pitch * time).sin();
    let fading = (-5.0 * time).exp() * (time * 200.0).min(1.0);
    (128.0 + 80.0 * wave * fading / 1.4).round() as u8
}
