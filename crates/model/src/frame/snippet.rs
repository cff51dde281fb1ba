//! What is copied to show a figure in another page: a frame for a page, and a line for a notebook.

/// A frame for a page: of this address, title and height in CSS pixels at first. The script beside it has the frame follow the
/// height of what it shows; where a platform takes scripts away, the frame keeps its height and scrolls.
#[must_use]
pub fn snippet(address: &str, title: &str, height: u32) -> String {
    let [address, title] = [address, title].map(escaped);
    format!(
        r#"<iframe src="{address}" title="{title}" width="100%" height="{height}" loading="lazy" style="border: 0"></iframe>
<script>
addEventListener("message", ({{ data, origin, source }}) => {{
  if (data?.unrolled !== 1 || data.told !== "height") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source && new URL(frame.src).origin === origin) frame.height = data.height;
}});
</script>
"#
    )
}

/// A line for a Jupyter notebook. An address holds no quotes: browsers write them as `%22`.
#[must_use]
pub fn notebook(address: &str, height: u32) -> String {
    let address = address.replace('\\', "%5C").replace('"', "%22");
    format!("from IPython.display import IFrame\nIFrame(\"{address}\", width=\"100%\", height={height})\n")
}

/// A text inside quotes of an attribute.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;")
}
