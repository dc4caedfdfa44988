//! Photographs and drawings.

use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, imageops::FilterType};

use crate::{Failure, Limits, Picture, written::written};

pub(crate) fn reduce(content: &[u8], side: u32, limits: &Limits) -> Result<Picture, Failure> {
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
    if picture.width().max(picture.height()) > side {
        picture = picture.resize(side, side, FilterType::CatmullRom);
    }
    written(&picture)
}

fn failure(error: ImageError) -> Failure {
    match error {
        ImageError::Limits(_) => Failure::TooLarge,
        _ => Failure::Unreadable,
    }
}
