//! Figures are taken along: as lines, as pixels, as tables.

use crate::browser::{Page, Setup};

/// Opens the numbers of the picture, and waits for what takes it along.
fn open(fragment: &str) -> Page {
    let page = Setup::default().keeping_files().open(fragment);
    page.wait_until("the figure stands", "document.querySelector('.picture .figure details')");
    page.settle();
    page.script("document.querySelector('.picture .figure details').open = true", vec![]);
    page.wait_until("it can be taken along", "document.querySelector('.picture .figure .take')");
    page
}

/// Presses a button of it, and waits for the file.
fn take(page: &Page, label: &str) {
    page.have_made(
        label,
        "[...document.querySelectorAll('.picture .figure .take button')].find(own => own.textContent.includes(arguments[0])).click()",
    );
}

#[test]
fn a_chart_is_taken_along_as_it_stands() {
    let page = open("view=lab&picture=after");
    let headline = page.text("document.querySelector('.picture .figure figcaption').textContent");
    // Lines: a document that says what it shows, with the words and the lines of the chart.
    take(&page, "SVG");
    let svg = page.made("file => file.text()");
    let svg = svg.as_str().unwrap();
    assert!(svg.contains(&format!("<title>{headline}</title>")), "{headline}: {:.400}", svg);
    for word in ["minLSTM", "excellent", "100\u{202f}%", "picture=after"] {
        assert!(svg.contains(word), "{word}");
    }
    let marks = "async file => { const own = new DOMParser().parseFromString(await file.text(), 'image/svg+xml'); \
        return ['parsererror', 'polyline', 'text', 'script'].map(name => own.getElementsByTagName(name).length); }";
    let counts: Vec<usize> = serde_json::from_value(page.made(marks)).unwrap();
    assert!(counts[0] == 0 && counts[1] > 6 && counts[2] > 20 && counts[3] == 0, "{counts:?}");
    // Pixels: as many as were chosen for each CSS pixel, and the same as on the page's own canvas.
    page.script(
        "const size = document.querySelector('.picture .figure .take select'); size.value = '0'; \
         size.dispatchEvent(new Event('change', { bubbles: true }))",
        vec![],
    );
    take(&page, "PNG");
    let alike = "async file => { \
        const picture = await createImageBitmap(file), own = document.querySelector('.picture .figure canvas'); \
        const all = document.createElement('canvas'); all.width = picture.width; all.height = picture.height; \
        const context = all.getContext('2d'); context.drawImage(picture, 0, 0); \
        const { width, height } = own, right = own.getContext('2d').getImageData(0, 0, width, height).data; \
        const paper = [...context.getImageData(1, 1, 1, 1).data]; \
        let best = 1; \
        for (let top = 20; top + height <= picture.height; top++) { \
            const found = context.getImageData(20, top, width, height).data; let differ = 0; \
            for (let n = 0; n < found.length; n += 4) { \
                const alpha = right[n + 3] / 255; \
                const far = [0, 1, 2].map(k => Math.abs(found[n + k] - (right[n + k] * alpha + paper[k] * (1 - alpha)))); \
                if (Math.max(...far) > 24) differ++; \
            } \
            best = Math.min(best, differ / (width * height)); \
        } \
        return { best, wide: picture.width - width, high: picture.height - height }; }";
    let found = page.made(alike);
    // Letters may stand a fraction of a pixel elsewhere; a line that is missing is more.
    assert!(found["best"].as_f64().unwrap() < 0.03, "{found}");
    assert!(found["wide"] == 40 && found["high"].as_f64().unwrap() > 60.0, "{found}");
    // Numbers: those of the table.
    take(&page, "CSV");
    let csv = page.made("file => file.text()");
    let csv = csv.as_str().unwrap();
    assert!(csv.starts_with(&format!("# {headline}\nstep,")), "{csv:.200}");
    let rows: Vec<&str> = csv.lines().skip(2).collect();
    assert_eq!(rows.len(), 13);
    let numbers: Vec<f64> = rows[1].rsplit(',').take(6).map(|own| own.parse().unwrap()).collect();
    assert!(numbers.iter().all(|own| (0.0..=100.0).contains(own)), "{numbers:?}");
    assert!(page.text("document.querySelector('.picture .take [role=status]').textContent").contains(".csv"));
}

#[test]
fn a_map_has_its_colours_in_either_theme_and_a_table_alone_is_a_table() {
    let page = open("view=lab&picture=saturation");
    let corner = "async file => { const picture = await createImageBitmap(file), all = document.createElement('canvas'); \
        all.width = picture.width; all.height = picture.height; const context = all.getContext('2d'); \
        context.drawImage(picture, 0, 0); return context.getImageData(2, 2, 1, 1).data[0]; }";
    take(&page, "PNG");
    assert!(page.made(corner).as_f64().unwrap() > 200.0, "light paper");
    page.script("document.querySelectorAll('.picture .figure .take input[type=radio]')[1].click()", vec![]);
    take(&page, "PNG");
    assert!(page.made(corner).as_f64().unwrap() < 60.0, "dark paper");
    // What has no picture of its own.
    page.script("[...document.querySelectorAll('.picture details')].at(-1).open = true", vec![]);
    page.wait_until("it is there", "[...document.querySelectorAll('.picture details')].at(-1).querySelector('.take')");
    let buttons = "[...document.querySelectorAll('.picture details')].at(-1).querySelectorAll('.take button').length";
    assert_eq!(page.number(buttons) as usize, 1);
}

#[test]
fn where_no_file_can_be_made_that_is_said() {
    let page = open("view=lab&picture=chain");
    page.script("URL.createObjectURL = () => { throw new Error('refused'); }", vec![]);
    page.script("[...document.querySelectorAll('.picture .figure .take button')].at(-1).click()", vec![]);
    let said = "document.querySelector('.picture .take [role=status]').textContent";
    page.wait_until("it is said", &format!("{said}.includes('made no file')"));
}

#[test]
fn words_that_are_coloured_are_a_picture_with_the_colours_of_the_page() {
    let page = Setup::default().keeping_files().open("view=lab&picture=hears");
    page.wait_until("the picture stands", "document.querySelector('.picture .heard')");
    page.settle();
    page.script("document.querySelector('.picture details').open = true", vec![]);
    page.wait_until("it is there", "document.querySelector('.picture .take button')");
    page.have_made("the picture", "document.querySelector('.picture .take button').click()");
    let text = page.made("file => file.text()");
    let text = text.as_str().unwrap();
    let fills: Vec<&str> =
        text.split("<rect").skip(2).filter_map(|own| own.split_once("fill=\"")?.1.split('"').next()).collect();
    let tokens: Vec<[String; 2]> = serde_json::from_value(page.value(
        "[...document.querySelectorAll('.heard')].flatMap(row => [...row.querySelectorAll('button')].map(own => \
            [row.dataset.cell, own.className.match(/s\\d+/)?.[0] ?? 'none']))",
    ))
    .unwrap();
    let colored: Vec<_> = tokens.iter().filter(|own| own[1] != "none").collect();
    assert_eq!(colored.len(), fills.len(), "{tokens:?} {text:.2000}");
    for (a, fill) in colored.iter().zip(&fills) {
        for (b, other) in colored.iter().zip(&fills) {
            // One strength of one cell has one colour, and another strength another.
            assert_eq!(a == b, fill == other, "{a:?} {fill}, {b:?} {other}");
        }
    }
}
