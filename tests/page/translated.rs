//! Under a browser's translator, which puts elements of its own in the place of every text.

use fantoccini::key::Key;

use crate::browser::Page;

/// Does what Google Translate does, now and with every text that comes: a text node makes way for two elements around another
/// one. (The words stay as they are, so that they can be compared.)
const TRANSLATE: &str = "
    const wrap = (text) => {
        if (!text.data.trim() || text.parentElement.closest('font, style, script, textarea')) return;
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.append(document.createTextNode(text.data));
        outer.append(inner);
        text.replaceWith(outer);
    };
    const translate = (root) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), texts = [];
        while (walker.nextNode()) texts.push(walker.currentNode);
        texts.forEach(wrap);
    };
    translate(document.body);
    const watch = new MutationObserver(() => { watch.disconnect(); translate(document.body); watch.observe(document.body, all); });
    const all = { childList: true, characterData: true, subtree: true };
    watch.observe(document.body, all);";

/// What stands on the page, place by place; rows that wait for another pass are hidden. Why nothing can be undone is left out: a
/// page that has been opened anew has no past.
const TEXTS: &str = "['header', '.controls', '.tokens', '.lane .who', '.reach .who', '.stage > .how', '.inspector, #laboratory', \
    '.transport', '#train', '#training', '#reference', '#lesson'] \
    .flatMap(css => [...document.querySelectorAll(css)]).filter(part => part.checkVisibility()).map(part => part.cloneNode(true)) \
    .map(part => { part.querySelectorAll('[hidden], .history .kit-bubble').forEach(hidden => hidden.remove()); return part.textContent; })";

/// Opens a page under a translator, does something, and holds what it says then to the same page without a translator.
fn assert_texts_follow(from: &str, act: impl Fn(&Page)) {
    let texts = |page: &Page| serde_json::from_value::<Vec<String>>(page.value(TEXTS)).unwrap();
    // A picture is finished when it has been quiet for a moment.
    let settled = |page: &Page| {
        let twice = std::iter::repeat_with(|| {
            let now = texts(page);
            page.frames(10);
            (texts(page) == now).then_some(now)
        });
        twice.flatten().next().unwrap()
    };
    let page = Page::open(from);
    let complete = |page: &Page| {
        page.wait_until("the worker has drawn", "document.querySelector('#pictures input')");
        page.wait_until(
            "and all of the picture",
            "!location.hash.includes('picture=') || document.querySelector('#laboratory :is(details table, .picture details)')",
        );
    };
    complete(&page);
    let before = settled(&page);
    page.script(TRANSLATE, vec![]);
    assert!(page.holds("document.querySelectorAll('font').length > 50"));
    assert_eq!(texts(&page), before, "the words stay as they are");
    act(&page);
    let plain = Page::open(&page.fragment());
    complete(&plain);
    for (place, expected) in settled(&plain).into_iter().enumerate() {
        let expected = serde_json::to_string(&expected).unwrap();
        page.wait_until(&format!("it says {expected}"), &format!("{TEXTS}[{place}] === {expected}"));
    }
    assert_ne!(texts(&page), before);
}

#[test]
fn texts_follow_the_playhead() {
    assert_texts_follow("view=lab", |page| {
        page.press_times(4, Key::Left);
        page.press('b');
    });
}

#[test]
fn texts_follow_a_drag() {
    assert_texts_follow("cell=rnn", |page| page.drag("bias", &[2.0, 3.0]));
}

#[test]
fn texts_follow_another_sequence() {
    assert_texts_follow("view=lab", |page| page.choose_sequence("impulse"));
}

#[test]
fn a_picture_of_the_worker_follows() {
    assert_texts_follow("picture=chain", |page| page.drag("gain", &[1.5]));
    assert_texts_follow("picture=saturation", |page| page.drag("bias", &[2.0, 3.0]));
}
