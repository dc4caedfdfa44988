//! Files made here, drawn and made smaller.

use std::io::Cursor;

use image::{DynamicImage, GenericImageView, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use pictures::{Failure, Limits, Picture, page, photograph, square};

/// A PDF with these drawings on its pages, each 200 points by 100.
fn pdf(pages: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|n| format!("{} 0 R", 4 + 2 * n)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!(
            "<</Type/Pages/Kids[{}]/Count {}/MediaBox[0 0 200 100]/Resources<</Font<</F1 3 0 R>>>>>>",
            kids.join(" "),
            pages.len()
        ),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    for (n, drawing) in pages.iter().enumerate() {
        objects.push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", 5 + 2 * n));
        objects.push(format!("<</Length {}>>stream\n{drawing}\nendstream", drawing.len()));
    }
    let (mut body, mut places) = ("%PDF-1.4\n".to_owned(), String::new());
    for (n, object) in objects.iter().enumerate() {
        places.push_str(&format!("{:010} 00000 n \n", body.len()));
        body.push_str(&format!("{} 0 obj\n{object}\nendobj\n", n + 1));
    }
    let (count, end) = (objects.len() + 1, body.len());
    body.push_str(&format!("xref\n0 {count}\n0000000000 65535 f \n{places}"));
    body.push_str(&format!("trailer\n<</Root 1 0 R/Size {count}>>\nstartxref\n{end}\n%%EOF"));
    body.into_bytes()
}

fn read(picture: &Picture) -> DynamicImage {
    let read = image::load_from_memory(&picture.bytes).expect("a picture");
    assert_eq!(read.dimensions(), (picture.width, picture.height));
    read
}

/// A photograph, every dot of its own colour.
fn noise(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let n = x.wrapping_mul(7919) ^ y.wrapping_mul(104_729) ^ (x * y);
        Rgb([n, n >> 3, n >> 5].map(|part| (part % 256) as u8))
    })
}

fn file(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("written");
    bytes.into_inner()
}

fn dark(picture: &DynamicImage) -> usize {
    picture.to_luma8().pixels().filter(|dot| dot.0[0] < 128).count()
}

#[test]
fn the_page_asked_for_is_drawn_on_white_with_its_letters() {
    let file = pdf(&["", "0 0 100 100 re f", "BT /F1 40 Tf 20 40 Td (Prairie) Tj ET"]);
    let drawn = |number| read(&page(file.clone(), number, 400, &Limits::default()).expect("drawn"));
    assert_eq!((drawn(1).dimensions(), dark(&drawn(1))), ((400, 200), 0));
    let half = drawn(2);
    assert_eq!(dark(&half), 200 * 200);
    assert!(half.get_pixel(10, 100).0[0] < 10 && half.get_pixel(390, 100).0[0] > 250);
    let letters = dark(&drawn(3));
    assert!((1_000..20_000).contains(&letters), "{letters}");
    assert_eq!(page(file, 4, 400, &Limits::default()).unwrap_err(), Failure::NoSuchPage);
}

#[test]
fn what_is_not_a_page_is_told() {
    let limits = Limits::default();
    for damaged in [&b""[..], b"%PDF-1.7", b"Bonjour"] {
        assert_eq!(page(damaged.to_vec(), 1, 400, &limits).unwrap_err(), Failure::Unreadable);
    }
    assert_eq!(page(pdf(&["0 0 9 9 re f"]), 0, 400, &limits).unwrap_err(), Failure::NoSuchPage);
    let slender = String::from_utf8(pdf(&[""])).expect("text").replace("[0 0 200 100]", "[0 0 2 99999]");
    assert_eq!(page(slender.into_bytes(), 1, 400, &limits).unwrap_err(), Failure::TooLarge);
}

#[test]
fn a_photograph_is_made_smaller_and_a_small_one_is_left() {
    let large = DynamicImage::ImageRgb8(noise(300, 200));
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP, ImageFormat::Gif] {
        let reduced = photograph(&file(&large, format), 90, &Limits::default()).expect("read");
        assert_eq!(read(&reduced).dimensions(), (90, 60), "{format:?}");
        assert!(reduced.bytes.starts_with(&[0xff, 0xd8]), "as JPEG: {format:?}");
    }
    let small = photograph(&file(&large, ImageFormat::Png), 2_000, &Limits::default()).expect("read");
    assert_eq!((small.width, small.height), (300, 200));
}

#[test]
fn what_is_seen_through_stays_so_and_lines_stay_sharp() {
    let clear = RgbaImage::from_fn(300, 300, |x, _| Rgba([200, 0, 0, if x < 150 { 0 } else { 255 }]));
    let clear = file(&DynamicImage::ImageRgba8(clear), ImageFormat::Png);
    let reduced = read(&photograph(&clear, 100, &Limits::default()).expect("read"));
    assert_eq!((reduced.get_pixel(5, 50).0[3], reduced.get_pixel(95, 50).0), (0, [200, 0, 0, 255]));
    let lines = RgbImage::from_fn(200, 200, |x, _| Rgb([if x % 20 == 0 { 0 } else { 255 }; 3]));
    let lines = file(&DynamicImage::ImageRgb8(lines), ImageFormat::Png);
    let kept = photograph(&lines, 200, &Limits::default()).expect("read");
    assert!(kept.bytes.starts_with(b"\x89PNG"));
    assert_eq!(read(&kept).get_pixel(20, 7).0[0], 0);
}

/// A photograph with what a camera writes beside it: turned a quarter to the right, taken somewhere.
fn taken_by_a_camera() -> Vec<u8> {
    let tag = |number: u16, kind: u16, count: u32, value: u32| {
        let mut entry = Vec::new();
        entry.extend(number.to_be_bytes());
        entry.extend(kind.to_be_bytes());
        entry.extend(count.to_be_bytes());
        entry.extend(value.to_be_bytes());
        entry
    };
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08".to_vec();
    exif.extend(2u16.to_be_bytes());
    exif.extend(tag(0x0112, 3, 1, 6 << 16)); // turned
    exif.extend(tag(0x010f, 2, 20, 38)); // by this device
    exif.extend(0u32.to_be_bytes());
    exif.extend(b"48.3904N 4.4861W dev\0");
    let plain = file(&DynamicImage::ImageRgb8(noise(90, 60)), ImageFormat::Jpeg);
    let mut jpeg = plain[..2].to_vec();
    jpeg.extend([0xff, 0xe1]);
    jpeg.extend(u16::try_from(exif.len() + 2).expect("short").to_be_bytes());
    jpeg.extend(&exif);
    jpeg.extend(&plain[2..]);
    jpeg
}

#[test]
fn a_photograph_is_the_right_way_up_and_says_nothing_of_where_it_was_taken() {
    let camera = taken_by_a_camera();
    let written = |bytes: &[u8]| bytes.windows(8).any(|part| part == b"48.3904N");
    assert!(written(&camera));
    let reduced = photograph(&camera, 2_000, &Limits::default()).expect("read");
    assert_eq!((reduced.width, reduced.height), (60, 90));
    assert!(!written(&reduced.bytes) && !reduced.bytes.windows(4).any(|part| part == b"Exif"));
}

#[test]
fn a_picture_that_would_fill_the_memory_is_not_unpacked() {
    let mut bomb = file(&DynamicImage::ImageRgb8(noise(8, 8)), ImageFormat::Png);
    // Its header says 60,000 by 60,000 dots; the checksum of the header follows.
    bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
    assert_ne!(photograph(&bomb, 300, &Limits::default()).map(|_| ()), Ok(()));
    let tight = Limits { memory: 1_000, ..Limits::default() };
    let usual = file(&DynamicImage::ImageRgb8(noise(90, 60)), ImageFormat::Png);
    assert_eq!(photograph(&usual, 30, &tight).unwrap_err(), Failure::TooLarge);
    let narrow = Limits { side: 50, ..Limits::default() };
    assert_eq!(photograph(&usual, 30, &narrow).unwrap_err(), Failure::TooLarge);
    for damaged in [&b""[..], b"GIF89a", b"\xff\xd8\xff", b"Bonjour"] {
        assert_eq!(photograph(damaged, 30, &Limits::default()).unwrap_err(), Failure::Unreadable);
    }
}

#[test]
fn a_square_is_the_middle_of_a_picture_and_is_not_enlarged() {
    let mut wide = RgbImage::from_pixel(600, 200, Rgb([250; 3]));
    for (x, y) in (200..400).flat_map(|x| (0..200).map(move |y| (x, y))) {
        wide.put_pixel(x, y, Rgb([10; 3]));
    }
    let wide = file(&DynamicImage::ImageRgb8(wide), ImageFormat::Png);
    let middle = square(&wide, 100, &Limits::default()).expect("made");
    assert_eq!((middle.width, middle.height), (100, 100));
    assert_eq!(dark(&read(&middle)), 100 * 100);
    let tall = file(&DynamicImage::ImageRgb8(noise(30, 90)), ImageFormat::Jpeg);
    let small = square(&tall, 100, &Limits::default()).expect("made");
    assert_eq!((small.width, small.height), (30, 30));
    assert_eq!(square(b"rien", 100, &Limits::default()), Err(Failure::Unreadable));
}
