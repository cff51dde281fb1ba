//! How the bytes of an answer travel, and what browsers say that they take.

/// How the bytes of an answer travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coding {
    /// As they are, whoever asks.
    AlwaysAsItIs,
    /// As they are; another browser may get them compressed.
    AsItIs,
    /// Compressed; another browser may get them as they are.
    Gzip,
}

/// Whether a browser takes gzip, by what it says in `Accept-Encoding` (RFC 9110, 12.5.3).
pub fn takes_gzip(accepted: &str) -> bool {
    let coding = |name: &str| {
        accepted.split(',').find_map(|part| {
            let (coding, weight) = part.split_once(';').unwrap_or((part, ""));
            coding.trim().eq_ignore_ascii_case(name).then(|| {
                let weight = weight.trim().strip_prefix("q=").map(|weight| weight.parse::<f32>());
                weight.is_none_or(|weight| weight.is_ok_and(|weight| weight > 0.0))
            })
        })
    };
    coding("gzip").or_else(|| coding("*")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_takes_is_read_from_its_list() {
        for taken in ["gzip", "gzip, deflate, br, zstd", "br, GZIP;q=0.5", "*", "br;q=1.0, *;q=0.1", "identity,gzip"] {
            assert!(takes_gzip(taken), "{taken}");
        }
        for not in ["", "br", "identity", "gzip;q=0", "gzip; q=0.0, *", "*;q=0", "xgzip", "gzip;q=x"] {
            assert!(!takes_gzip(not), "{not}");
        }
    }
}
