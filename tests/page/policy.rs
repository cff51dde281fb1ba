//! The page under its Content-Security-Policy.

use serde_json::json;

use crate::browser::{Page, Setup};

/// Notes each breach of the policy.
pub const WATCH: &str = "window.breaches = []; addEventListener('securitypolicyviolation', \
    breach => window.breaches.push(breach.violatedDirective + ' ' + breach.blockedURI));";

/// The words of a directive of the policy that the page came with.
fn directive(page: &Page, name: &str) -> Vec<String> {
    let policy = page.text("document.querySelector('meta[http-equiv=Content-Security-Policy]').content");
    let directives: Vec<Vec<String>> =
        policy.split(';').map(|one| one.split_whitespace().map(str::to_owned).collect()).collect();
    let found = directives.into_iter().find(|words| words.first().is_some_and(|first| first == name));
    found.unwrap_or_else(|| panic!("the policy has no {name}: {policy}")).split_off(1)
}

/// The page as it is served, before any script has run.
fn source(page: &Page) -> String {
    let script = "const done = arguments[0]; fetch(location.pathname).then(page => page.text()).then(done);";
    page.script_with_callback(script, vec![]).as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_policy_allows_nothing_but_what_the_page_brings() {
    let page = Page::open("view=lab");
    assert_eq!(directive(&page, "default-src"), ["'none'"]);
    assert_eq!(directive(&page, "connect-src"), ["'self'"]);
    let styles = directive(&page, "style-src");
    assert_eq!(styles[0], "'self'");
    assert!(styles.len() == 2 && styles[1].starts_with("'sha256-"), "the first view's styles, in the page: {styles:?}");
    assert_eq!(directive(&page, "font-src"), ["'self'"]);
    assert_eq!(directive(&page, "manifest-src"), ["'self'"]);
    // A picture that is saved is drawn from a blob, and an icon may be data.
    assert_eq!(directive(&page, "img-src"), ["'self'", "data:", "blob:"]);
    let scripts = directive(&page, "script-src");
    assert_eq!(scripts[..2], ["'self'", "'wasm-unsafe-eval'"]);
    assert!(scripts[2..].iter().all(|word| word.starts_with("'sha256-")), "{scripts:?}");
    assert!(!source(&page).contains(" style="), "no inline styles by attribute");
}

#[test]
fn the_page_breaks_its_policy_nowhere() {
    let page = Setup::default().running_first(WATCH).open("view=lab");
    for fragment in ["sequence=characters", "sequence=co2", "cell=gru&at=3&equations=backward", "gain=bad"] {
        page.go_to(fragment);
    }
    page.click("#numbers-open");
    assert_eq!(page.value("window.breaches"), json!([]));
}

/// Every place with a figure of its own: the laboratory's pictures, the other views, lessons whose figures differ. With each
/// how many canvases it has at least.
const FIGURES: [(&str, usize); 24] = [
    ("picture=chain", 2),
    ("picture=roads", 3),
    ("picture=spectrum", 2),
    ("picture=saturation", 2),
    ("picture=triangle", 1),
    ("picture=hears", 0),
    ("picture=cures", 2),
    ("picture=ablation", 2),
    ("picture=unit", 3),
    ("picture=why", 0),
    ("picture=edit", 0),
    ("picture=data", 0),
    ("view=train&task=adding&t_knob=20", 9),
    ("view=train&task=co2", 9),
    ("view=train&task=characters", 6),
    ("view=train&task=frames", 9),
    ("view=results", 0),
    ("view=compare", 5),
    ("view=choose", 0),
    ("view=reference", 0),
    ("lesson=lstm.3", 0),
    ("lesson=training.1", 3),
    ("lesson=words.3", 4),
    ("lesson=series.4", 4),
];

#[test]
fn no_chart_breaks_the_policy() {
    let page = Setup::default().running_first(WATCH).open("view=lab");
    for (fragment, least) in FIGURES {
        page.go_to(fragment);
        let many = format!(
            "[...document.querySelectorAll('.figure canvas')].filter(canvas => canvas.checkVisibility()).length >= {least}"
        );
        page.wait_until(&format!("the figures of #{fragment}"), &many);
        page.settle();
        // Their tables, and their marks as they stand on paper.
        page.script("document.querySelectorAll('.figure details').forEach(table => { table.open = true; })", vec![]);
        page.script("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))", vec![]);
        assert_eq!(page.value("window.breaches"), json!([]), "#{fragment}");
    }
}

#[test]
fn a_script_that_is_slipped_in_does_not_run() {
    let page = Setup::default().tolerating("Content Security Policy").open("view=lab");
    let slip_in = "const script = document.createElement('script'); script.textContent = 'window.slipped = 1;'; \
        document.body.append(script); \
        const image = document.createElement('img'); image.setAttribute('onerror', 'window.slipped = 2;'); \
        image.src = 'data:image/png,none'; document.body.append(image);";
    page.script(slip_in, vec![]);
    page.settle();
    assert!(!page.holds("window.slipped"));
}

#[test]
fn nothing_can_be_asked_of_another_server() {
    let page = Setup::default().tolerating("Content Security Policy").tolerating("Fetch API").open("view=lab");
    let ask =
        "const done = arguments[0]; fetch('http://127.0.0.1:9/').then(() => done('asked'), () => done('refused'));";
    assert_eq!(page.script_with_callback(ask, vec![]), json!("refused"));
}
