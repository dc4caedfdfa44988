//! Images in the paragraphs of a document for Word.

use crate::pictures::Picture;

use super::{Place, Writer};

/// Points between the margins.
const COLUMN: f64 = 459.0;
/// Points that a list takes on the left.
const STEP: f64 = 18.0;
/// English metric units in a point.
const UNITS: f64 = 12_700.0;
/// How Word names what only decorates.
const DECORATIVE: &str = "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative \
     xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>";

impl<'a> Writer<'a> {
    pub(super) fn picture(&mut self, picture: Picture<'a>, alt: &str, place: &Place) {
        let room = place.room.unwrap_or(COLUMN - STEP * f64::from(place.depth.min(9)));
        let (width, height) = picture.size(room);
        let units = |points: f64| format!("{:.0}", (points * UNITS).max(1.0));
        let extent = [("cx", &*units(width)), ("cy", &*units(height))];
        let known = self.pictures.iter().position(|known| known.sha256 == picture.sha256);
        let number = known.unwrap_or_else(|| {
            self.pictures.push(picture);
            self.pictures.len() - 1
        });
        self.drawn += 1;
        let (relation, id) = (format!("picture{}", number + 1), self.drawn.to_string());
        let xml = &mut self.xml;
        xml.raw("<w:r><w:drawing>");
        xml.open("wp:inline", &[("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")]);
        xml.empty("wp:extent", &extent);
        let name = format!("Image {id}");
        xml.open("wp:docPr", &[("id", &id), ("name", &name), ("descr", alt)]);
        if alt.is_empty() {
            xml.raw(DECORATIVE);
        }
        xml.close();
        xml.raw("<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>");
        let kind = "http://schemas.openxmlformats.org/drawingml/2006/picture";
        xml.open("a:graphic", &[]);
        xml.open("a:graphicData", &[("uri", kind)]);
        xml.open("pic:pic", &[]);
        xml.open("pic:nvPicPr", &[]);
        xml.empty("pic:cNvPr", &[("id", &id), ("name", &picture.file())]);
        xml.raw("<pic:cNvPicPr/>");
        xml.close();
        xml.open("pic:blipFill", &[]);
        xml.empty("a:blip", &[("r:embed", &relation)]);
        xml.raw("<a:stretch><a:fillRect/></a:stretch>");
        xml.close();
        xml.raw("<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>");
        xml.empty("a:ext", &extent);
        xml.raw("</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>");
        (0..4).for_each(|_| xml.close());
        xml.raw("</w:drawing></w:r>");
    }
}
