//! How a picture is written: lines and letters are short and sharp as PNG, photographs short as JPEG.

use image::{
    DynamicImage, ImageEncoder,
    codecs::{
        jpeg::JpegEncoder,
        png::{CompressionType, FilterType, PngEncoder},
    },
};

use crate::{Failure, Picture};

/// Of a hundred: what nobody sees missing.
const QUALITY: u8 = 82;

pub(crate) fn written(picture: &DynamicImage) -> Result<Picture, Failure> {
    let colours = plain(picture);
    let png = png(&colours)?;
    let bytes = match colours.color().has_alpha() {
        // What is seen through stays so.
        true => png,
        false => shorter(png, jpeg(&colours)?),
    };
    Ok(Picture { bytes, width: picture.width(), height: picture.height() })
}

/// Eight bits a colour, no more colours than there are.
fn plain(picture: &DynamicImage) -> DynamicImage {
    if picture.color().has_alpha() && picture.to_rgba8().pixels().any(|dot| dot.0[3] < 255) {
        return DynamicImage::ImageRgba8(picture.to_rgba8());
    }
    let colours = picture.to_rgb8();
    match colours.pixels().all(|dot| dot.0[0] == dot.0[1] && dot.0[1] == dot.0[2]) {
        true => DynamicImage::ImageLuma8(picture.to_luma8()),
        false => DynamicImage::ImageRgb8(colours),
    }
}

fn shorter(one: Vec<u8>, other: Vec<u8>) -> Vec<u8> {
    if one.len() <= other.len() { one } else { other }
}

fn png(picture: &DynamicImage) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    encode(encoder, picture)?;
    Ok(bytes)
}

fn jpeg(picture: &DynamicImage) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    encode(JpegEncoder::new_with_quality(&mut bytes, QUALITY), picture)?;
    Ok(bytes)
}

fn encode(encoder: impl ImageEncoder, picture: &DynamicImage) -> Result<(), Failure> {
    let colour = picture.color().into();
    encoder
        .write_image(picture.as_bytes(), picture.width(), picture.height(), colour)
        .map_err(|_| Failure::TooLarge)
}
