//! Pages of a PDF.

use hayro::{
    RenderCache, RenderSettings, hayro_interpret::InterpreterSettings, hayro_syntax::Pdf, render,
    vello_cpu::color::palette::css::WHITE,
};
use image::{DynamicImage, RgbImage};

use crate::{Failure, Limits, Picture, written::written};

pub(crate) fn draw(pdf: Vec<u8>, number: u32, width: u32, limits: &Limits) -> Result<Picture, Failure> {
    let pdf = Pdf::new(pdf).map_err(|_| Failure::Unreadable)?;
    let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
    let page = place.and_then(|place| pdf.pages().get(place)).ok_or(Failure::NoSuchPage)?;
    let (across, down) = page.render_dimensions();
    if !(across.is_finite() && down.is_finite() && across > 0.0 && down > 0.0) {
        return Err(Failure::Unreadable);
    }
    // A width is at most some thousands of dots: exact.
    let scale = width as f32 / across;
    if down * scale > (width * limits.slenderness) as f32 {
        return Err(Failure::TooLarge);
    }
    let settings = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..Default::default() };
    let drawn = render(page, &RenderCache::new(), &InterpreterSettings::default(), &settings);
    let (width, height) = (u32::from(drawn.width()), u32::from(drawn.height()));
    // On white nothing is seen through.
    let colours = drawn.data_as_u8_slice().chunks_exact(4).flat_map(|dot| [dot[0], dot[1], dot[2]]).collect();
    let drawn = RgbImage::from_raw(width, height, colours).ok_or(Failure::Unreadable)?;
    written(&DynamicImage::ImageRgb8(drawn))
}
