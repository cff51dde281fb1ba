//! Why something could not be done, as the page tells it beside what it was.

prose! {
    no_place: "this browser has no place for files here",
    full: "the place for files is full",
    other_share: "the share is another network’s",
    no_text: "an error without a text",
}

messages! {
    unread(file: &str, why: &str): "{file} could not be read: {why}";
    server(status: u16): "the server says {status}";
    make(found: &str, expected: &str): "found make {found}, expected {expected}";
}
