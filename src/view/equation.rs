//! An equation as MathML: once with its symbols, once with its numbers plugged in. All text comes
//! from our own tables and from numbers; nothing that a person typed goes in.

use std::fmt::Write;

use engine::trace::{CellKind, Equation, Expr, Operand, Product, Quantity, Spot, Trace};
use words::format;

/// One equation, ready to be shown.
#[derive(PartialEq)]
pub struct Written {
    /// Symbols: one `<math>` for each term of a sum, so that a long sum can break between them.
    pub symbols: String,
    /// Numbers, in the same way.
    pub numbers: String,
    /// The left-hand side.
    pub result: Operand,
    /// Its number, as recorded.
    pub number: f64,
}

/// Writes one equation for one unit at one step.
#[must_use]
pub fn write(equation: &Equation, trace: &Trace, spot: Spot) -> Written {
    let mut left = String::new();
    operand_symbol(&mut left, equation.result);
    // The input has numbers of its own: which of them this is.
    let inputs = trace.top().parameters.input();
    if equation.result.quantity == Quantity::X && inputs > 1 {
        let place = format!("<mrow><mi>t</mi><mo>,</mo><mn>{}</mn></mrow>", spot.unit.min(inputs - 1) + 1);
        left = left.replace("<mi>t</mi>", &place);
    }
    let terms: &[Expr] = match &equation.expr {
        Expr::Sum(terms) => terms,
        other => std::slice::from_ref(other),
    };
    // tanh(c_t) is its own right-hand side.
    let own = equation.result.quantity == Quantity::CellTanh && !equation.result.gradient;
    let mut symbols = if own { maths(&left) } else { String::new() };
    let mut numbers = String::new();
    for (place, term) in terms.iter().enumerate() {
        let sign = if place == 0 { "<mo>=</mo>" } else { "<mo form=\"infix\">+</mo>" };
        let mut written = if place == 0 { left.clone() + sign } else { sign.to_owned() };
        symbol(&mut written, term, false);
        if !own {
            symbols.push_str(&maths(&written));
        }
        let mut written = sign.to_owned();
        number(&mut written, term, trace, spot, place > 0);
        numbers.push_str(&maths(&written));
    }
    Written { symbols, numbers, result: equation.result, number: equation.result.number(trace, spot) }
}

fn maths(inside: &str) -> String {
    format!("<math><mrow>{inside}</mrow></math>")
}

/// The key by which the page finds an equation: `forget`, or `d_forget` for its gradient.
#[must_use]
pub fn key(operand: Operand) -> String {
    format!("{}{}", if operand.gradient { "d_" } else { "" }, operand.quantity.key())
}

/// An operand as it stands in `data-operand`: key, then the shift.
fn data(operand: Operand) -> String {
    format!("{} {}", key(operand), operand.shift)
}

/// The operand that a `data-operand` names, for a cell.
#[must_use]
pub fn parse_data(cell: CellKind, text: &str) -> Option<Operand> {
    let (name, shift) = text.split_once(' ')?;
    let (gradient, name) = name.strip_prefix("d_").map_or((false, name), |name| (true, name));
    let all = cell.quantities().iter().copied().chain([Quantity::X]);
    let quantity = all.into_iter().find(|q| q.key() == name)?;
    Some(Operand { quantity, gradient, shift: shift.parse().ok()? })
}

/// x_t, h_{t−1}, tanh c_t and the like.
fn value_symbol(out: &mut String, quantity: Quantity, shift: isize) {
    let time = match shift {
        -1 => "<mrow><mi>t</mi><mo>−</mo><mn>1</mn></mrow>",
        1 => "<mrow><mi>t</mi><mo>+</mo><mn>1</mn></mrow>",
        _ => "<mi>t</mi>",
    };
    // Writing to a String cannot fail.
    let _ = match quantity {
        Quantity::CellTanh => write!(out, "<mi class=\"f\">tanh</mi><mo>(</mo><msub><mi>c</mi>{time}</msub><mo>)</mo>"),
        _ => match quantity.symbol() {
            (letter, "") => write!(out, "<msub><mi>{letter}</mi>{time}</msub>"),
            (letter, gate) => write!(out, "<msubsup><mi>{letter}</mi>{time}<mi>{gate}</mi></msubsup>"),
        },
    };
}

fn operand_symbol(out: &mut String, operand: Operand) {
    let _ = write!(out, "<mrow data-operand=\"{}\">", data(operand));
    if operand.gradient {
        out.push_str("<mfrac><mrow><mi>∂</mi><mi>L</mi></mrow><mrow><mi>∂</mi>");
        value_symbol(out, operand.quantity, operand.shift);
        out.push_str("</mrow></mfrac>");
    } else {
        value_symbol(out, operand.quantity, operand.shift);
    }
    out.push_str("</mrow>");
}

/// The index of a weight block in PyTorch's notation: W_if, W_hn; W_ih and W_hh for the RNN.
fn block_letter(block: Quantity) -> &'static str {
    match block.symbol().1 {
        "" => "h",
        letter => letter,
    }
}

fn symbol(out: &mut String, expr: &Expr, grouped: bool) {
    match expr {
        Expr::Value(operand) => operand_symbol(out, *operand),
        Expr::Square(operand) => {
            out.push_str("<msup>");
            operand_symbol(out, *operand);
            out.push_str("<mn>2</mn></msup>");
        }
        Expr::Affine(product) => affine_symbol(out, *product),
        Expr::Transposed(product) => {
            let _ = write!(
                out,
                "<msubsup><mi>W</mi><mrow><mi>{}</mi><mi>{}</mi></mrow><mo>⊤</mo></msubsup>",
                side(product.recurrent),
                block_letter(product.block)
            );
            operand_symbol(out, product.operand);
        }
        Expr::FromLoss => out.push_str(
            "<mi>v</mi><mfrac><mrow><mi>∂</mi><mi>L</mi></mrow><mrow><mi>∂</mi><msub><mi>y</mi><mi>t</mi></msub></mrow></mfrac>",
        ),
        Expr::Sum(terms) => {
            open(out, grouped);
            for (place, term) in terms.iter().enumerate() {
                if place > 0 {
                    out.push_str("<mo>+</mo>");
                }
                symbol(out, term, false);
            }
            close(out, grouped);
        }
        Expr::Times(factors) => {
            for (place, factor) in factors.iter().enumerate() {
                if place > 0 {
                    out.push_str("<mo>⋅</mo>");
                }
                symbol(out, factor, true);
            }
        }
        Expr::Minus(a, b) => {
            open(out, grouped);
            symbol(out, a, false);
            out.push_str("<mo>−</mo>");
            symbol(out, b, true);
            close(out, grouped);
        }
        Expr::OneMinus(a) => {
            out.push_str("<mrow><mo>(</mo><mn>1</mn><mo>−</mo>");
            symbol(out, a, true);
            out.push_str("<mo>)</mo></mrow>");
        }
        Expr::Sigmoid(a) => function(out, "σ", |out| symbol(out, a, false)),
        Expr::Tanh(a) => function(out, "tanh", |out| symbol(out, a, false)),
        Expr::Relu(a) => function(out, "relu", |out| symbol(out, a, false)),
        Expr::Positive(operand) => {
            out.push_str("<mo>[</mo>");
            operand_symbol(out, *operand);
            out.push_str("<mo>&gt;</mo><mn>0</mn><mo>]</mo>");
        }
        Expr::Constant(x) => leaf(out, *x, grouped, None),
    }
}

fn side(recurrent: bool) -> &'static str {
    if recurrent { "h" } else { "i" }
}

fn affine_symbol(out: &mut String, product: Product) {
    let (side, gate) = (side(product.recurrent), block_letter(product.block));
    let _ = write!(out, "<msub><mi>W</mi><mrow><mi>{side}</mi><mi>{gate}</mi></mrow></msub>");
    if let Some(gate) = product.gate {
        out.push_str("<mo>(</mo>");
        operand_symbol(out, Operand { quantity: gate, gradient: false, shift: 0 });
        out.push_str("<mo>⊙</mo>");
    }
    operand_symbol(out, product.operand);
    if product.gate.is_some() {
        out.push_str("<mo>)</mo>");
    }
    let _ = write!(out, "<mo>+</mo><msub><mi>b</mi><mrow><mi>{side}</mi><mi>{gate}</mi></mrow></msub>");
}

fn number(out: &mut String, expr: &Expr, trace: &Trace, spot: Spot, grouped: bool) {
    match expr {
        Expr::Value(operand) => leaf(out, operand.number(trace, spot), grouped, Some(*operand)),
        Expr::Square(operand) => {
            out.push_str("<msup><mrow>");
            leaf(out, operand.number(trace, spot), true, Some(*operand));
            out.push_str("</mrow><mn>2</mn></msup>");
        }
        Expr::Affine(product) | Expr::Transposed(product) => {
            leaf(out, expr.number(trace, spot), grouped, Some(product.operand));
        }
        Expr::FromLoss => leaf(out, expr.number(trace, spot), grouped, None),
        Expr::Sum(terms) => {
            open(out, grouped);
            for (place, term) in terms.iter().enumerate() {
                if place > 0 {
                    out.push_str("<mo>+</mo>");
                }
                number(out, term, trace, spot, place > 0);
            }
            close(out, grouped);
        }
        Expr::Times(factors) => {
            for (place, factor) in factors.iter().enumerate() {
                if place > 0 {
                    out.push_str("<mo>⋅</mo>");
                }
                number(out, factor, trace, spot, true);
            }
        }
        Expr::Minus(a, b) => {
            open(out, grouped);
            number(out, a, trace, spot, false);
            out.push_str("<mo>−</mo>");
            number(out, b, trace, spot, true);
            close(out, grouped);
        }
        Expr::OneMinus(a) => {
            out.push_str("<mrow><mo>(</mo><mn>1</mn><mo>−</mo>");
            number(out, a, trace, spot, true);
            out.push_str("<mo>)</mo></mrow>");
        }
        Expr::Sigmoid(a) => function(out, "σ", |out| number(out, a, trace, spot, false)),
        Expr::Tanh(a) => function(out, "tanh", |out| number(out, a, trace, spot, false)),
        Expr::Relu(a) => function(out, "relu", |out| number(out, a, trace, spot, false)),
        Expr::Positive(operand) => {
            out.push_str("<mo>[</mo>");
            leaf(out, operand.number(trace, spot), false, Some(*operand));
            out.push_str("<mo>&gt;</mo><mn>0</mn><mo>]</mo>");
        }
        Expr::Constant(x) => leaf(out, *x, grouped, None),
    }
}

/// One number; a negative one in parentheses where a sign stands before it.
fn leaf(out: &mut String, x: f64, grouped: bool, operand: Option<Operand>) {
    let grouped = grouped && x < 0.0;
    open(out, grouped);
    let _ = match operand {
        Some(operand) => {
            write!(out, "<mn data-operand=\"{}\" data-value=\"{x:e}\">{}</mn>", data(operand), format::number(x))
        }
        None => write!(out, "<mn data-value=\"{x:e}\">{}</mn>", format::number(x)),
    };
    close(out, grouped);
}

fn function(out: &mut String, name: &str, inside: impl FnOnce(&mut String)) {
    let _ = write!(out, "<mrow><mi class=\"f\">{name}</mi><mo>(</mo>");
    inside(out);
    out.push_str("<mo>)</mo></mrow>");
}

fn open(out: &mut String, grouped: bool) {
    if grouped {
        out.push_str("<mrow><mo>(</mo>");
    }
}

fn close(out: &mut String, grouped: bool) {
    if grouped {
        out.push_str("<mo>)</mo></mrow>");
    }
}
