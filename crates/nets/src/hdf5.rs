//! Files of HDF5, as Keras keeps weights: a tree of arrays. Each has its path as its name.

use half::{bf16, f16};

use hdf5_reader::group::Group;
use hdf5_reader::{ByteOrder, Dataset, Datatype, Hdf5File, OpenOptions};

use crate::fault::Fault;
use crate::tensor::{Float, Room, Tensor, Tensors};

/// How such a file begins.
pub(crate) const BEGIN: &[u8] = b"\x89HDF\r\n\x1a\n";
/// How deep a tree of groups may be.
const DEEPEST: usize = 16;
/// How many groups and arrays there may be.
const MOST_PARTS: usize = 4096;
/// Where the encoding of a kind of numbers says how many bits an exponent has, and how many it has in a half float of each
/// form.
const EXPONENT: usize = 13;
const HALF: (u8, u8) = (5, 8);

/// Where a whole model says what its layers are.
const CONFIG: &str = "model_config";

/// Reads all arrays, and what is said of the layers, if anything is.
pub(crate) fn read(bytes: &[u8]) -> Result<(Tensors, Option<String>), Fault> {
    let room = Room::of(bytes);
    let most = usize::try_from(room.bytes()).unwrap_or(usize::MAX);
    let options = OpenOptions::default().with_max_read_bytes(most).with_max_chunk_bytes(most);
    let file = Hdf5File::from_bytes_with_options(bytes, options).map_err(damaged)?;
    let mut reader = Reader { tensors: Tensors::default(), parts: 0, room };
    let root = file.root_group().map_err(damaged)?;
    reader.group(&root, "", 0)?;
    let said = root.attribute(CONFIG).ok().map(|own| own.read_string().map_err(damaged)).transpose()?;
    Ok((reader.tensors, said))
}

fn damaged(error: hdf5_reader::error::Error) -> Fault {
    Fault::Damaged(error.to_string())
}

struct Reader {
    tensors: Tensors,
    /// Groups and arrays that were met: a file may lead round in a ring.
    parts: usize,
    /// For numbers that are still to be read.
    room: Room,
}

impl Reader {
    fn group(&mut self, group: &Group, path: &str, depth: usize) -> Result<(), Fault> {
        if depth > DEEPEST {
            return Err(Fault::Damaged(path.to_owned()));
        }
        for own in group.datasets().map_err(damaged)? {
            self.count_part(path)?;
            self.dataset(&own, &format!("{path}{}", own.name()))?;
        }
        for own in group.groups().map_err(damaged)? {
            self.count_part(path)?;
            self.group(&own, &format!("{path}{}/", own.name()), depth + 1)?;
        }
        Ok(())
    }

    fn count_part(&mut self, path: &str) -> Result<(), Fault> {
        self.parts += 1;
        if self.parts > MOST_PARTS { Err(Fault::Damaged(path.to_owned())) } else { Ok(()) }
    }

    fn dataset(&mut self, own: &Dataset, name: &str) -> Result<(), Fault> {
        let expected = self.room.take(own.shape())?;
        let Some((float, values)) = numbers(own)? else {
            self.tensors.others.insert(name.to_owned(), format!("{:?}", own.dtype()));
            return Ok(());
        };
        // A length that is not that of the shape would shift every number after it.
        if values.len() != expected {
            return Err(Fault::CutOff { expected: expected as u64, found: values.len() as u64 });
        }
        let shape = own.shape().iter().map(|side| *side as usize).collect();
        self.tensors.all.insert(name.to_owned(), Tensor { shape, float, values });
        Ok(())
    }
}

/// All numbers of an array, row by row; none if they are not real.
fn numbers(own: &Dataset) -> Result<Option<(Float, Vec<f64>)>, Fault> {
    let Datatype::FloatingPoint { size, byte_order } = own.dtype() else { return Ok(None) };
    Ok(Some(match size {
        8 => (Float::F64, own.read_array::<f64>().map_err(damaged)?.into_iter().collect()),
        4 => (Float::F32, own.read_array::<f32>().map_err(damaged)?.into_iter().map(f64::from).collect()),
        2 => {
            let kind = own.raw_datatype().map_err(damaged)?;
            let bytes = own.read_raw_bytes().map_err(damaged)?;
            let bits = bytes.as_chunks().0.iter().map(|own| match byte_order {
                ByteOrder::LittleEndian => u16::from_le_bytes(*own),
                ByteOrder::BigEndian => u16::from_be_bytes(*own),
            });
            match kind.get(EXPONENT) {
                Some(bits_of) if *bits_of == HALF.0 => {
                    (Float::F16, bits.map(|own| f16::from_bits(own).into()).collect())
                }
                Some(bits_of) if *bits_of == HALF.1 => {
                    (Float::Bf16, bits.map(|own| bf16::from_bits(own).into()).collect())
                }
                _ => return Ok(None),
            }
        }
        _ => return Ok(None),
    }))
}
