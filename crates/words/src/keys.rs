//! Error texts for a value that cannot be used: each says what was expected.

prose!("keys");
