//! Pictures of some people and groups of the demonstration: drawn shapes, no face.

use anyhow::Result;
use backend::{
    Cx,
    portraits::{self, Whose},
};

use super::{library::picture::encoded, life::People};
use crate::state::plain;

/// Dots of a side.
const SIDE: usize = 256;

/// Who chose which drawing, with its colours: those of [`super::library::picture`].
const PEOPLE: [(&str, Drawing, u8, u8); 9] = [
    ("presidence@demo.example", Drawing::Tree, 8, 3),
    ("referente@demo.example", Drawing::Sun, 8, 9),
    ("membre@demo.example", Drawing::Sail, 2, 0),
    ("odile.rambert@demo.example", Drawing::Wheel, 9, 1),
    ("solange.pradier@demo.example", Drawing::Flower, 3, 9),
    ("fatou.sarralde@demo.example", Drawing::Waves, 8, 2),
    ("yannick.dolivet@demo.example", Drawing::House, 4, 5),
    ("therese.vauquier@demo.example", Drawing::Flower, 8, 5),
    ("jean-luc.tessard@demo.example", Drawing::Sun, 7, 9),
];
const GROUPS: [(&str, Drawing, u8, u8); 4] = [
    ("mobilites", Drawing::Wheel, 8, 1),
    ("alimentation", Drawing::Rows, 9, 3),
    ("habitat", Drawing::House, 8, 5),
    ("sante", Drawing::Waves, 0, 2),
];

#[derive(Clone, Copy)]
enum Drawing {
    Sun,
    Tree,
    Sail,
    Wheel,
    Flower,
    Waves,
    House,
    Rows,
}

/// Gives them their pictures.
///
/// # Errors
/// The database or the file store failed.
pub async fn fill(cx: &Cx, people: &People) -> Result<()> {
    let of_people = PEOPLE.into_iter().filter_map(|(email, drawing, back, fore)| {
        Some((Whose::Person(*people.get(email)?), drawing, back, fore))
    });
    let of_groups = GROUPS
        .into_iter()
        .map(|(slug, drawing, back, fore)| (Whose::Group(slug.into()), drawing, back, fore));
    for (whose, drawing, back, fore) in of_people.chain(of_groups) {
        portraits::change(cx, &whose, drawn(drawing, back, fore).into()).await.map_err(plain)?;
    }
    Ok(())
}

fn drawn(drawing: Drawing, back: u8, fore: u8) -> Vec<u8> {
    encoded(SIDE, SIDE, &|x, y| colour(drawing, back, fore, x as f64 - 128.0, y as f64 - 128.0))
}

/// The colour of a dot, counted from the middle.
fn colour(drawing: Drawing, back: u8, fore: u8, x: f64, y: f64) -> u8 {
    let (far, angle) = (x.hypot(y), y.atan2(x));
    match drawing {
        Drawing::Sun if (y - 12.0 * (x / 40.0).sin()) > 55.0 => 3,
        Drawing::Sun if x.hypot(y + 10.0) < 52.0 => fore,
        Drawing::Tree if x.hypot(y + 26.0) < 62.0 => fore,
        Drawing::Tree if x.abs() < 9.0 && (0.0..90.0).contains(&y) => 1,
        Drawing::Tree if y > 84.0 => 4,
        Drawing::Sail if y > 50.0 + 6.0 * (x / 14.0).sin() => 1,
        Drawing::Sail if (-90.0..40.0).contains(&y) && x > 4.0 && x < (y + 90.0) * 0.55 => fore,
        Drawing::Sail if (-60.0..40.0).contains(&y) && x < -4.0 && -x < (y + 60.0) * 0.45 => 5,
        Drawing::Wheel if (78.0..92.0).contains(&far) || far < 13.0 => fore,
        Drawing::Wheel if far < 80.0 && (angle * 5.0).sin().abs() * far < 14.0 => fore,
        Drawing::Flower if far < 26.0 => 4,
        Drawing::Flower if far < 62.0 + 30.0 * (angle * 6.0).cos() => fore,
        Drawing::Waves if ((y + 14.0 * (x / 26.0).sin()) / 17.0).sin() > 0.25 => fore,
        Drawing::House if (-70.0..0.0).contains(&y) && x.abs() < (y + 70.0) * 1.25 => fore,
        Drawing::House if x.abs() < 14.0 && (36.0..82.0).contains(&y) => 1,
        Drawing::House if x.abs() < 66.0 && (0.0..82.0).contains(&y) => 0,
        Drawing::House if y >= 82.0 => 3,
        Drawing::Rows if y < -30.0 => 8,
        Drawing::Rows if ((x / (y + 70.0)) * 9.0).sin() > 0.0 => fore,
        _ => back,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_pictures_are_the_same_and_all_are_small() {
        let all: Vec<Vec<u8>> = PEOPLE
            .iter()
            .chain(&GROUPS)
            .map(|(_, drawing, back, fore)| drawn(*drawing, *back, *fore))
            .collect();
        for (place, one) in all.iter().enumerate() {
            assert!(one.starts_with(b"\x89PNG") && one.len() < 40_000);
            assert!(!all[place + 1..].contains(one), "{place}");
        }
    }
}
