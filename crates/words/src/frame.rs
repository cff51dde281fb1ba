//! The texts of a figure in another page's frame, and of the sheet from which it is taken there.

prose!("frame");

messages! {
    titled(figure: &str): "Unrolled: {figure}";
    too_long(length: usize, most: usize): "This address has {length} characters. A code that can be read from the back row holds at most {most}: take a shorter text, or share the link.";
    file(name: &str): "unrolled-{name}.svg";
    refused_version(found: &str, expected: &str): "Found unrolled: {found}, expected {expected}. Send the version of the messages that this page knows.";
    refused_size(found: &str, expected: &str): "Found {found}, expected {expected}. Send less at a time.";
    refused_do(found: &str, expected: &str): "Found do: {found}, expected one of {expected}. Send a message with one of these.";
    refused_field(found: &str, expected: &str): "Found {found}, expected {expected}. Send the message with these fields alone.";
    refused_value(found: &str, expected: &str): "Found {found}, expected {expected}. Send a value that can be used; the figure stays as it is.";
    refused_locked(found: &str, expected: &str): "Found {found}, which the address locks; expected {expected}. Take it out of lock= in the frame’s address, if it is yours.";
    refused_view(found: &str, expected: &str): "Found {found} in the frame, expected {expected}. Open one of these first.";
    refused_origin(found: &str, expected: &str): "Found a message from {found}, expected {expected}. Name the origin that may speak to the frame there.";
    foreign(found: &str, expected: &str): "Unrolled heard a message from {found} and left it unanswered: the frame’s address names {expected}.";
    no_origin(found: &str): "Unrolled: found embed={found}, expected an origin such as https://example.org. The frame hears nobody.";
    fields(most: usize): "at most {most} fields";
    letters(most: usize): "texts of at most {most} bytes";
    found_fields(count: usize): "{count} fields";
    found_letters(length: usize): "a text of {length} bytes";
    named(name: &str, value: &str): "{name}: {value}";
}
