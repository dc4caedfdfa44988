#!/usr/bin/env python3
"""Opens the documents of tools/documents.sh with pikepdf, python-docx and odfpy, and checks what they hold."""

import pathlib, re, sys

import docx
import pikepdf
from odf import opendocument, teletype, text as odf_text
from odf.draw import Image

made = pathlib.Path(sys.argv[1])
TITLE = "Pour des rivières vivantes : ce que le conseil demande"


def expect(condition, said):
    if not condition:
        sys.exit(f"documents: {said}")


def tags(element, found):
    """The names of the structure of a PDF, in reading order."""
    if isinstance(element, pikepdf.Array):
        for child in element:
            tags(child, found)
    elif isinstance(element, pikepdf.Dictionary):
        if "/S" in element:
            found.append(str(element["/S"]))
        if "/K" in element:
            tags(element["/K"], found)
    return found


def elements(element, kind):
    """The elements of that kind in the structure of a PDF."""
    if isinstance(element, pikepdf.Array):
        return [found for child in element for found in elements(child, kind)]
    if not isinstance(element, pikepdf.Dictionary):
        return []
    return ([element] if element.get("/S") == kind else []) + elements(element.get("/K"), kind)


for name in ["rich", "long", "pictures"]:
    with pikepdf.open(made / f"{name}.pdf") as pdf:
        root = pdf.Root
        expect(str(root.Lang).startswith("fr"), "the PDF has no language")
        expect(root.MarkInfo.Marked, "the PDF is not tagged")
        expect(root.ViewerPreferences.DisplayDocTitle, "the PDF does not show its title")
        with pdf.open_metadata() as metadata:
            expect(metadata.get("dc:title") == TITLE, f"the title is {metadata.get('dc:title')}")
            expect(metadata.get("pdfuaid:part") == "1", "the PDF does not say that it is PDF/UA-1")
        found = tags(root.StructTreeRoot.K, [])
        wanted = {"/H1", "/P", "/L", "/LI", "/Note", "/TOC", "/Link"} if name == "rich" else {"/H1", "/P", "/L", "/Note"}
        if name == "pictures":
            wanted |= {"/Figure"}
            said = sorted(str(figure.Alt) for figure in elements(root.StructTreeRoot.K, "/Figure"))
            expect(len(said) == 7 and "Le pont, vu d’aval" in said, f"what is said of images in the PDF: {said}")
        if name == "rich":
            wanted |= {"/H2", "/Table", "/TH", "/TD", "/BlockQuote", "/Code"}
        expect(wanted <= set(found), f"{name}.pdf lacks {wanted - set(found)}: it has {sorted(set(found))}")
        expect(name != "long" or len(pdf.pages) >= 200, f"long.pdf has {len(pdf.pages)} pages")

# Every word of the source, in the order of reading: notes come where the page ends.
read = re.sub(r"\s+", "", (made / "rich.txt").read_text().replace("\u200b", ""))
source = (pathlib.Path(__file__).parent.parent / "crates/press/tests/rich.md").read_text()
body = source.split("[^1]: Une note")[0]
body = re.sub(r"\[\^\w+\]|\[!WARNING\]|\]\([^)]*\)|https?://\S+|```|&amp;", " ", body)
words = [word for word in re.findall(r"[A-Za-zÀ-ÿœ’]{4,}", body.replace("'", "’")) if word not in {"javascript"}]
at, missing = 0, []
for word in words:
    place = read.find(word, at)
    if place < 0:
        missing.append(word)
    else:
        at = place
expect(len(missing) == 0, f"not read in order in the PDF: {missing}")

document = docx.Document(made / "rich.docx")
expect(document.core_properties.title == TITLE, "the DOCX has no title")
expect(document.core_properties.language == "fr", "the DOCX has no language")
titles = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
expect("Premier titre" in titles and "Titre trop profond" in titles, f"the titles of the DOCX are {titles}")
expect([cell.text for cell in document.tables[0].rows[0].cells] == ["Commune", "Habitants", "Remarque"], "the table")
expect(any(paragraph.style.name == "List Paragraph" for paragraph in document.paragraphs), "the lists of the DOCX")

pictures = docx.Document(made / "pictures.docx")
# A seventh is in a link, where python-docx does not look.
expect(len(pictures.inline_shapes) == 6, f"{len(pictures.inline_shapes)} images in the DOCX")
column = pictures.sections[0].page_width - pictures.sections[0].left_margin - pictures.sections[0].right_margin
expect(all(shape.width <= column for shape in pictures.inline_shapes), "an image of the DOCX is wider than the column")
pictures = opendocument.load(made / "pictures.odt")
expect(len(pictures.getElementsByType(Image)) == 8, "the images of the ODT")

opened = opendocument.load(made / "rich.odt")
titles = [teletype.extractText(title) for title in opened.getElementsByType(odf_text.H)]
expect("Premier titre" in titles, f"the titles of the ODT are {titles}")
expect(len(opened.getElementsByType(odf_text.Note)) == 2, "the notes of the ODT")
expect(len(opened.getElementsByType(odf_text.List)) >= 4, "the lists of the ODT")
print(f"PDF, DOCX and ODT opened; {len(words)} words read in order")
