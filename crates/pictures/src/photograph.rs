//! Photographs and drawings.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, imageops::FilterType};

use crate::{Failure, Limits, Picture, written::written};

pub(crate) fn reduce(content: &[u8], side: u32, limits: &Limits) -> Result<Picture, Failure> {
    let mut picture = upright(content, limits)?;
    if picture.width().max(picture.height()) > side {
        picture = picture.resize(side, side, FilterType::CatmullRom);
    }
    written(&picture)
}

pub(crate) fn square(content: &[u8], side: u32, limits: &Limits) -> Result<Picture, Failure> {
    let picture = upright(content, limits)?;
    let (width, height) = (picture.width(), picture.height());
    let within = width.min(height);
    // Of what stands upright, faces are in the upper part.
    let middle = picture.crop_imm((width - within) / 2, (height - within) / 3, within, within);
    let smaller =
        if within > side { middle.resize_exact(side, side, FilterType::CatmullRom) } else { middle };
    written(&smaller)
}

/// Unpacked within the limits, the right way up.
fn upright(content: &[u8], limits: &Limits) -> Result<DynamicImage, Failure> {
    let mut accepted = image::Limits::default();
    accepted.max_image_width = Some(limits.side);
    accepted.max_image_height = Some(limits.side);
    accepted.max_alloc = Some(limits.memory);
    let mut reader =
        ImageReader::new(Cursor::new(content)).with_guessed_format().map_err(|_| Failure::Unreadable)?;
    reader.limits(accepted);
    let mut decoder = reader.into_decoder().map_err(failure)?;
    if decoder.total_bytes() > limits.memory {
        return Err(Failure::TooLarge);
    }
    // Without one it is the right way up.
    let orientation = decoder.orientation();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(failure)?;
    if let Ok(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    Ok(picture)
}

fn failure(error: ImageError) -> Failure {
    match error {
        ImageError::Limits(_) => Failure::TooLarge,
        _ => Failure::Unreadable,
    }
}
