//! From a path to what it names: through `use`, renames, globs and re-exports, to where the item is defined.

use super::source::{ModuleId, Named, Scope, World};

/// Where a path stands: in a module, and in blocks that name things of their own, the innermost last.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// The module.
    pub module: ModuleId,
    /// What its blocks name.
    pub blocks: &'a [Scope],
}

impl Place<'_> {
    /// A module, outside all blocks.
    pub fn of(module: ModuleId) -> Self {
        Self { module, blocks: &[] }
    }
}

/// What a path names.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A module.
    Module(ModuleId),
    /// An item, and what of it: a variant, a function.
    Item {
        /// The module that it is defined in.
        module: ModuleId,
        /// Its name there.
        name: String,
        /// What follows its name.
        rest: Vec<String>,
    },
}

/// What is being looked up already, so that two names that lead to each other come to an end.
type Busy = Vec<(ModuleId, usize, Vec<String>)>;

impl World {
    /// All that a path names in the workspace: a name may stand for a module and a function, say. Nothing where it
    /// leads elsewhere. What a module does not have by a `use` or an item must come from a macro there: it counts as
    /// defined in that module.
    pub fn resolve(&self, path: &[String], place: Place) -> Vec<Target> {
        self.path(path, place, &mut vec![])
    }

    /// The file that a target is defined in.
    pub fn file_of(&self, target: &Target) -> &str {
        let (Target::Module(module) | Target::Item { module, .. }) = target;
        &self.modules[*module].file
    }

    fn path(&self, path: &[String], place: Place, busy: &mut Busy) -> Vec<Target> {
        let key = (place.module, place.blocks.len(), path.to_vec());
        let Some((first, rest)) = path.split_first().filter(|_| !busy.contains(&key)) else { return vec![] };
        busy.push(key);
        let (mut targets, rest) = match (&**first, rest) {
            ("", [name, rest @ ..]) => (self.other(name, place), rest),
            _ => (self.first(first, place, busy).unwrap_or_default(), rest),
        };
        for segment in rest {
            // Of several things of one name, only a module or a type has something below it.
            if targets.iter().any(|target| matches!(target, Target::Module(_))) {
                targets.retain(|target| matches!(target, Target::Module(_)));
            }
            targets = targets.into_iter().flat_map(|target| self.below(target, segment, busy)).collect();
        }
        busy.pop();
        targets
    }

    /// What a path's first segment names; none if it is not known.
    fn first(&self, name: &str, place: Place, busy: &mut Busy) -> Option<Vec<Target>> {
        let module = &self.modules[place.module];
        match name {
            "crate" => return Some(vec![Target::Module(self.crates[module.home].root)]),
            "self" => return Some(vec![Target::Module(place.module)]),
            "super" => return module.parent.map(|parent| vec![Target::Module(parent)]),
            _ => {}
        }
        let within = |depth: usize| Place { module: place.module, blocks: &place.blocks[..=depth] };
        (0..place.blocks.len())
            .rev()
            .find_map(|depth| self.named(&place.blocks[depth], name, within(depth), busy))
            .or_else(|| self.named(&module.scope, name, Place::of(place.module), busy))
            .or_else(|| Some(self.other(name, place)))
    }

    /// Another crate of the workspace.
    fn other(&self, name: &str, place: Place) -> Vec<Target> {
        let home = &self.crates[self.modules[place.module].home];
        home.knows.get(name).map(|known| Target::Module(self.crates[*known].root)).into_iter().collect()
    }

    /// What a name stands for in one scope; none if that scope does not know it.
    fn named(&self, scope: &Scope, name: &str, place: Place, busy: &mut Busy) -> Option<Vec<Target>> {
        if let Some(all) = scope.names.get(name) {
            let each = all.iter().flat_map(|named| match named {
                Named::Module(module) => vec![Target::Module(*module)],
                Named::Item(_) => vec![Target::Item { module: place.module, name: name.to_owned(), rest: vec![] }],
                Named::Import(path) => self.path(path, place, busy),
            });
            return Some(each.collect());
        }
        let mut found = Vec::new();
        for glob in &scope.globs {
            for target in self.path(glob, place, busy) {
                found.extend(self.member(&target, name, busy).unwrap_or_default());
            }
        }
        Some(found).filter(|found| !found.is_empty())
    }

    /// What a module, or an enum, has by a name.
    fn member(&self, target: &Target, name: &str, busy: &mut Busy) -> Option<Vec<Target>> {
        match target {
            Target::Module(module) => self.named(&self.modules[*module].scope, name, Place::of(*module), busy),
            Target::Item { module, name: item, rest } if rest.is_empty() => {
                let all = self.modules[*module].scope.names.get(item)?;
                let has =
                    |named: &Named| matches!(named, Named::Item(variants) if variants.iter().any(|own| own == name));
                all.iter()
                    .any(has)
                    .then(|| vec![Target::Item { module: *module, name: item.clone(), rest: vec![name.to_owned()] }])
            }
            Target::Item { .. } => None,
        }
    }

    fn below(&self, target: Target, segment: &str, busy: &mut Busy) -> Vec<Target> {
        match target {
            Target::Module(module) => match segment {
                "self" => vec![target],
                "super" => self.modules[module].parent.map(Target::Module).into_iter().collect(),
                _ => self
                    .member(&target, segment, busy)
                    .unwrap_or_else(|| vec![Target::Item { module, name: segment.to_owned(), rest: vec![] }]),
            },
            Target::Item { module, name, mut rest } => {
                rest.push(segment.to_owned());
                vec![Target::Item { module, name, rest }]
            }
        }
    }
}
