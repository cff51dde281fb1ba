//! The texts around the pages to look things up in. The pages themselves stand in `course`.

prose!("reference");

messages! {
    found_here(n: usize => counted, here: usize);
    nothing(query: &str);
    of_page(name: &str, n: usize);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_found_is_counted() {
        assert_eq!(found_here(1, 0), "1\u{a0}entry found, 0 on this page");
        assert_eq!(found_here(12, 3), "12\u{a0}entries found, 3 on this page");
    }
}
