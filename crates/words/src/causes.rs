//! Why something could not be done, as the page tells it beside what it was.

prose!("causes");

messages! {
    unread(file: &str, why: &str);
    server(status: u16);
    make(found: &str, expected: &str);
}
