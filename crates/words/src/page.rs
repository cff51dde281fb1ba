//! The texts of the page itself: controls, lanes, inspector, notices.

prose!("page");
