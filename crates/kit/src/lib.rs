//! The page's controls, one of each kind. A component knows nothing of networks: its texts and its values come from whoever
//! uses it. Their look is in `static/kit.css` and `static/kit_later.css`, on the tokens of `static/tokens.css`.
//!
//! All of them work by mouse, touch, keyboard and screen reader. What a component says by colour it says by a shape or a word,
//! too. The program `gallery` shows each in every state.

pub mod placing;
pub mod range;
pub mod roving;

#[cfg(target_arch = "wasm32")]
mod components;
#[cfg(target_arch = "wasm32")]
pub use components::*;
