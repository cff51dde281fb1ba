//! Why something could not be done, as the page tells it beside what it was.

prose! {
    no_place: "this browser stores no files here",
    full: "the storage for files is full",
    other_share: "the share is another network’s",
    no_text: "an error without a message",
}

messages! {
    unread(file: &str, why: &str): "{file} could not be read: {why}";
    server(status: u16): "the server says {status}";
    make(found: &str, expected: &str): "found make {found}, expected {expected}";
}
