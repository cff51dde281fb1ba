//! A value that many read.

use std::ops::Deref;
use std::sync::Arc;

/// A value that is made once and read by many; equal only to itself.
#[derive(Debug)]
pub struct Shared<T>(Arc<T>);

impl<T> Shared<T> {
    /// Shares a value from now on.
    pub fn new(value: T) -> Self {
        Self(Arc::new(value))
    }

    /// The value back, if nobody else reads it.
    #[must_use]
    pub fn into_inner(self) -> Option<T> {
        Arc::into_inner(self.0)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}
