//! FNV-1a in 64 bits (Fowler, Noll and Vo; draft-eastlake-fnv): a hash of names and contents that is the same on every
//! machine. It is not cryptographic. Random streams, the names of saved runs and the split of generated data depend on
//! it, so another hash would change all of them.

/// The hash of no bytes: FNV's offset basis.
pub const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

/// Adds one number to a hash. FNV-1a adds bytes. Choices of a sentence (`learn::task`) are added as whole numbers; from
/// 256 on the result differs from that of their bytes.
#[must_use]
pub const fn step(hash: u64, number: u64) -> u64 {
    (hash ^ number).wrapping_mul(0x0100_0000_01b3)
}

/// The FNV-1a hash of a sequence of bytes.
#[must_use]
pub fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(EMPTY, |hash, byte| step(hash, u64::from(*byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// From the draft's own table of test vectors.
    #[test]
    fn the_hashes_are_those_of_the_definition() {
        let known = [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)];
        for (text, hash) in known {
            assert_eq!(fnv1a(text.as_bytes()), hash, "{text}");
        }
    }
}
