//! An equation as MathML: once with its symbols, once with its numbers plugged in. What is written follows from the equation alone;
//! the numbers are changed in place.

use leptos::prelude::*;

use engine::trace::{CellKind, Equation, Expr, Operand, Product, Quantity, Spot, Trace};
use words::page::words;
use words::{fill, format, quantities};

use super::live::{flag, shows, text};

/// A part of a written equation.
#[derive(Clone, Debug, PartialEq)]
pub enum Sign {
    /// A letter.
    Letter(&'static str),
    /// The name of a function.
    Function(&'static str),
    /// An operator or a bracket.
    Operator(&'static str),
    /// An operator between two terms, at the beginning of a line.
    Infix(&'static str),
    /// A number that belongs to the equation, as the 1 of 1 − z.
    Digits(String),
    /// A number that is plugged in, the next of those of the equation; and what it is, if that has a place in the lanes.
    Plugged(Option<Operand>),
    /// Signs side by side; and what they stand for, if that has a place in the lanes.
    Row(Option<Operand>, Vec<Sign>),
    /// One over the other.
    Fraction(Vec<Sign>, Vec<Sign>),
    /// With an index below.
    Below(Box<Sign>, Box<Sign>),
    /// With an index below and one above.
    Both(Box<Sign>, Box<Sign>, Box<Sign>),
    /// With an index above.
    Above(Box<Sign>, Box<Sign>),
}

use Sign::{Above, Below, Both, Digits, Fraction, Function, Infix, Letter, Operator, Plugged, Row};

/// One equation, ready to be shown.
#[derive(Clone, PartialEq)]
pub struct Written {
    /// Symbols: a formula for each term of a sum, so that a long sum can break between them.
    pub symbols: Vec<Vec<Sign>>,
    /// Numbers, in the same way.
    pub numbers: Vec<Vec<Sign>>,
    /// The numbers that are plugged in, in their order; none for one that a question veils.
    pub plugged: Vec<Option<f64>>,
    /// The left-hand side.
    pub result: Operand,
    /// Its number, as recorded; none where a question veils it.
    pub number: Option<f64>,
}

impl Written {
    /// Without the numbers of the operands that a question veils.
    #[must_use]
    pub fn veiled(mut self, is_veiled: impl Fn(Operand) -> bool) -> Self {
        let mut operands = vec![];
        self.numbers.iter().flatten().for_each(|sign| plugged_in(sign, &mut operands));
        for (number, operand) in self.plugged.iter_mut().zip(operands) {
            *number = number.filter(|_| !operand.is_some_and(&is_veiled));
        }
        if is_veiled(self.result) {
            // A term that is all of the sum tells it as well.
            let tells = |x: &f64| self.number.is_some_and(|number| (x - number).abs() <= 1e-9 * number.abs());
            self.plugged.iter_mut().for_each(|own| *own = own.filter(|x| !tells(x)));
            self.number = None;
        }
        self
    }
}

/// What the numbers that are plugged in are, in the order in which they are drawn.
fn plugged_in(sign: &Sign, found: &mut Vec<Option<Operand>>) {
    match sign {
        Plugged(operand) => found.push(*operand),
        Row(_, signs) => signs.iter().for_each(|sign| plugged_in(sign, found)),
        Fraction(above, below) => above.iter().chain(below).for_each(|sign| plugged_in(sign, found)),
        Below(base, other) | Above(base, other) => [base, other].iter().for_each(|sign| plugged_in(sign, found)),
        Both(base, low, high) => [base, low, high].iter().for_each(|sign| plugged_in(sign, found)),
        Letter(_) | Function(_) | Operator(_) | Infix(_) | Digits(_) => {}
    }
}

/// Writes one equation for one unit at one step.
#[must_use]
pub fn write(equation: &Equation, trace: &Trace, spot: Spot) -> Written {
    // The input has numbers of its own: which of them this is.
    let inputs = trace.top().parameters.input();
    let is_one_of_several = equation.result.quantity == Quantity::X && inputs > 1;
    let left = operand_symbol(equation.result, is_one_of_several.then(|| spot.unit.min(inputs - 1) + 1));
    let terms: &[Expr] = match &equation.expr {
        Expr::Sum(terms) => terms,
        other => std::slice::from_ref(other),
    };
    // tanh(c_t) is its own right-hand side.
    let own = equation.result.quantity == Quantity::CellTanh && !equation.result.gradient;
    let mut symbols = if own { vec![vec![left.clone()]] } else { vec![] };
    let (mut numbers, mut plugged) = (vec![], vec![]);
    for (place, term) in terms.iter().enumerate() {
        let sign = if place == 0 { Operator("=") } else { Infix("+") };
        if !own {
            let mut written = if place == 0 { vec![left.clone(), sign.clone()] } else { vec![sign.clone()] };
            symbol(&mut written, term, false);
            symbols.push(written);
        }
        let mut written = vec![sign];
        number(&mut written, &mut plugged, term, trace, spot, place > 0);
        numbers.push(written);
    }
    let plugged = plugged.into_iter().map(Some).collect();
    Written { symbols, numbers, plugged, result: equation.result, number: Some(equation.result.number(trace, spot)) }
}

/// Formulas, one beside the other, with the numbers that are plugged in.
pub fn formulas(terms: Vec<Vec<Sign>>, plugged: Memo<Vec<Option<f64>>>) -> AnyView {
    let mut next = 0;
    let mut formula = |signs: Vec<Sign>| {
        let inside = signs.into_iter().map(|sign| drawn(sign, plugged, &mut next)).collect_view();
        view! { <math><mrow>{inside}</mrow></math> }
    };
    terms.into_iter().map(&mut formula).collect_view().into_any()
}

fn all(signs: Vec<Sign>, plugged: Memo<Vec<Option<f64>>>, next: &mut usize) -> Vec<AnyView> {
    signs.into_iter().map(|sign| drawn(sign, plugged, next)).collect()
}

/// A sign as MathML; `next` counts the numbers that are plugged in.
fn drawn(sign: Sign, plugged: Memo<Vec<Option<f64>>>, next: &mut usize) -> AnyView {
    match sign {
        Letter(letter) => view! { <mi>{letter}</mi> }.into_any(),
        Function(name) => view! { <mi class="f">{name}</mi> }.into_any(),
        Operator(sign) => view! { <mo>{sign}</mo> }.into_any(),
        Infix(sign) => view! { <mo form="infix">{sign}</mo> }.into_any(),
        Digits(digits) => view! { <mn>{digits}</mn> }.into_any(),
        Plugged(operand) => {
            let place = *next;
            *next += 1;
            let number = move || plugged.with(|plugged| plugged.get(place).copied());
            let exact = text(move || number().flatten().map_or_else(String::new, |x| format!("{x:e}")));
            let veil = words::lesson::words().veil;
            let written =
                text(move || number().map_or_else(String::new, |x| x.map_or_else(|| veil.to_owned(), format::number)));
            view! { <mn class:veil=flag(move || number() == Some(None)) data-operand=operand.map(data) data-value=exact use:shows=written></mn> }.into_any()
        }
        Row(operand, signs) => {
            let inside = all(signs, plugged, next);
            view! { <mrow data-operand=operand.map(data)>{inside}</mrow> }.into_any()
        }
        Fraction(above, below) => {
            let (above, below) = (all(above, plugged, next), all(below, plugged, next));
            view! { <mfrac><mrow>{above}</mrow><mrow>{below}</mrow></mfrac> }.into_any()
        }
        Below(base, low) => {
            let (base, low) = (drawn(*base, plugged, next), drawn(*low, plugged, next));
            view! { <msub>{base}{low}</msub> }.into_any()
        }
        Both(base, low, high) => {
            let (base, low) = (drawn(*base, plugged, next), drawn(*low, plugged, next));
            let high = drawn(*high, plugged, next);
            view! { <msubsup>{base}{low}{high}</msubsup> }.into_any()
        }
        Above(base, high) => {
            let (base, high) = (drawn(*base, plugged, next), drawn(*high, plugged, next));
            view! { <msup>{base}{high}</msup> }.into_any()
        }
    }
}

/// The key by which the page finds an equation: `forget`, or `d_forget` for its gradient.
#[must_use]
pub fn key(operand: Operand) -> String {
    format!("{}{}", if operand.gradient { "d_" } else { "" }, operand.quantity.key())
}

/// What an equation works out, in words.
#[must_use]
pub fn named(operand: Operand) -> String {
    let name = quantities::name(operand.quantity);
    if operand.gradient { fill(words().gradient_of, &[("name", name)]) } else { name.to_owned() }
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

/// The index of a time: t, or t with the place of an input's number.
fn time(shift: isize, place: Option<usize>) -> Sign {
    let around = |sign: &'static str| Row(None, vec![Letter("t"), Operator(sign), Digits("1".to_owned())]);
    match (shift, place) {
        (-1, _) => around("−"),
        (1, _) => around("+"),
        (_, Some(place)) => Row(None, vec![Letter("t"), Operator(","), Digits(place.to_string())]),
        (_, None) => Letter("t"),
    }
}

fn below(base: &'static str, low: Sign) -> Sign {
    Below(Box::new(Letter(base)), Box::new(low))
}

/// x_t, h_{t−1}, tanh c_t and the like.
fn value_symbol(quantity: Quantity, shift: isize, place: Option<usize>) -> Vec<Sign> {
    let time = time(shift, place);
    match quantity {
        Quantity::CellTanh => vec![Function("tanh"), Operator("("), below("c", time), Operator(")")],
        _ => match quantity.symbol() {
            (letter, "") => vec![below(letter, time)],
            (letter, gate) => vec![Both(Box::new(Letter(letter)), Box::new(time), Box::new(Letter(gate)))],
        },
    }
}

/// An operand; of an input with several numbers, which of them.
fn operand_symbol(operand: Operand, place: Option<usize>) -> Sign {
    let value = value_symbol(operand.quantity, operand.shift, place);
    if !operand.gradient {
        return Row(Some(operand), value);
    }
    let below = std::iter::once(Letter("∂")).chain(value).collect();
    Row(Some(operand), vec![Fraction(vec![Letter("∂"), Letter("L")], below)])
}

/// The index of a weight block in PyTorch's notation: W_if, W_hn; W_ih and W_hh for the RNN.
fn block_letter(block: Quantity) -> &'static str {
    match block.symbol().1 {
        "" => "h",
        letter => letter,
    }
}

/// Signs in brackets where a sign stands before them.
fn grouped(out: &mut Vec<Sign>, inside: Vec<Sign>, is_grouped: bool) {
    if is_grouped {
        out.push(Row(None, bracketed(inside)));
    } else {
        out.extend(inside);
    }
}

fn bracketed(inside: Vec<Sign>) -> Vec<Sign> {
    std::iter::once(Operator("(")).chain(inside).chain([Operator(")")]).collect()
}

fn called(name: &'static str, inside: Vec<Sign>) -> Sign {
    Row(None, std::iter::once(Function(name)).chain(bracketed(inside)).collect())
}

fn symbol(out: &mut Vec<Sign>, expr: &Expr, is_grouped: bool) {
    let inside = |expr: &Expr, is_grouped: bool| {
        let mut inside = vec![];
        symbol(&mut inside, expr, is_grouped);
        inside
    };
    match expr {
        Expr::Value(operand) => out.push(operand_symbol(*operand, None)),
        Expr::Square(operand) => {
            out.push(Above(Box::new(operand_symbol(*operand, None)), Box::new(Digits("2".to_owned()))));
        }
        Expr::Affine(product) => affine_symbol(out, *product),
        Expr::Transposed(product) => {
            out.push(Both(
                Box::new(Letter("W")),
                Box::new(weight(product.recurrent, product.block)),
                Box::new(Operator("⊤")),
            ));
            out.push(operand_symbol(product.operand, None));
        }
        Expr::FromLoss => out.extend([
            Letter("v"),
            Fraction(vec![Letter("∂"), Letter("L")], vec![Letter("∂"), below("y", Letter("t"))]),
        ]),
        Expr::Sum(terms) => {
            let mut sum = vec![];
            for (place, term) in terms.iter().enumerate() {
                if place > 0 {
                    sum.push(Operator("+"));
                }
                symbol(&mut sum, term, false);
            }
            grouped(out, sum, is_grouped);
        }
        Expr::Times(factors) => {
            for (place, factor) in factors.iter().enumerate() {
                if place > 0 {
                    out.push(Operator("⋅"));
                }
                symbol(out, factor, true);
            }
        }
        Expr::Minus(a, b) => {
            let mut difference = inside(a, false);
            difference.push(Operator("−"));
            symbol(&mut difference, b, true);
            grouped(out, difference, is_grouped);
        }
        Expr::OneMinus(a) => {
            let mut difference = vec![Digits("1".to_owned()), Operator("−")];
            symbol(&mut difference, a, true);
            out.push(Row(None, bracketed(difference)));
        }
        Expr::Sigmoid(a) => out.push(called("σ", inside(a, false))),
        Expr::Tanh(a) => out.push(called("tanh", inside(a, false))),
        Expr::Relu(a) => out.push(called("relu", inside(a, false))),
        Expr::Positive(operand) => out.extend([
            Operator("["),
            operand_symbol(*operand, None),
            Operator(">"),
            Digits("0".to_owned()),
            Operator("]"),
        ]),
        Expr::Constant(x) => grouped(out, vec![Digits(format::number(*x))], is_grouped && *x < 0.0),
    }
}

/// The index of a weight: from the input or the hidden state, to a block.
fn weight(recurrent: bool, block: Quantity) -> Sign {
    Row(None, vec![Letter(if recurrent { "h" } else { "i" }), Letter(block_letter(block))])
}

fn affine_symbol(out: &mut Vec<Sign>, product: Product) {
    out.push(below("W", weight(product.recurrent, product.block)));
    let operand = operand_symbol(product.operand, None);
    match product.gate {
        Some(gate) => {
            let gate = operand_symbol(Operand { quantity: gate, gradient: false, shift: 0 }, None);
            out.extend(bracketed(vec![gate, Operator("⊙"), operand]));
        }
        None => out.push(operand),
    }
    out.extend([Operator("+"), below("b", weight(product.recurrent, product.block))]);
}

fn number(out: &mut Vec<Sign>, plugged: &mut Vec<f64>, expr: &Expr, trace: &Trace, spot: Spot, is_grouped: bool) {
    match expr {
        Expr::Value(operand) => leaf(out, plugged, operand.number(trace, spot), is_grouped, Some(*operand)),
        Expr::Square(operand) => {
            let mut base = vec![];
            leaf(&mut base, plugged, operand.number(trace, spot), true, Some(*operand));
            out.push(Above(Box::new(Row(None, base)), Box::new(Digits("2".to_owned()))));
        }
        Expr::Affine(product) | Expr::Transposed(product) => {
            leaf(out, plugged, expr.number(trace, spot), is_grouped, Some(product.operand));
        }
        Expr::FromLoss => leaf(out, plugged, expr.number(trace, spot), is_grouped, None),
        Expr::Sum(terms) => {
            let mut sum = vec![];
            for (place, term) in terms.iter().enumerate() {
                if place > 0 {
                    sum.push(Operator("+"));
                }
                number(&mut sum, plugged, term, trace, spot, place > 0);
            }
            grouped(out, sum, is_grouped);
        }
        Expr::Times(factors) => {
            for (place, factor) in factors.iter().enumerate() {
                if place > 0 {
                    out.push(Operator("⋅"));
                }
                number(out, plugged, factor, trace, spot, true);
            }
        }
        Expr::Minus(a, b) => {
            let mut difference = vec![];
            number(&mut difference, plugged, a, trace, spot, false);
            difference.push(Operator("−"));
            number(&mut difference, plugged, b, trace, spot, true);
            grouped(out, difference, is_grouped);
        }
        Expr::OneMinus(a) => {
            let mut difference = vec![Digits("1".to_owned()), Operator("−")];
            number(&mut difference, plugged, a, trace, spot, true);
            out.push(Row(None, bracketed(difference)));
        }
        Expr::Sigmoid(a) | Expr::Tanh(a) | Expr::Relu(a) => {
            let name = match expr {
                Expr::Sigmoid(_) => "σ",
                Expr::Tanh(_) => "tanh",
                _ => "relu",
            };
            let mut inside = vec![];
            number(&mut inside, plugged, a, trace, spot, false);
            out.push(called(name, inside));
        }
        Expr::Positive(operand) => {
            out.push(Operator("["));
            leaf(out, plugged, operand.number(trace, spot), false, Some(*operand));
            out.extend([Operator(">"), Digits("0".to_owned()), Operator("]")]);
        }
        Expr::Constant(x) => leaf(out, plugged, *x, is_grouped, None),
    }
}

/// One number; a negative one in parentheses where a sign stands before it.
fn leaf(out: &mut Vec<Sign>, plugged: &mut Vec<f64>, x: f64, is_grouped: bool, operand: Option<Operand>) {
    plugged.push(x);
    grouped(out, vec![Plugged(operand)], is_grouped && x < 0.0);
}
