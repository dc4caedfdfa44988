//! The text of a tutorial: what comes before the first heading, then a step for each heading of the second level.

use std::ops::Range;

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its heading.
    pub title: String,
    /// What it says, in Markdown.
    pub text: String,
}

/// A text, parted into its steps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lesson {
    /// What comes before the first step, in Markdown; may be empty.
    pub intro: String,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// Parts a text into its steps. A heading inside a block of code is none.
pub fn lesson(body: &str) -> Lesson {
    let mut lesson = Lesson::default();
    let mut fence: Option<&str> = None;
    for line in body.lines() {
        let start = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| start.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        if fence.is_none()
            && let Some(title) = line.strip_prefix("## ")
        {
            let title = title.trim().trim_end_matches('#').trim_end().to_owned();
            lesson.steps.push(Step { title, text: String::new() });
            continue;
        }
        let text = lesson.steps.last_mut().map_or(&mut lesson.intro, |step| &mut step.text);
        text.push_str(line);
        text.push('\n');
    }
    lesson.intro = lesson.intro.trim().to_owned();
    for step in &mut lesson.steps {
        step.text = step.text.trim().to_owned();
    }
    lesson
}

/// Where a text names a picture that comes with it: by its file name alone, without a folder.
pub fn pictures(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(image) = text[from..].find("![").map(|at| from + at) {
        from = image + 2;
        let Some(open) = text[from..].find("](").map(|at| from + at + 2) else { break };
        let Some(close) = text[open..].find(')').map(|at| open + at) else { break };
        let name = &text[open..close];
        let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        // Words between the two would be those of another link.
        if !text[from..open - 2].contains(['[', '\n']) && !name.is_empty() && name.chars().all(bare) {
            found.push(open..close);
            from = close;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_heading_of_the_second_level_is_a_step() {
        let body = "Avant.\n\n## Un\n\nDu texte.\n\n### Plus bas\n\n```\n## pas une étape\n```\n\n## Deux ##\n\nFin.\n";
        let lesson = lesson(body);
        assert_eq!(lesson.intro, "Avant.");
        let titles: Vec<&str> = lesson.steps.iter().map(|step| step.title.as_str()).collect();
        assert_eq!(titles, ["Un", "Deux"]);
        assert!(lesson.steps[0].text.contains("## pas une étape"));
        assert_eq!(super::lesson("Rien.").steps.len(), 0);
    }

    #[test]
    fn only_a_bare_name_is_a_picture_that_comes_with_the_text() {
        let text = "![Le titre](titre.png) et ![x](/documents/3/image) [un](lien.png) ![y](https://a.fr/b.png) ![](b.png)";
        let names: Vec<&str> = pictures(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(names, ["titre.png", "b.png"]);
    }
}
