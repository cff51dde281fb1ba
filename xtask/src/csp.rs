//! Fills in the page's Content-Security-Policy. `index.html` allows its inline scripts by a
//! placeholder; the loader that Trunk writes is known only after the build, so here the hash of
//! each inline script takes the placeholder's place. The styles that the build puts into the page
//! are allowed by their hash as well. Whatever else the policy would block is
//! refused here, where the message says why, and not in the browser, where a part stays blank.

use crate::html::{self, Tag};
use anyhow::{Context, Result, bail, ensure};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::path::Path;

/// What stands in `script-src` of `index.html` for the hashes of the inline scripts.
const PLACEHOLDER: &str = "'sha256-TRUNK_INLINE'";

/// What the hashes of inline styles follow.
const STYLES: &str = "style-src 'self'";

/// Fills in the policy of `index.html` in a folder.
///
/// # Errors
/// When the file can't be read or written, or breaks a rule of [`allow_inline`].
pub fn patch(folder: &Path) -> Result<()> {
    let file = folder.join("index.html");
    let html = std::fs::read_to_string(&file).with_context(|| format!("{} could not be read", file.display()))?;
    let patched =
        allow_inline(&html).with_context(|| format!("the policy of {} can't be completed", file.display()))?;
    std::fs::write(&file, patched).with_context(|| format!("{} could not be written", file.display()))
}

/// Returns the page with the hashes of its inline scripts and styles in its policy.
///
/// # Errors
/// When there is no policy with the placeholder, when it doesn't come first, when there is no
/// inline script, or when the page has styles or handlers in attributes, which no hash allows.
fn allow_inline(html: &str) -> Result<String> {
    let tags = html::tags(html);
    let policy = tags
        .iter()
        .position(is_policy)
        .context("found no <meta http-equiv=\"Content-Security-Policy\">: the page must bring its policy")?;
    ensure!(
        tags[policy].attribute("content").is_some_and(|content| content.contains(PLACEHOLDER)),
        "the policy doesn't hold the placeholder {PLACEHOLDER}: put it into script-src of the \
         source page, or build afresh if this page is completed already"
    );
    for (place, tag) in tags.iter().enumerate() {
        check(tag, place < policy)?;
    }
    let all = |name: &str| -> Vec<_> {
        let own = tags.iter().filter(|tag| tag.name == name && tag.attribute("src").is_none());
        own.map(|tag| hash(tag.text)).collect()
    };
    let (hashes, styles) = (all("script"), all("style"));
    ensure!(
        !hashes.is_empty(),
        "found no inline script, expected Trunk's loader: does the source page hold \
         <link data-trunk rel=\"rust\">?"
    );
    ensure!(
        styles.is_empty() || tags[policy].attribute("content").is_some_and(|content| content.contains(STYLES)),
        "the policy doesn't hold {STYLES}, which the hashes of the styles in the page follow"
    );
    let patched = html.replace(PLACEHOLDER, &hashes.join(" "));
    Ok(styles.iter().rev().fold(patched, |page, own| page.replacen(STYLES, &format!("{STYLES} {own}"), 1)))
}

fn is_policy(tag: &Tag) -> bool {
    tag.name == "meta"
        && tag.attribute("http-equiv").is_some_and(|value| value.eq_ignore_ascii_case("content-security-policy"))
}

/// Refuses what the policy would block, and what it would come too late for.
fn check(tag: &Tag, before_policy: bool) -> Result<()> {
    let name = &tag.name;
    if before_policy && ["script", "style", "link"].contains(&name.as_str()) {
        bail!("found <{name}> before the policy, which governs only what follows: move it after");
    }
    for (attribute, value) in &tag.attributes {
        if attribute == "style" {
            bail!("found <{name} style=\"{value}\">, which the policy blocks: move it to the style sheet");
        }
        if attribute.starts_with("on") {
            bail!("found <{name} {attribute}=...>, which the policy blocks: listen from the code");
        }
    }
    Ok(())
}

/// The source expression that allows exactly this script.
fn hash(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const META: &str =
        r#"<meta http-equiv="Content-Security-Policy" content="script-src 'self' 'sha256-TRUNK_INLINE'">"#;

    #[track_caller]
    fn refused(html: &str, why: &str) {
        let error = allow_inline(html).unwrap_err().to_string();
        assert!(error.contains(why), "{error}");
    }

    #[test]
    fn every_inline_script_is_allowed_by_its_hash() {
        let page = format!("{META}<script>alert('Hello, world.');</script><script src=x></script><script></script>");
        let patched = allow_inline(&page).unwrap();
        // The first is the example of the CSP specification, the second that of no text.
        let expected = "script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=' \
                        'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='\"";
        assert!(patched.contains(expected), "{patched}");
    }

    #[test]
    fn styles_in_the_page_are_allowed_by_their_hash() {
        let meta = META.replace("script-src", "style-src 'self'; script-src");
        let patched = allow_inline(&format!("{meta}<script>1</script><style></style>")).unwrap();
        assert!(
            patched.contains("style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';"),
            "{patched}"
        );
    }

    #[test]
    fn a_page_without_policy_placeholder_or_loader_is_refused() {
        refused("<script>1</script>", "no <meta");
        let other = r#"<meta http-equiv="Content-Security-Policy" content="script-src 'self'">"#;
        refused(&format!("{other}<script>1</script>"), "placeholder");
        refused(&format!("{META}<script src=x></script>"), "Trunk's loader");
    }

    #[test]
    fn what_the_policy_would_block_is_refused() {
        let loader = "<script>1</script>";
        refused(&format!("{META}{loader}<style>p {{}}</style>"), "style-src");
        refused(&format!("{META}{loader}<p style='color: red'>"), "style=");
        refused(&format!("{META}{loader}<p onclick='go()'>"), "onclick");
    }

    #[test]
    fn a_policy_that_comes_late_is_refused() {
        refused(&format!("<link rel=stylesheet>{META}<script>1</script>"), "before the policy");
    }
}
