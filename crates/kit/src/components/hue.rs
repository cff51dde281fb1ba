//! Colours that mean something to whoever uses a component.

/// A colour of `static/tokens.css`, by its name, such as `--signed-0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hue(pub &'static str);

impl Hue {
    /// As a value in a style.
    #[must_use]
    pub fn value(self) -> String {
        format!("var({})", self.0)
    }
}
