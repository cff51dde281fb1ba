//! A language that nobody speaks: English with accents, and a third longer, as German often is. What is cut or lies over another in it
//! has no room for a translation.

/// Between parts, between texts, and around choices, as the page's texts are fetched.
const PART: char = '\u{1e}';
const TEXT: char = '\u{1f}';
const CASE: [char; 2] = ['\u{1}', '\u{2}'];
const IS: char = '\u{3}';

const LETTERS: [(char, char); 12] = [
    ('a', 'å'),
    ('e', 'é'),
    ('i', 'î'),
    ('o', 'ö'),
    ('u', 'û'),
    ('c', 'ç'),
    ('n', 'ñ'),
    ('s', 'š'),
    ('A', 'Å'),
    ('E', 'É'),
    ('O', 'Ö'),
    ('S', 'Š'),
];

/// A text in it; what is put in, formulas and code stay.
fn said(text: &str) -> String {
    let (mut said, mut more) = (String::new(), 0);
    let (mut in_braces, mut in_key, mut in_formula) = (false, false, false);
    for letter in text.chars() {
        match letter {
            '{' => in_braces = true,
            '}' => in_braces = false,
            '$' | '`' => in_formula = !in_formula,
            IS => in_key = false,
            _ if CASE.contains(&letter) => in_key = true,
            _ => {}
        }
        let stays = in_braces || in_key || in_formula;
        let own = LETTERS.iter().find(|pair| pair.0 == letter).filter(|_| !stays);
        said.push(own.map_or(letter, |pair| pair.1));
        more += usize::from(letter.is_ascii_lowercase() && !stays);
        // Every third letter again, so that words grow and not only sentences.
        if more == 3 {
            said.extend(own.map(|pair| pair.1).or(Some(letter)));
            more = 0;
        }
    }
    said
}

/// A file of texts in it.
pub fn pseudo(file: &str) -> String {
    let part = |part: &str| {
        let (name, texts) = part.split_once(TEXT)?;
        let texts: Vec<String> = texts.split(TEXT).map(said).collect();
        Some(format!("{name}{TEXT}{}{PART}", texts.join(&TEXT.to_string())))
    };
    file.split(PART).filter_map(part).collect()
}
