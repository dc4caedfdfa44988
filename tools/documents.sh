#!/usr/bin/env bash
# Looks at documents made of texts with the tools that others read them with:
#     tools/documents.sh             in a minute, once the tests of `press` are built
#     tools/documents.sh --office    opens them with LibreOffice too, where it is installed
# Installs what it lacks: Debian packages, and Python and Node packages under target/documents.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/install.sh documents
folder=$PWD/target/documents
made=$folder/made
rm -rf "$made"
mkdir -p "$made"

# The texts of the tests: one that has everything, one of two hundred pages, one with images.
PREAU_TEST_DOCUMENTS=$made cargo test --locked --workspace --exclude wasm-bindgen-tool --test press --test pictures -- a_ is_given --test-threads 2

for text in rich long pictures; do
  qpdf --check "$made/$text.pdf" >/dev/null
  java -jar "$(command -v epubcheck)" --quiet --failonwarnings "$made/$text.epub"
  java -jar "$folder/node_modules/vnu-jar/build/dist/vnu.jar" --Werror --filterpattern '.*Trailing slash.*' "$made/$text.html"
done
# The booklet, and the sheets that it is folded of: half as many sides as it has pages, up to a whole sheet.
for bound in booklet folded; do qpdf --check "$made/rich.$bound.pdf" >/dev/null; done
pages=$(qpdf --show-npages "$made/rich.booklet.pdf")
test "$(qpdf --show-npages "$made/rich.folded.pdf")" -eq $(((pages + 3) / 4 * 2))
pdftotext "$made/rich.pdf" "$made/rich.txt"
"$folder/venv/bin/python" tools/documents.py "$made"

if [ "${1:-}" = --office ]; then
  for name in rich.docx rich.odt long.docx long.odt pictures.docx pictures.odt; do
    soffice --headless --convert-to "pdf:writer_pdf_Export" --outdir "$made/office-${name#*.}" "$made/$name" >/dev/null
    pdftotext "$made/office-${name#*.}/${name%.*}.pdf" - | grep -q 'Conseil citoyen du Pays des Trois Rivières'
  done
fi
echo 'The documents are as they should be.'
