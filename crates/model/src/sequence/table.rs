//! The reader of shipped tables: a header line, then a line for each row: a label and numbers, separated by commas. It
//! reads a person's own series, too, after `pictures` has checked it and converted it to this format.

use super::Row;

/// The rows of a table, in order. Malformed lines are skipped.
pub fn rows(text: &str) -> impl Iterator<Item = Row> {
    text.lines().skip(1).filter_map(|line| {
        let (name, numbers) = line.split_once(',')?;
        let numbers = numbers.split(',').map(|number| number.trim().parse().ok()).collect::<Option<_>>()?;
        Some((name.to_owned(), numbers))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_a_name_and_numbers_and_another_line_is_left_out() {
        let text = "day,a,b\n2012-01-01,0.5,-2\r\n\nno comma\n2012-01-02, 1e-3 ,4\n2012-01-03,,5\n2012-01-04,x,5\n";
        let read: Vec<Row> = rows(text).collect();
        assert_eq!(read, [("2012-01-01".to_owned(), vec![0.5, -2.0]), ("2012-01-02".to_owned(), vec![0.001, 4.0])]);
        assert_eq!(rows("").count() + rows("head,row").count(), 0);
    }
}
