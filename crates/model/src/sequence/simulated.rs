//! Simulated series: a row for each time step, one row more than the longest sequence.

use engine::chance::Chance;

use super::{LONGEST, Row};

/// The clicks of a visit, by intent: to browse, to buy. Visits begin at "home" and end with the last of these.
const CLICKS: [[&str; 6]; 2] =
    [["search", "item", "item", "photo", "review", "leave"], ["search", "item", "review", "cart", "cart", "pay"]];

/// The probability that a visitor intends to buy.
const BUYS: f64 = 0.4;

/// Clicks on a shop's pages: visit after visit, each with an intent of its own that is never shown. The number
/// of a row is that intent, 0 to browse and 1 to buy.
pub fn clicks() -> Vec<Row> {
    let mut chance = Chance::new(8);
    let mut intent = 0;
    let mut last = CLICKS[0][5];
    let click = |_| {
        if CLICKS.iter().any(|clicks| clicks[5] == last) {
            intent = usize::from(chance.unit() < BUYS);
            last = "home";
        } else {
            last = CLICKS[intent][(chance.unit() * 6.0) as usize];
        }
        (last.to_owned(), vec![intent as f64])
    };
    (0..=LONGEST).map(click).collect()
}

/// The side of a frame, in pixels.
const SIDE: usize = 8;

/// A dot that moves one pixel across and one down or up a frame and bounces off the edges: 1 where it is, else
/// 0; row by row, from the top left.
pub fn frames() -> Vec<Row> {
    let place = |way: usize| {
        let around = way % (2 * SIDE - 2);
        around.min(2 * SIDE - 2 - around)
    };
    let frame = |t: usize| {
        let mut pixels = vec![0.0; SIDE * SIDE];
        pixels[place(t + 2) * SIDE + place(t)] = 1.0;
        ((t + 1).to_string(), pixels)
    };
    (0..=LONGEST).map(frame).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_dot_is_one_pixel_and_moves_by_one() {
        let at: Vec<usize> = frames()
            .iter()
            .map(|(_, pixels)| {
                assert_eq!(pixels.len(), SIDE * SIDE);
                assert_eq!((pixels.iter().sum::<f64>(), pixels.iter().filter(|x| **x != 0.0).count()), (1.0, 1));
                pixels.iter().position(|x| *x == 1.0).unwrap_or_default()
            })
            .collect();
        let step = |a: usize, b: usize| (a / SIDE).abs_diff(b / SIDE) == 1 && (a % SIDE).abs_diff(b % SIDE) == 1;
        assert!(at.windows(2).all(|pair| step(pair[0], pair[1])));
        // It goes on as it went, but at the edges.
        let is_edge = |x: usize| x == 0 || x == SIDE - 1;
        for three in at.windows(3).filter(|three| !is_edge(three[1] % SIDE)) {
            assert_eq!(three[0] % SIDE + three[2] % SIDE, 2 * (three[1] % SIDE));
        }
    }

    #[test]
    fn visits_begin_at_home_and_only_who_means_to_buy_pays() {
        let rows = clicks();
        assert_eq!(rows.len(), LONGEST + 1);
        assert_eq!(rows[0].0, "home");
        for pair in rows.windows(2) {
            let ended = ["leave", "pay"].contains(&pair[0].0.as_str());
            assert_eq!(ended, pair[1].0 == "home");
            assert!(ended || pair[0].1 == pair[1].1, "an intent lasts a visit");
        }
        for (click, intent) in &rows {
            assert!(click != "pay" || intent[0] == 1.0);
            assert!(click != "leave" || intent[0] == 0.0);
        }
        assert!(["pay", "leave", "cart", "photo"].iter().all(|click| rows.iter().any(|(c, _)| c == click)));
    }
}
