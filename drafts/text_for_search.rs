/// The text of a content for the search: a form feed parts pages and slides.
pub(crate) async fn text_for_search(db: &impl ConnectionTrait, sha256: &str) -> Result<String> {
    let rows = file_text_part::Entity::find()
        .filter(file_text_part::Column::Sha256.eq(sha256))
        .order_by_asc(file_text_part::Column::Number)
        .all(db)
        .await?;
    let mut text = String::new();
    let mut page = 1;
    for row in rows {
        if matches!(row.kind, FilePart::Page | FilePart::Slide) {
            // A page without a word is a page.
            while page < row.page {
                text.push('\u{c}');
                page += 1;
            }
        }
        let blocks = serde_json::from_str(&row.blocks)?;
        text.push_str(&Section { place: Place::Whole, blocks }.text());
    }
    Ok(text)
}

