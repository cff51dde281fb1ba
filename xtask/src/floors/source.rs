//! The sources of crates: their modules, each with its file, and what is named in each.

use anyhow::{Context, Result, anyhow, bail};
use std::collections::{BTreeMap, BTreeSet};
use syn::ext::IdentExt;
use syn::punctuated::Punctuated;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Expr, ExprLit, ImplItem, Item, Lit, Meta, Stmt, Token, UseTree};

/// A module's place in [`World::modules`].
pub type ModuleId = usize;

/// Where a crate begins.
#[derive(Clone, Debug)]
pub struct Root {
    /// Its first file.
    pub file: String,
    /// The crates of the workspace that it can name, and their places among the roots.
    pub knows: Vec<(String, usize)>,
}

/// All crates that are looked at, together.
#[derive(Default)]
pub struct World {
    /// In the order of the roots that were read.
    pub crates: Vec<Crate>,
    /// Of all crates.
    pub modules: Vec<Module>,
    /// Of all crates.
    pub files: Vec<File>,
}

/// One crate.
pub struct Crate {
    /// Its outermost module.
    pub root: ModuleId,
    /// The crates that it can name.
    pub knows: BTreeMap<String, usize>,
}

/// One module, whether it has a file or stands in its parent's.
pub struct Module {
    /// The place of its crate in [`World::crates`].
    pub home: usize,
    /// The module it stands in.
    pub parent: Option<ModuleId>,
    /// The file that it is written in.
    pub file: String,
    /// What is named in it.
    pub scope: Scope,
}

/// One file.
pub struct File {
    /// As it stands below the workspace's folder.
    pub name: String,
    /// The module that it holds.
    pub module: ModuleId,
    /// What stands in it.
    pub tree: syn::File,
}

/// What is named in a module, or in a block.
#[derive(Default)]
pub struct Scope {
    /// A name may stand for several things: a module and a function, say.
    pub names: BTreeMap<String, Vec<Named>>,
    /// What all names are taken from: `use path::*`.
    pub globs: Vec<Vec<String>>,
    /// Macros, which the modules below know by their names alone.
    pub macros: BTreeSet<String>,
}

/// What a name stands for.
pub enum Named {
    /// A module below.
    Module(ModuleId),
    /// Something defined here; of an enum its variants.
    Item(Vec<String>),
    /// What another path names.
    Import(Vec<String>),
}

/// One name that a `use` brings, or `*`.
#[derive(Debug, PartialEq)]
pub struct Leaf {
    /// The whole path.
    pub path: Vec<String>,
    /// What it is called here; none for `*`.
    pub name: Option<String>,
    /// Where it is named.
    pub line: usize,
}

impl World {
    /// Reads crates by their roots; `read` gives the text of a file.
    ///
    /// # Errors
    /// When a file is missing or is no Rust.
    pub fn read(roots: &[Root], read: &dyn Fn(&str) -> Option<String>) -> Result<Self> {
        let mut reader = Reader { world: Self::default(), read };
        for (home, root) in roots.iter().enumerate() {
            let module = reader.module(home, None, &root.file);
            reader.world.crates.push(Crate { root: module, knows: root.knows.iter().cloned().collect() });
            reader.file(&root.file, module, folder(&root.file))?;
        }
        Ok(reader.world)
    }

    /// Whether a module is another or stands in it, however deep.
    pub fn is_within(&self, module: ModuleId, outer: ModuleId) -> bool {
        module == outer || self.modules[module].parent.is_some_and(|parent| self.is_within(parent, outer))
    }
}

impl Scope {
    /// Takes in what a `use` brings.
    pub fn import(&mut self, item: &syn::ItemUse) {
        for leaf in leaves(item) {
            match leaf.name {
                Some(name) => self.add(name, Named::Import(leaf.path)),
                None => self.globs.push(leaf.path),
            }
        }
    }

    /// Takes in what an item defines; a module is not one of them.
    pub fn define(&mut self, item: &Item) {
        if let Some(name) = name_of(item) {
            if matches!(item, Item::Macro(_)) {
                self.macros.insert(name.clone());
            }
            let variants = match item {
                Item::Enum(item) => item.variants.iter().map(|variant| variant.ident.to_string()).collect(),
                _ => vec![],
            };
            self.add(name, Named::Item(variants));
        }
    }

    fn add(&mut self, name: String, named: Named) {
        self.names.entry(name).or_default().push(named);
    }
}

struct Reader<'a> {
    world: World,
    read: &'a dyn Fn(&str) -> Option<String>,
}

impl Reader<'_> {
    fn module(&mut self, home: usize, parent: Option<ModuleId>, file: &str) -> ModuleId {
        self.world.modules.push(Module { home, parent, file: file.to_owned(), scope: Scope::default() });
        self.world.modules.len() - 1
    }

    /// Reads a file into its module; those below it lie in `folder`.
    fn file(&mut self, name: &str, module: ModuleId, folder: &str) -> Result<()> {
        let text = (self.read)(name).with_context(|| format!("{name} could not be read"))?;
        let tree =
            parse(&text).map_err(|error| anyhow!("{name}:{}: expected Rust: {error}", error.span().start().line))?;
        if is_test(&tree.attrs) {
            return Ok(());
        }
        self.items(&tree.items, module, folder)?;
        self.world.files.push(File { name: name.to_owned(), module, tree });
        Ok(())
    }

    fn items(&mut self, items: &[Item], module: ModuleId, folder: &str) -> Result<()> {
        for item in items {
            match item {
                Item::Mod(item) => self.below(item, module, folder)?,
                Item::Use(item) => self.world.modules[module].scope.import(item),
                item => self.world.modules[module].scope.define(item),
            }
        }
        Ok(())
    }

    /// Reads a module that stands in another.
    fn below(&mut self, item: &syn::ItemMod, parent: ModuleId, folder: &str) -> Result<()> {
        let name = item.ident.unraw().to_string();
        let (home, own) = (self.world.modules[parent].home, self.world.modules[parent].file.clone());
        let inner = format!("{folder}{name}/");
        let (module, read) = if let Some((_, items)) = &item.content {
            let module = self.module(home, Some(parent), &own);
            (module, self.items(items, module, &inner))
        } else {
            let told = item.attrs.iter().find_map(path_told).map(|path| join(self::folder(&own), &path));
            let places =
                told.clone().map_or(vec![format!("{folder}{name}.rs"), format!("{inner}mod.rs")], |path| vec![path]);
            let Some(file) = places.iter().find(|place| (self.read)(place).is_some()) else {
                bail!("{own} has a module `{name}`, expected it in {}: no such file", places.join(" or "));
            };
            let module = self.module(home, Some(parent), file);
            let below = if told.is_some() { self::folder(file).to_owned() } else { inner };
            (module, self.file(file, module, &below))
        };
        self.world.modules[parent].scope.add(item.ident.to_string(), Named::Module(module));
        read
    }
}

/// The folder that a file lies in, with `/` at its end.
fn folder(file: &str) -> &str {
    file.rfind('/').map_or("", |end| &file[..=end])
}

/// A path below a folder, with its `..` worked out.
fn join(folder: &str, path: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// What `#[path = ".."]` says.
fn path_told(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("path") => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(path), .. }) => Some(path.value()),
            _ => None,
        },
        _ => None,
    }
}

/// The name of what an item defines.
fn name_of(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::TraitAlias(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Union(item) => &item.ident,
        _ => return None,
    };
    Some(ident.to_string())
}

/// The attributes of an item.
fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::ExternCrate(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::ForeignMod(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::TraitAlias(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Union(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// The attributes of what stands in an `impl`.
fn attributes_of_part(item: &ImplItem) -> &[Attribute] {
    match item {
        ImplItem::Const(item) => &item.attrs,
        ImplItem::Fn(item) => &item.attrs,
        ImplItem::Type(item) => &item.attrs,
        ImplItem::Macro(item) => &item.attrs,
        _ => &[],
    }
}

/// Reads a file, without what is there only in tests.
///
/// # Errors
/// When it is no Rust.
pub fn parse(text: &str) -> syn::Result<syn::File> {
    let mut tree = syn::parse_file(text)?;
    WithoutTests.visit_file_mut(&mut tree);
    Ok(tree)
}

/// Takes out what is there only in tests.
struct WithoutTests;

impl VisitMut for WithoutTests {
    fn visit_file_mut(&mut self, file: &mut syn::File) {
        file.items.retain(|item| !is_test(attributes(item)));
        visit_mut::visit_file_mut(self, file);
    }

    fn visit_item_mod_mut(&mut self, item: &mut syn::ItemMod) {
        if let Some((_, items)) = &mut item.content {
            items.retain(|item| !is_test(attributes(item)));
        }
        visit_mut::visit_item_mod_mut(self, item);
    }

    fn visit_item_impl_mut(&mut self, item: &mut syn::ItemImpl) {
        item.items.retain(|part| !is_test(attributes_of_part(part)));
        visit_mut::visit_item_impl_mut(self, item);
    }

    fn visit_fields_named_mut(&mut self, fields: &mut syn::FieldsNamed) {
        let all = std::mem::take(&mut fields.named);
        fields.named = all.into_pairs().filter(|pair| !is_test(&pair.value().attrs)).collect();
        visit_mut::visit_fields_named_mut(self, fields);
    }

    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        block.stmts.retain(|statement| match statement {
            Stmt::Item(item) => !is_test(attributes(item)),
            Stmt::Local(local) => !is_test(&local.attrs),
            Stmt::Expr(..) | Stmt::Macro(_) => true,
        });
        visit_mut::visit_block_mut(self, block);
    }
}

/// Whether something is there only in tests. Every other `cfg` is taken to hold.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("test")
            || attribute.path().is_ident("cfg") && attribute.parse_args::<Meta>().is_ok_and(|meta| asks_for_test(&meta))
    })
}

/// Whether a condition of `cfg` holds only in tests.
fn asks_for_test(condition: &Meta) -> bool {
    let Meta::List(list) = condition else { return condition.path().is_ident("test") };
    let parts = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).unwrap_or_default();
    let mut parts = parts.iter();
    match () {
        () if list.path.is_ident("all") => parts.any(asks_for_test),
        () if list.path.is_ident("any") => parts.len() > 0 && parts.all(asks_for_test),
        () => false,
    }
}

/// The names that a `use` brings. A path that begins with `::` has an empty first segment.
pub fn leaves(item: &syn::ItemUse) -> Vec<Leaf> {
    let mut leaves = Vec::new();
    let start = if item.leading_colon.is_some() { vec![String::new()] } else { vec![] };
    collect(&item.tree, &start, &mut leaves);
    leaves
}

fn collect(tree: &UseTree, before: &[String], leaves: &mut Vec<Leaf>) {
    let with = |ident: &syn::Ident| {
        let own = Some(ident.to_string()).filter(|name| name != "self" || before.is_empty());
        before.iter().cloned().chain(own).collect::<Vec<_>>()
    };
    let mut leaf = |path: Vec<String>, name: Option<String>, span: proc_macro2::Span| {
        leaves.push(Leaf { path, name, line: span.start().line });
    };
    match tree {
        UseTree::Path(tree) => collect(&tree.tree, &with(&tree.ident), leaves),
        UseTree::Name(tree) => {
            let path = with(&tree.ident);
            leaf(path.clone(), path.last().cloned(), tree.ident.span());
        }
        UseTree::Rename(tree) => leaf(with(&tree.ident), Some(tree.rename.to_string()), tree.ident.span()),
        UseTree::Glob(tree) => leaf(before.to_vec(), None, tree.star_token.spans[0]),
        UseTree::Group(tree) => tree.items.iter().for_each(|tree| collect(tree, before, leaves)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(String, Option<String>)> {
        let leaves = leaves(&syn::parse_str(text).unwrap());
        leaves.into_iter().map(|leaf| (leaf.path.join("::"), leaf.name)).collect()
    }

    #[test]
    fn a_use_is_taken_apart() {
        let name = |path: &str, name: &str| (path.to_owned(), Some(name.to_owned()));
        assert_eq!(
            of("use a::{self, b::C as D, e::*};"),
            [name("a", "a"), name("a::b::C", "D"), ("a::e".to_owned(), None)]
        );
        assert_eq!(of("use ::a::b;"), [name("::a::b", "b")]);
    }

    #[test]
    fn only_what_tests_alone_have_is_left_out() {
        let is_test = |text: &str| is_test(attributes(&syn::parse_str(text).unwrap()));
        for test in ["#[cfg(test)] mod a {}", "#[cfg(all(test, unix))] mod a {}", "#[test] fn a() {}"] {
            assert!(is_test(test), "{test}");
        }
        for code in ["#[cfg(any(unix, test))] mod a {}", "#[cfg(not(test))] mod a {}", "#[cfg(unix)] mod a {}"] {
            assert!(!is_test(code), "{code}");
        }
    }

    #[test]
    fn modules_are_found_where_rust_looks_for_them() {
        let files = ["lib.rs", "a.rs", "a/b.rs", "c/mod.rs", "c/d.rs", "e/f.rs", "other/g.rs", "other/h.rs"];
        let text = |name: &str| {
            Some(match name {
                "lib.rs" => "mod a; mod c; mod e { mod f; } #[path = \"other/g.rs\"] mod g; #[cfg(test)] mod tests;",
                "a.rs" => "mod b;",
                "c/mod.rs" => "mod d;",
                "other/g.rs" => "mod h;",
                name => files.contains(&name).then_some("")?,
            })
        };
        let root = |file: &str| [Root { file: file.to_owned(), knows: vec![] }];
        let world = World::read(&root("lib.rs"), &|name| text(name).map(str::to_owned)).unwrap();
        let mut found: Vec<&str> = world.files.iter().map(|file| &*file.name).collect();
        found.sort_unstable();
        let mut expected = files;
        expected.sort_unstable();
        assert_eq!(found, expected);
        let missing = World::read(&root("lib.rs"), &|name| (name == "lib.rs").then(|| "mod x;".to_owned()));
        let error = missing.err().unwrap().to_string();
        assert_eq!(error, "lib.rs has a module `x`, expected it in x.rs or x/mod.rs: no such file");
    }
}
