//! Edit: any weight, bias or input of the step and unit in focus, put in by hand; everything follows.

use engine::trace::Quantity;
use measure::Scene;
use measure::edit::Edit;
use model::keys::{Key, thousands};
use model::lab;
use words::fill;
use words::format;

use crate::html::{button, cells, escape, table};
use words::laboratory::words;

/// The picture's parts.
pub const PARTS: [&str; 4] = ["edit-cells", "edit-gates", "edit-fields", "edit-table"];

/// The number that was put in, or what was found in its place.
fn number(written: &str) -> Result<f64, String> {
    let told = || fill(words().edit_bad, &[("found", &escape(written))]);
    lab::number(written).ok_or_else(|| thousands(written).map_or_else(told, |told| escape(&told)))
}

/// A field for one number.
fn field(scene: &Scene, place: &str, label: &str, present: f64) -> String {
    let edits = scene.state.settings.edits().find(|(other, _)| *other == place);
    let written = edits.map_or_else(|| format::number(present), |(_, written)| escape(written));
    let bad = edits.and_then(|(_, written)| number(written).err());
    let others = scene.state.settings.edits().filter(|(other, _)| *other != place);
    let before: String = others.map(|(place, written)| escape(&format!("{place}={written};"))).collect();
    let class = if edits.is_some() { "number-field edited" } else { "number-field" };
    // Far enough to either side, and the same while it is dragged.
    let reach = (present.abs() * 2.0).log2().ceil().exp2().max(2.0);
    let key = format!("data-key=\"edits\" data-prefix=\"{before}{place}=\"");
    format!(
        "<label class=\"{class}\"><span>{label}</span><input type=\"text\" inputmode=\"decimal\" {key} data-place=\"{place}\" \
         value=\"{written}\" title=\"{}\" aria-invalid=\"{}\"><small class=\"message\" role=\"status\">{}</small>\
         <input type=\"range\" {key} min=\"{}\" max=\"{reach}\" step=\"{}\" value=\"{present}\" aria-label=\"{}\"></label>",
        format::exact(present),
        bad.is_some(),
        bad.unwrap_or_default(),
        -reach,
        reach / 200.0,
        words().edit_drag,
    )
}

/// One line of fields.
fn line(name: &str, fields: &str) -> String {
    format!("<p class=\"read\">{name}</p><div class=\"numbers\">{fields}</div>")
}

/// The choice of cell and gate, the row of weights of the unit in focus, its biases, and the input.
pub fn draw(scene: &Scene, edit: &Edit) -> Vec<String> {
    let words = words();
    let focus = scene.state.focus;
    let cell = focus.cell;
    let Edit { block, row, .. } = edit;
    let blocks = cell.blocks();
    let gates: String = blocks.iter().map(|b| button(Key::Tensor, b.key(), gate_name(*b), b == block)).collect();
    let gates = format!("<div class=\"choices\">{gates}</div>");
    let key = cell.key();
    let sub = |letter: &str, place: usize| format!("{letter}<sub>{}</sub>", place + 1);
    let fields = |numbers: &[f64], letter: &str, place: &dyn Fn(usize) -> String| -> String {
        let numbers = numbers.iter().enumerate();
        numbers.map(|(j, number)| field(scene, &place(j), &sub(letter, j), *number)).collect()
    };
    let inputs = fields(&edit.x, "x", &|i| format!("x.{}.{i}", focus.step));
    let from_x = fields(&edit.weight_ih, "x", &|j| format!("{key}.weight_ih.{row}.{j}"));
    let from_h = fields(&edit.weight_hh, "h", &|j| format!("{key}.weight_hh.{row}.{j}"));
    let biases = field(scene, &format!("{key}.bias_ih.{row}.0"), "b<sub>ih</sub>", edit.bias_ih)
        + &field(scene, &format!("{key}.bias_hh.{row}.0"), "b<sub>hh</sub>", edit.bias_hh);
    let any = scene.state.settings.edits().next().is_some();
    let reset = if !any {
        String::new()
    } else {
        let told = fill(words.edit_count, &[("n", &edit.used.to_string())]);
        format!(
            "<p class=\"read\">{told}</p><div class=\"choices\">{}</div>",
            button(Key::Edits, "", words.edit_reset, false)
        )
    };
    let unit = (focus.unit + 1).to_string();
    let step = (focus.step + 1).to_string();
    let row_name = |text: &str| fill(text, &[("unit", &unit), ("step", &step), ("gate", gate_name(*block))]);
    let head = [words.edit_place, words.edit_number].map(str::to_owned);
    let rows = scene.state.settings.edits().map(|(place, written)| vec![escape(place), escape(written)]);
    vec![
        cells(cell),
        gates,
        reset
            + &line(&row_name(words.edit_input), &inputs)
            + &line(&row_name(words.edit_bias), &biases)
            + &line(&row_name(words.edit_from_x), &from_x)
            + &line(&row_name(words.edit_from_h), &from_h),
        table(&head, rows),
    ]
}

/// What the rows of a block make.
fn gate_name(block: Quantity) -> &'static str {
    match block {
        Quantity::InputPre => Quantity::Input.name(),
        Quantity::ForgetPre => Quantity::Forget.name(),
        Quantity::CandidatePre => Quantity::Candidate.name(),
        Quantity::OutputPre => Quantity::Output.name(),
        Quantity::ResetPre => Quantity::Reset.name(),
        Quantity::UpdatePre => Quantity::Update.name(),
        Quantity::NewPre => Quantity::New.name(),
        _ => Quantity::Hidden.name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::trace::CellKind;
    use model::keys::Key;
    use model::lab::Run;
    use model::sequence::Library;
    use model::settings::Settings;

    fn edited(edits: &[(&str, &str)]) -> (Settings, Run) {
        let mut settings = Settings::default();
        let all: Vec<String> = edits.iter().map(|(place, value)| format!("{place}={value}")).collect();
        settings.choose(Key::Edits, &all.join(";"));
        let run = Run::new(&settings, &settings.sequence(Library::shipped()));
        (settings, run)
    }

    #[test]
    fn what_is_put_in_is_used_and_taken_out_again_leaves_no_trace() {
        let (plain, start) = edited(&[]);
        let (mut settings, run) = edited(&[("lstm.weight_hh.13.4", "0.25"), ("gru.bias_ih.0.0", "−2"), ("x.3.1", "7")]);
        assert_eq!(run.lane(CellKind::Lstm).trace.top().parameters.weight_hh[(13, 4)], 0.25);
        assert_eq!(run.lane(CellKind::Gru).trace.top().parameters.bias_ih[0], -2.0);
        for cell in CellKind::ALL {
            assert_eq!(run.lane(cell).trace.top().value(Quantity::X, 3)[1], 7.0);
        }
        assert!(settings.needs_worker(Library::shipped()));
        settings.choose(Key::Edits, "lstm.weight_hh.13.4=;x.3.1=");
        assert_eq!(Run::new(&settings, &settings.sequence(Library::shipped())), start);
        settings.choose(Key::Edits, "");
        assert_eq!(settings, plain);
    }

    #[test]
    fn what_is_no_number_or_lies_beyond_changes_nothing() {
        let (_, start) = edited(&[]);
        let bad = [
            ("lstm.weight_hh.13.4", "NaN"),
            ("lstm.weight_hh.13.5", "inf"),
            ("lstm.weight_hh.13.6", "1e300"),
            ("lstm.weight_hh.13.7", "abc"),
            ("lstm.weight_hh.999.0", "1"),
            ("lstm.bias_ih.0.1", "1"),
            ("lstm.nothing.0.0", "1"),
            ("x.99.0", "1"),
            ("x", "1"),
            ("", "1"),
        ];
        assert_eq!(edited(&bad).1, start);
        assert!(number("NaN").unwrap_err().contains("NaN") && number("<b>").unwrap_err().contains("&lt;b&gt;"));
    }
}
