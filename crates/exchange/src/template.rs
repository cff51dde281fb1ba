//! Texts with places to be filled in, `__SUCH__`, and lists as programs have them.

/// What encloses the name of a place.
const MARK: &str = "__";
/// The most columns of a line that a list is broken to.
const COLUMNS: usize = 100;

/// The text of a template. What is filled in is not looked through for more places: a person's words may look like one.
pub fn filled(template: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once(MARK) {
        text.push_str(before);
        let value = after.split_once(MARK).and_then(|(name, after)| {
            values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, after))
        });
        match value {
            Some((value, after)) => {
                text.push_str(value);
                rest = after;
            }
            None => {
                text.push_str(MARK);
                rest = after;
            }
        }
    }
    text + rest
}

/// Items with commas between, on lines of their own where one would be too long.
pub fn list(items: &[String]) -> String {
    let one = items.join(", ");
    if one.chars().count() <= COLUMNS {
        return one;
    }
    let mut lines = String::from("\n");
    let mut line = String::new();
    for item in items {
        if line.chars().count() + item.chars().count() > COLUMNS {
            lines += &format!("   {line}\n");
            line.clear();
        }
        line += &format!(" {item},");
    }
    lines + &format!("   {line}\n")
}
