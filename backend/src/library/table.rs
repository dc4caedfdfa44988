//! A table written as text: its cells, whatever sign parts them.

/// The first rows of a table in text; the sign between the cells is the one its first line holds most.
pub fn csv_rows(text: &str, rows: usize, columns: usize) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let sign = [';', ',', '\t'].into_iter().max_by_key(|sign| (first.matches(*sign).count(), *sign == ';'));
    let sign = sign.unwrap_or(';');
    let mut table = Vec::new();
    let mut row: Vec<String> = Vec::new();
    let mut cell = String::new();
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            sep if sep == sign && !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                table.push(std::mem::take(&mut row));
                if table.len() == rows {
                    break;
                }
            }
            other => cell.push(other),
        }
    }
    if table.len() < rows && !(row.is_empty() && cell.is_empty()) {
        row.push(cell);
        table.push(row);
    }
    table.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    for row in &mut table {
        row.truncate(columns);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_read_whatever_parts_them() {
        let french = "\u{feff}Commune;Trajets\r\nValcendre;\"12;5\"\r\n;\r\n\"Pont \"\"neuf\"\"\";3";
        let rows = csv_rows(french, 10, 10);
        assert_eq!(rows, [vec!["Commune", "Trajets"], vec!["Valcendre", "12;5"], vec!["Pont \"neuf\"", "3"]]);
        assert_eq!(csv_rows("a,b\n1,2\n3,4\n", 2, 1), [vec!["a"], vec!["1"]]);
        assert!(csv_rows("", 10, 10).is_empty());
    }
}
