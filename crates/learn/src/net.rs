//! The network that a person brought, as the browser keeps it.

use engine::readout_weights;
use engine::trace::{CellKind, Parameters};
use model::lab::{Network, mark, padded, unpacked};
use model::settings::{Net, Settings};

/// The network that was read last, and its layers; none if no file has them.
#[derive(Debug, Default)]
pub struct Brought(Option<(Net, Option<Vec<Parameters>>)>);

impl Brought {
    /// Whether the settings ask for a network that has not been read.
    #[must_use]
    pub fn is_missing(&self, settings: &Settings) -> bool {
        settings.net().is_some_and(|net| self.0.as_ref().map(|(own, _)| *own) != Some(net))
    }

    /// Takes in what the file of a network holds; none if there is no such file. One that holds another network counts as none.
    pub fn bring(&mut self, net: Net, file: Option<&[u8]>) {
        let text = file.and_then(|bytes| std::str::from_utf8(bytes).ok());
        self.0 = Some((net, text.and_then(|text| layers_of(&net, text))));
    }

    /// The layers of the network that the settings ask for.
    fn layers(&self, settings: &Settings) -> Option<&[Parameters]> {
        let (own, layers) = self.0.as_ref()?;
        layers.as_deref().filter(|_| settings.net() == Some(*own))
    }

    /// Whether the settings ask for a network that cannot be shown: no file has it, or it has more units than the Lab shows.
    #[must_use]
    pub fn is_absent(&self, settings: &Settings) -> bool {
        settings.net().is_some_and(|net| net.units > settings.units || self.layers(settings).is_none())
    }

    /// The network, in the lane of its cell. It has no read-out of its own: the lanes' own v reads it.
    #[must_use]
    pub fn network(&self, settings: &Settings, cell: CellKind) -> Option<Network> {
        let net = settings.net().filter(|net| net.cell == cell && net.units <= settings.units)?;
        let layers = self.layers(settings).filter(|_| net.cell == cell)?;
        Some(Network {
            layers: padded(layers.to_vec(), settings.units),
            decoder: vec![],
            row: readout_weights(settings.seed, settings.units),
            head: None,
        })
    }
}

/// The layers that a text holds, if they are those of the network.
#[must_use]
pub fn layers_of(net: &Net, text: &str) -> Option<Vec<Parameters>> {
    unpacked(text).filter(|layers| is_of(net, layers))
}

/// Whether these are layers such as the name of a network says.
fn is_of(net: &Net, layers: &[Parameters]) -> bool {
    let fits = |(place, layer): (usize, &Parameters)| {
        let inputs = if place == 0 { net.inputs } else { net.units };
        (layer.cell, layer.input(), layer.hidden()) == (net.cell, inputs, net.units)
    };
    // A file that ends too early may still hold numbers: they are others.
    layers.len() == net.layers && layers.iter().enumerate().all(fits) && mark(layers) == net.mark
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::keys::Key;
    use model::lab::Run;
    use model::sequence::Library;

    fn layers(net: &Net, scale: f64) -> Vec<Parameters> {
        let layer = |place| {
            let mut own = Parameters::zeros(net.cell, if place == 0 { net.inputs } else { net.units }, net.units);
            let mut next = 0.0;
            for list in own.numbers_mut() {
                for x in list {
                    next += 1.0;
                    *x = scale * f64::sin(next);
                }
            }
            own
        };
        (0..net.layers).map(layer).collect()
    }

    /// The network under the name that its numbers give it.
    fn marked(net: Net, scale: f64) -> Net {
        Net { mark: mark(&layers(&net, scale)), ..net }
    }

    fn packed(layers: &[Parameters]) -> Vec<u8> {
        model::lab::packed(layers).into_bytes()
    }

    #[test]
    fn a_network_is_shown_in_its_own_lane_and_the_others_are_drawn() {
        let net = marked(Net { cell: CellKind::Gru, layers: 1, inputs: 1, units: 5, mark: 0 }, 0.5);
        let mut settings = Settings::default().with_source(model::settings::Source::Impulse);
        let drawn = Run::new(&Settings { units: 5, ..settings.clone() }, &settings.sequence(&Library::default()));
        settings = settings.with_net(net, engine::trace::Form::default());
        let mut brought = Brought::default();
        assert!(brought.is_missing(&settings) && brought.is_absent(&settings));
        let own = layers(&net, 0.5);
        brought.bring(net, Some(&packed(&own)));
        assert!(!brought.is_missing(&settings) && !brought.is_absent(&settings));
        let run =
            Run::with(&settings, &settings.sequence(&Library::default()), |cell| brought.network(&settings, cell));
        assert_eq!(run.lane(CellKind::Gru).trace.top().parameters, own[0]);
        for cell in [CellKind::Rnn, CellKind::Lstm] {
            assert_eq!(run.lane(cell), drawn.lane(cell));
        }
        let more = Settings { units: 9, ..settings.clone() };
        let wide = Run::with(&more, &more.sequence(&Library::default()), |cell| brought.network(&more, cell));
        let h = |run: &Run| run.lane(CellKind::Gru).trace.top().value(engine::trace::Quantity::Hidden, 3)[..5].to_vec();
        assert_eq!(h(&run), h(&wide), "more units change nothing: they hold 0");
        assert!(brought.is_absent(&Settings { units: 4, ..settings.clone() }));
    }

    #[test]
    fn the_layers_of_a_network_are_shown_each_and_an_impulse_is_as_wide_as_it_reads() {
        let net = marked(Net { cell: CellKind::Lstm, layers: 3, inputs: 4, units: 6, mark: 0 }, 0.3);
        let mut settings = Settings::default().with_source(model::settings::Source::Impulse);
        settings = settings.with_net(net, engine::trace::Form::default());
        let mut brought = Brought::default();
        brought.bring(net, Some(&packed(&layers(&net, 0.3))));
        let sequence = settings.sequence(&Library::default());
        assert_eq!(sequence.channels(), Some(4));
        assert_eq!(settings.layer(), (3, 3));
        for layer in 1..=3 {
            settings.choose(Key::Layer, &layer.to_string());
            let run = Run::with(&settings, &sequence, |cell| brought.network(&settings, cell));
            let shown = &run.lane(CellKind::Lstm).trace.top().parameters;
            assert_eq!(*shown, layers(&net, 0.3)[layer - 1]);
            let beside = &run.lane(CellKind::Gru).trace.top().parameters;
            assert_eq!((beside.hidden(), beside.input()), (6, if layer == 1 { 4 } else { 6 }));
        }
    }

    #[test]
    fn what_is_not_the_network_of_its_name_is_none() {
        let net = marked(Net { cell: CellKind::Rnn, layers: 2, inputs: 3, units: 4, mark: 0 }, 1.0);
        let settings = Settings::default().with_net(net, engine::trace::Form::default());
        let others = [
            Net { layers: 1, ..net },
            Net { inputs: 2, ..net },
            Net { units: 5, ..net },
            Net { cell: CellKind::Gru, ..net },
        ];
        let files = others.iter().map(|other| Some(packed(&layers(other, 1.0))));
        let good = packed(&layers(&net, 1.0));
        for file in files.chain([None, Some(vec![]), Some(vec![255; 40]), Some(good[..good.len() - 1].to_vec())]) {
            let mut brought = Brought::default();
            brought.bring(net, file.as_deref());
            assert!(!brought.is_missing(&settings) && brought.is_absent(&settings));
            assert_eq!(brought.network(&settings, CellKind::Rnn), None);
        }
    }
}
