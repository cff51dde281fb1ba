//! Learn: the list of lessons, and the step that is read beside its figure.

mod answer;
mod curves;
mod programs;
mod question;
mod rail;
mod reading;
mod runs;
mod step;
mod told;
mod turn;
mod view;

pub use curves::printed;
pub use reading::reading;
pub use runs::RunsTold;
pub use told::TOP;
pub use view::LessonView;
