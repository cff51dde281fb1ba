//! The texts of Start.

use crate::format;

prose!("start");

messages! {
    arrives_one_in(among: &str);
}

/// How rare a share is: "1 in 5 900 arrives" or "1 in 1.4 arrives", with two digits; nothing of what is no share.
#[must_use]
pub fn one_in(share: f64) -> String {
    let among = 1.0 / share;
    // All of it is said by its number.
    if !(1.005..f64::INFINITY).contains(&among) {
        return String::new();
    }
    arrives_one_in(&with_digits(among, 2))
}

/// A number from 1 on with so many digits.
fn with_digits(x: f64, digits: i32) -> String {
    let unit = 10_f64.powi(x.log10().floor() as i32 + 1 - digits);
    let rounded = (x / unit).round() * unit;
    if rounded < 10.0 {
        format::setting((rounded * 10.0).round() / 10.0, false)
    } else if rounded < 1e6 {
        format::count(rounded as usize)
    } else {
        format::short(rounded)
    }
}

/// What shares of several networks come to, each with its name: how many times as much the most is as the least; nothing of what
/// has no ratio.
#[must_use]
pub fn verdict(shares: &[(&str, f64)]) -> String {
    let by = |a: &&(&str, f64), b: &&(&str, f64)| a.1.total_cmp(&b.1);
    let (Some(least), Some(most)) = (shares.iter().min_by(by), shares.iter().max_by(by)) else { return String::new() };
    let times = most.1 / least.1;
    // Of hundreds the first digit says enough, and is what the rounded shares make.
    let digits = if times < 100.0 { 2 } else { 1 };
    match times {
        times if !times.is_finite() || times < 1.0 => String::new(),
        times if times < 1.05 => words().verdict_same.to_owned(),
        times => crate::fill(
            words().verdict,
            &[("most", most.0), ("least", least.0), ("times", &with_digits(times, digits))],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{one_in, verdict};

    #[test]
    fn the_most_is_compared_with_the_least() {
        let told = verdict(&[("RNN", 0.000_17), ("LSTM", 0.018), ("GRU", 0.0714)]);
        assert!(told.starts_with("In the GRU about 400 times as much arrives as in the RNN."), "{told}");
        assert!(verdict(&[("RNN", 0.5), ("GRU", 0.2)]).starts_with("In the RNN about 2.5 times as much"));
        assert_eq!(verdict(&[("RNN", 0.5), ("GRU", 0.501)]), "About as much arrives in all three.");
        assert_eq!(verdict(&[("RNN", f64::NAN), ("GRU", 0.2)]), "");
        assert_eq!(verdict(&[("RNN", 0.0), ("GRU", 0.2)]), "");
        assert_eq!(verdict(&[]), "");
    }

    #[test]
    fn a_share_is_one_among_so_many_with_two_digits() {
        let shown = [0.000_169, 0.018, 0.072, 0.5, 0.71, 1.0, 2.0, 0.0, f64::NAN].map(one_in);
        assert_eq!(
            shown,
            ["1 in 5\u{202f}900", "1 in 56", "1 in 14", "1 in 2", "1 in 1.4", "", "", "", ""]
                .map(|text| if text.is_empty() { String::new() } else { format!("{text} arrives") })
        );
    }
}
