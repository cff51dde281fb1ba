//! The texts of a figure in another page's frame, and of the sheet from which it is taken there.

prose!("frame");

messages! {
    titled(figure: &str);
    too_long(length: usize, most: usize);
    file(name: &str);
    refused_version(found: &str, expected: &str);
    refused_size(found: &str, expected: &str);
    refused_do(found: &str, expected: &str);
    refused_field(found: &str, expected: &str);
    refused_value(found: &str, expected: &str);
    refused_locked(found: &str, expected: &str);
    refused_view(found: &str, expected: &str);
    refused_origin(found: &str, expected: &str);
    foreign(found: &str, expected: &str);
    no_origin(found: &str);
    fields(most: usize);
    letters(most: usize);
    found_fields(count: usize);
    found_letters(length: usize);
    named(name: &str, value: &str);
}
