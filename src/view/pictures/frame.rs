//! What stands around a picture: its name in the list, its title, and how it is read.

use leptos::prelude::*;

use measure::Picture;
use words::laboratory::words;

use crate::view::rich::rich;

/// The words of a picture's frame.
pub struct About {
    /// In the list.
    pub name: &'static str,
    /// Above the picture.
    pub title: &'static str,
    /// How it is read.
    pub how: &'static str,
}

/// The frame of a picture.
#[must_use]
pub fn about(picture: Picture) -> About {
    let words = words();
    let (name, title, how) = match picture {
        Picture::Chain => (words.chain, words.chain_title, words.chain_how),
        Picture::Roads => (words.roads, words.roads_title, words.roads_how),
        Picture::Spectrum => (words.spectrum, words.spectrum_title, words.spectrum_how),
        Picture::Saturation => (words.saturation, words.saturation_title, words.saturation_how),
        Picture::Triangle => (words.triangle, words.triangle_title, words.triangle_how),
        Picture::Hears => (words.hears, words.hears_title, words.hears_how),
        Picture::Cures => (words.cures, words.cures_title, words.cures_how),
        Picture::Ablation => (words.ablation, words.ablation_title, words.ablation_how),
        Picture::Unit => (words.unit, words.unit_title, words.unit_how),
        Picture::Why => (words.why, words.why_title, words.why_how),
        Picture::Edit => (words.edit, words.edit_title, words.edit_how),
        Picture::Data => (words.data, words.data_title, words.data_how),
        Picture::Brackets => (words.brackets, words.brackets_title, words.brackets_how),
        Picture::Gates => (words.gates, words.gates_title, words.gates_how),
        Picture::Fork => (words.fork, words.fork_title, words.fork_how),
        Picture::Halflives => (words.halflives, words.halflives_title, words.halflives_how),
        Picture::Kept => (words.kept, words.kept_title, words.kept_how),
        Picture::Draws => (words.draws, words.draws_title, words.draws_how),
        Picture::Space => (words.space, words.space_title, words.space_how),
        Picture::After => (words.after, words.after_title, words.after_how),
    };
    About { name, title, how }
}

/// A picture below its title and how it is read.
#[component]
pub fn Frame(
    /// The picture.
    picture: Picture,
    /// What is drawn.
    children: Children,
) -> impl IntoView {
    let About { title, how, .. } = about(picture);
    view! {
        <article class="picture" data-picture=picture.key()>
            <h3>{title}</h3>
            <p class="read">{rich(how)}</p>
            {children()}
        </article>
    }
}
