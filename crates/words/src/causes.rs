//! Why something could not be done, as the page tells it beside what it was.

prose!("causes");

messages! {
    unread(file: &str, why: &str): "{file} could not be read: {why}";
    server(status: u16): "the server says {status}";
    make(found: &str, expected: &str): "found make {found}, expected {expected}";
}
