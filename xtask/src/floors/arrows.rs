//! Which file names what of which other: arrows.
//!
//! There is an arrow from A to B where A names what B defines: by `use`, by a path in code or in a macro's tokens.
//! Re-exports are followed to where the item is defined, so that a module that only hands on what stands below it is
//! no part of the way; its own `pub use` of that counts for nothing. `mod` counts for nothing either.
//!
//! A type's own functions may stand in other files than the type. Who calls one of them by the type's name, or on
//! `self`, needs their file. On any other value the type is not known here: such a call is an arrow only if its name is
//! defined once in the workspace, for a type of another file. A name that several types or a trait define, or that
//! values of other crates have ([`COMMON`]), gives none.
//!
//! Not seen: what attributes name, which file holds a trait's functions for a type, and types that are never named.

use super::circles::Arrows;
use super::resolve::{Place, Target};
use super::source::{File, ModuleId, Named, Scope, World, leaves};
use super::tokens::{What, mentions};
use std::collections::{BTreeMap, BTreeSet};
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, ImplItem, Item, Stmt, TraitItem};

/// Methods of the standard library, of the browser's types and of signals, which say nothing of our own types.
const COMMON: &[&str] = &[
    "abort",
    "add",
    "all",
    "any",
    "append",
    "apply",
    "as_str",
    "back",
    "bind",
    "blur",
    "borrow",
    "cancel",
    "chain",
    "clear",
    "click",
    "clone",
    "close",
    "cmp",
    "collect",
    "connect",
    "contains",
    "copy",
    "count",
    "cycle",
    "dedup",
    "delete",
    "drain",
    "draw",
    "end",
    "entry",
    "error",
    "exp",
    "extend",
    "fill",
    "filter",
    "find",
    "finish",
    "first",
    "flush",
    "focus",
    "fold",
    "forget",
    "get",
    "go",
    "has",
    "hash",
    "index",
    "init",
    "insert",
    "into",
    "is_empty",
    "is_some",
    "item",
    "iter",
    "join",
    "key",
    "keys",
    "last",
    "len",
    "length",
    "lines",
    "ln",
    "load",
    "lock",
    "map",
    "max",
    "merge",
    "min",
    "name",
    "new",
    "next",
    "norm",
    "notify",
    "open",
    "parse",
    "path",
    "pause",
    "peek",
    "play",
    "pop",
    "position",
    "post",
    "product",
    "push",
    "read",
    "reload",
    "remove",
    "repeat",
    "replace",
    "reset",
    "resize",
    "resolve",
    "restore",
    "rev",
    "rows",
    "run",
    "save",
    "scale",
    "scroll",
    "select",
    "send",
    "set",
    "show",
    "skip",
    "sort",
    "split",
    "start",
    "state",
    "step",
    "stop",
    "store",
    "sum",
    "swap",
    "take",
    "then",
    "time",
    "to_string",
    "toggle",
    "track",
    "trim",
    "update",
    "value",
    "values",
    "wait",
    "wake",
    "with",
    "write",
    "zip",
];

/// A type by the module that defines it, and its name.
type Type = (ModuleId, String);

/// Who defines which function of which type.
#[derive(Default)]
struct Functions {
    /// The files by type and name.
    of: BTreeMap<(Type, String), BTreeSet<String>>,
    /// The types by name.
    types: BTreeMap<String, BTreeSet<Type>>,
    /// Names that traits have.
    traits: BTreeSet<String>,
}

/// All arrows between files.
pub fn arrows(world: &World) -> Arrows {
    let mut functions = Functions::default();
    for file in &world.files {
        functions.take_in(world, file.module, &file.tree.items);
    }
    let mut arrows = Arrows::new();
    for file in &world.files {
        let mut bound = Bound::default();
        bound.visit_file(&file.tree);
        let mut finder = Finder::new(world, &functions, file, bound, &mut arrows);
        finder.visit_file(&file.tree);
    }
    arrows
}

impl Functions {
    fn take_in(&mut self, world: &World, module: ModuleId, items: &[Item]) {
        for item in items {
            match item {
                Item::Mod(item) => {
                    if let (Some((_, items)), Some(module)) = (&item.content, inner(world, module, item)) {
                        self.take_in(world, module, items);
                    }
                }
                Item::Trait(item) => {
                    let names = item.items.iter().filter_map(|item| match item {
                        TraitItem::Fn(function) => Some(function.sig.ident.to_string()),
                        _ => None,
                    });
                    self.traits.extend(names);
                }
                Item::Impl(item) => self.take_in_impl(world, module, item),
                _ => {}
            }
        }
    }

    fn take_in_impl(&mut self, world: &World, module: ModuleId, item: &syn::ItemImpl) {
        let names = item.items.iter().filter_map(|item| match item {
            ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
            ImplItem::Const(constant) => Some(constant.ident.to_string()),
            _ => None,
        });
        if item.trait_.is_some() {
            self.traits.extend(names);
        } else if let Some(own) = type_of(world, Place::of(module), &item.self_ty) {
            for name in names {
                self.types.entry(name.clone()).or_default().insert(own.clone());
                let files = self.of.entry((own.clone(), name)).or_default();
                files.insert(world.modules[module].file.clone());
            }
        }
    }

    /// The files that define a function of a type.
    fn files(&self, of: &Type, name: &str) -> impl Iterator<Item = &String> {
        self.of.get(&(of.clone(), name.to_owned())).into_iter().flatten()
    }

    /// The one file, and type, that a call on some value leads to by its name alone.
    fn only(&self, world: &World, name: &str) -> Option<(&Type, &String)> {
        if self.traits.contains(name) || COMMON.contains(&name) {
            return None;
        }
        let mut types = self.types.get(name)?.iter();
        let (Some(of), None) = (types.next(), types.next()) else { return None };
        let mut files = self.files(of, name);
        let (Some(file), None) = (files.next(), files.next()) else { return None };
        (world.modules[of.0].file != *file).then_some((of, file))
    }
}

/// The module that stands in this one's file.
fn inner(world: &World, module: ModuleId, item: &syn::ItemMod) -> Option<ModuleId> {
    let named = world.modules[module].scope.names.get(&item.ident.to_string())?;
    named.iter().find_map(|named| match named {
        Named::Module(inner) if world.modules[*inner].file == world.modules[module].file => Some(*inner),
        _ => None,
    })
}

/// The type of the workspace that is written there.
fn type_of(world: &World, place: Place, written: &syn::Type) -> Option<Type> {
    let syn::Type::Path(path) = written else { return None };
    world.resolve(&segments(&path.path), place).into_iter().find_map(|target| match target {
        Target::Item { module, name, rest } if rest.is_empty() => Some((module, name)),
        _ => None,
    })
}

fn segments(path: &syn::Path) -> Vec<String> {
    let start = path.leading_colon.map(|_| String::new());
    start.into_iter().chain(path.segments.iter().map(|segment| segment.ident.to_string())).collect()
}

/// The variables of a file, which may be called as a function of another is.
#[derive(Default)]
struct Bound(BTreeSet<String>);

impl<'a> Visit<'a> for Bound {
    fn visit_pat_ident(&mut self, pattern: &'a syn::PatIdent) {
        self.0.insert(pattern.ident.to_string());
        visit::visit_pat_ident(self, pattern);
    }
}

/// Finds the arrows of one file.
struct Finder<'a> {
    world: &'a World,
    functions: &'a Functions,
    file: &'a str,
    module: ModuleId,
    blocks: Vec<Scope>,
    /// What `Self` is.
    own: Option<Type>,
    bound: Bound,
    arrows: &'a mut Arrows,
}

impl<'a> Finder<'a> {
    fn new(world: &'a World, functions: &'a Functions, file: &'a File, bound: Bound, arrows: &'a mut Arrows) -> Self {
        Self { world, functions, file: &file.name, module: file.module, blocks: vec![], own: None, bound, arrows }
    }

    fn resolve(&self, path: &[String]) -> Vec<Target> {
        self.world.resolve(path, Place { module: self.module, blocks: &self.blocks })
    }

    fn add(&mut self, to: &str, item: &str, line: usize) {
        if to != self.file {
            let items = self.arrows.entry((self.file.to_owned(), to.to_owned())).or_default();
            let first = items.entry(item.to_owned()).or_insert(line);
            *first = line.min(*first);
        }
    }

    /// A name by itself, in small letters, may be a variable: it counts where it is `called` or no variable has it.
    fn path(&mut self, path: &[String], called: bool, line: usize) {
        match path {
            [name, function, ..] if name == "Self" => self.of_self(function, line),
            [name] if name.starts_with(char::is_lowercase) && !called && self.bound.0.contains(name) => {}
            _ => self.resolve(path).iter().for_each(|target| self.target(target, line)),
        }
    }

    fn target(&mut self, target: &Target, line: usize) {
        // Who names a module names nothing of it yet.
        let Target::Item { module, name, rest } = target else { return };
        self.add(self.world.file_of(target), name, line);
        if let Some(function) = rest.first() {
            self.function(&(*module, name.clone()), function, line);
        }
    }

    /// A function of a type, wherever it stands.
    fn function(&mut self, of: &Type, name: &str, line: usize) {
        let functions = self.functions;
        functions.files(of, name).for_each(|file| self.add(file, &format!("{}::{name}", of.1), line));
    }

    /// A function of the type that is being implemented.
    fn of_self(&mut self, name: &str, line: usize) {
        if let Some(own) = self.own.clone() {
            self.function(&own, name, line);
        }
    }

    fn method(&mut self, name: &str, on_self: bool, line: usize) {
        let functions = self.functions;
        let own = self.own.clone().filter(|own| on_self && functions.files(own, name).next().is_some());
        if own.is_some() {
            self.of_self(name, line);
        } else if let Some((of, file)) = functions.only(self.world, name) {
            self.add(file, &format!("{}::{name}", of.1), line);
        }
    }

    fn tokens(&mut self, tokens: proc_macro2::TokenStream) {
        for mention in mentions(tokens) {
            match mention.what {
                What::Path(path, called) => {
                    if called || path.len() > 1 || path[0].starts_with(char::is_uppercase) {
                        self.path(&path, called, mention.line);
                    }
                }
                What::Method(name, of_self) => self.method(&name, of_self, mention.line),
            }
        }
    }
}

impl<'a> Visit<'a> for Finder<'_> {
    fn visit_attribute(&mut self, _: &'a Attribute) {}

    fn visit_visibility(&mut self, _: &'a syn::Visibility) {}

    fn visit_item_mod(&mut self, item: &'a syn::ItemMod) {
        if let Some(inner) = inner(self.world, self.module, item).filter(|_| item.content.is_some()) {
            let outer = std::mem::replace(&mut self.module, inner);
            visit::visit_item_mod(self, item);
            self.module = outer;
        }
    }

    fn visit_item_use(&mut self, item: &'a syn::ItemUse) {
        let handed_on = !matches!(item.vis, syn::Visibility::Inherited);
        for leaf in leaves(item) {
            for target in self.resolve(&leaf.path) {
                let (Target::Module(module) | Target::Item { module, .. }) = target;
                if handed_on && self.world.is_within(module, self.module) {
                    continue;
                }
                match &target {
                    // All that the module defines itself; what else is taken from it counts where it is used.
                    Target::Module(_) if leaf.name.is_none() => {
                        let names = &self.world.modules[module].scope.names;
                        if names.values().flatten().any(|named| matches!(named, Named::Item(_))) {
                            self.add(self.world.file_of(&target), "*", leaf.line);
                        }
                    }
                    target => self.target(target, leaf.line),
                }
            }
        }
    }

    fn visit_item_impl(&mut self, item: &'a syn::ItemImpl) {
        let own = type_of(self.world, Place { module: self.module, blocks: &self.blocks }, &item.self_ty);
        let outer = std::mem::replace(&mut self.own, own);
        visit::visit_item_impl(self, item);
        self.own = outer;
    }

    fn visit_block(&mut self, block: &'a syn::Block) {
        let mut scope = Scope::default();
        for statement in &block.stmts {
            match statement {
                Stmt::Item(Item::Use(item)) => scope.import(item),
                Stmt::Item(item) => scope.define(item),
                _ => {}
            }
        }
        let names_anything = !(scope.names.is_empty() && scope.globs.is_empty());
        if names_anything {
            self.blocks.push(scope);
        }
        visit::visit_block(self, block);
        if names_anything {
            self.blocks.pop();
        }
    }

    fn visit_path(&mut self, path: &'a syn::Path) {
        if let Some(first) = path.segments.first() {
            self.path(&segments(path), false, first.ident.span().start().line);
        }
        visit::visit_path(self, path);
    }

    fn visit_pat_ident(&mut self, pattern: &'a syn::PatIdent) {
        let name = pattern.ident.to_string();
        if name.starts_with(char::is_uppercase) {
            self.path(&[name], false, pattern.ident.span().start().line);
        }
        visit::visit_pat_ident(self, pattern);
    }

    fn visit_expr_call(&mut self, call: &'a syn::ExprCall) {
        if let Expr::Path(called) = &*call.func
            && let Some(first) = called.path.segments.first().filter(|_| called.qself.is_none())
        {
            self.path(&segments(&called.path), true, first.ident.span().start().line);
        }
        visit::visit_expr_call(self, call);
    }

    fn visit_expr_method_call(&mut self, call: &'a syn::ExprMethodCall) {
        let on_self = matches!(&*call.receiver, Expr::Path(path) if path.path.is_ident("self"));
        self.method(&call.method.to_string(), on_self, call.method.span().start().line);
        visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, called: &'a syn::Macro) {
        let path = segments(&called.path);
        let line = called.path.segments.first().map_or(1, |first| first.ident.span().start().line);
        self.path(&path, true, line);
        let (world, mut module) = (self.world, self.module);
        while let (Some(outer), [name]) = (world.modules[module].parent, &path[..]) {
            module = outer;
            if world.modules[module].scope.macros.contains(name) {
                self.add(&world.modules[module].file, name, line);
                break;
            }
        }
        self.tokens(called.tokens.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::floors::source::Root;

    /// Reads a crate whose first file is `lib.rs`, and one that it knows as `below`, whose first file is `below.rs`.
    fn read(files: &[(&str, &str)]) -> Arrows {
        let text = |name: &str| files.iter().find(|(file, _)| *file == name).map(|(_, text)| (*text).to_owned());
        let root = |file: &str, knows: &[(&str, usize)]| Root {
            file: file.to_owned(),
            knows: knows.iter().map(|(name, place)| ((*name).to_owned(), *place)).collect(),
        };
        let mut roots = vec![root("lib.rs", &[("below", 1)])];
        roots.extend(text("below.rs").map(|_| root("below.rs", &[])));
        arrows(&World::read(&roots, &text).unwrap())
    }

    #[track_caller]
    fn assert_arrows(files: &[(&str, &str)], expected: &[&str]) {
        let arrows = read(files);
        let found = arrows.iter().map(|((from, to), items)| {
            let items = items.iter().map(|(item, line)| format!("{item}:{line}"));
            format!("{from} > {to}: {}", items.collect::<Vec<_>>().join(" "))
        });
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    /// A crate of `a.rs`, with such a text, and `b.rs`.
    #[track_caller]
    fn assert_named(a: &str, b: &str, expected: &[&str]) {
        assert_arrows(&[("lib.rs", "mod a; mod b;"), ("a.rs", a), ("b.rs", b)], expected);
    }

    const B: &str = "pub struct B; pub struct C; pub fn make() -> B { B } pub enum E { One, Two }";

    #[test]
    fn a_use_is_an_arrow() {
        assert_named("use crate::b::B;", B, &["a.rs > b.rs: B:1"]);
        assert_named("\nuse super::b::{self, B, C};", B, &["a.rs > b.rs: B:2 C:2"]);
        assert_named("use crate::{b::{B as D}};", B, &["a.rs > b.rs: B:1"]);
        assert_named("fn f() { use crate::b::make; make() }", B, &["a.rs > b.rs: make:1"]);
    }

    #[test]
    fn a_glob_is_an_arrow_to_all_that_the_module_defines_and_to_what_is_used_of_it() {
        assert_named("use super::b::*; fn f() -> B { make() }", B, &["a.rs > b.rs: *:1 B:1 make:1"]);
        assert_named("fn f() { use crate::b::E::*; g(One) }", B, &["a.rs > b.rs: E:1"]);
        let files = [
            ("lib.rs", "mod a; mod m;"),
            ("a.rs", "use crate::m::*; fn f(_: Item) {}"),
            ("m.rs", "mod n; pub use n::{Item, Other};"),
            ("m/n.rs", "pub struct Item; pub struct Other;"),
        ];
        assert_arrows(&files, &["a.rs > m/n.rs: Item:1"]);
    }

    #[test]
    fn a_path_in_code_is_an_arrow() {
        assert_named("use crate::b;", B, &[]);
        assert_named("use crate::b; fn f() { g(b::make()) }", B, &["a.rs > b.rs: make:1"]);
        assert_named("fn f(b: &crate::b::B) {}", B, &["a.rs > b.rs: B:1"]);
        assert_named("fn f() { match x { super::b::E::One => {} _ => {} } }", B, &["a.rs > b.rs: E:1"]);
        assert_named("use crate::b as c; type D = Vec<c::B>;", B, &["a.rs > b.rs: B:1"]);
        assert_named("mod in_a { fn f() { super::super::b::make() } }", B, &["a.rs > b.rs: make:1"]);
    }

    #[test]
    fn a_path_in_the_tokens_of_a_macro_is_an_arrow() {
        assert_named("fn f() { format!(\"{}\", 1 + crate::b::make()) }", B, &["a.rs > b.rs: make:1"]);
        assert_named("use crate::b; fn f() { view! { <p>{b::make(1)}</p> <b::B/> } }", B, &["a.rs > b.rs: B:1 make:1"]);
    }

    #[test]
    fn what_a_macro_defines_is_defined_where_it_is_called() {
        assert_named(
            "use crate::b::Words; use crate::b::words;",
            "words! { title: 1 }",
            &["a.rs > b.rs: Words:1 words:1"],
        );
        let macro_rules = "macro_rules! list { () => {} } pub(crate) use list as many;";
        assert_named("use crate::b::many; many! {}", macro_rules, &["a.rs > b.rs: list:1"]);
        let above = [("lib.rs", "macro_rules! list { () => {} } mod a;"), ("a.rs", "list! {}")];
        assert_arrows(&above, &["a.rs > lib.rs: list:1"]);
    }

    #[test]
    fn a_re_export_is_followed_to_where_the_item_is_defined() {
        let files = |lib, a| {
            [
                ("lib.rs", lib),
                ("a.rs", a),
                ("task/mod.rs", "mod series; pub use series::{Row, read as taken};"),
                ("task/series.rs", "mod row; pub use row::Row; pub fn read() {}"),
                ("task/series/row.rs", "pub struct Row;"),
            ]
        };
        assert_arrows(
            &files("mod a; mod task;", "use crate::task::Row; use crate::task::taken;"),
            &["a.rs > task/series.rs: read:1", "a.rs > task/series/row.rs: Row:1"],
        );
        // Two at once: from elsewhere, and by another name.
        assert_arrows(
            &files("mod a; mod task;", "pub use crate::task::Row as Line;"),
            &["a.rs > task/series/row.rs: Row:1"],
        );
    }

    #[test]
    fn a_module_that_uses_what_it_hands_on_has_an_arrow_to_it() {
        let files = |m| [("lib.rs", "mod m;"), ("m.rs", m), ("m/n.rs", "pub struct Item; pub fn make() {}")];
        assert_arrows(&files("mod n; pub use n::Item;"), &[]);
        assert_arrows(&files("mod n; use n::Item;"), &["m.rs > m/n.rs: Item:1"]);
        assert_arrows(&files("mod n;\npub use n::{make, Item};\nfn f() { make() }"), &["m.rs > m/n.rs: make:3"]);
        assert_arrows(&files("mod n; pub use n::make; fn f(make: u8) { g(make) }"), &[]);
    }

    const HOST: &str = "pub struct Host; impl Host { pub fn new() -> Self { Host } fn own(&self) {} }";
    const LEADING: &str = "use crate::host::Host; impl Host { pub fn lead(&self) {} pub fn take(&self) {} fn at() {} }";

    /// A crate where `Host` has functions in two files, one more, and its arrows but the one of those two.
    #[track_caller]
    fn assert_called(own: &str, more: &str, expected: &[&str]) {
        let host = format!("{HOST} {own}");
        let files = [
            ("lib.rs", "mod host; mod leading; mod more;"),
            ("host.rs", &*host),
            ("leading.rs", LEADING),
            ("more.rs", more),
        ];
        let expected = [expected, &["leading.rs > host.rs: Host:1"]].concat();
        let mut sorted = expected.clone();
        sorted.sort_unstable();
        assert_arrows(&files, &sorted);
    }

    #[test]
    fn a_function_in_another_file_than_its_type_is_an_arrow_to_that_file() {
        assert_called("", "", &[]);
        assert_called("", "fn f() { host().lead() }", &["more.rs > leading.rs: Host::lead:1"]);
        assert_called("", "fn f() { view! { <p>{host.lead()}</p> } }", &["more.rs > leading.rs: Host::lead:1"]);
        assert_called(
            "",
            "fn f() { crate::host::Host::at() }",
            &["more.rs > host.rs: Host:1", "more.rs > leading.rs: Host::at:1"],
        );
        assert_called(
            "impl Host { fn f(&self) { self.take(); Self::at(); self.own() } }",
            "",
            &["host.rs > leading.rs: Host::at:1 Host::take:1"],
        );
    }

    #[test]
    fn a_call_whose_name_may_be_anothers_is_none() {
        // What the standard library has too.
        assert_called("", "fn f() { host().take() }", &[]);
        // What two types have.
        assert_called("", "struct Other; impl Other { fn lead() {} } fn f() { host().lead() }", &[]);
        assert_called("", "trait Other { fn lead(); } fn f() { host().lead() }", &[]);
        // What stands beside its type.
        assert_called("", "fn f() { host().own() }", &[]);
    }

    #[test]
    fn mod_and_tests_and_attributes_are_none() {
        assert_named("mod c { } pub(in crate::a) struct D; #[doc = crate::b::text!()] struct F;", B, &[]);
        assert_named("#[cfg(test)] mod tests { use crate::b::B; } #[cfg(test)] use crate::b::C;", B, &[]);
        assert_named("struct A; impl A { #[cfg(test)] fn f() -> crate::b::B {} }", B, &[]);
        assert_named("#[cfg(feature = \"train\")] use crate::b::C;", B, &["a.rs > b.rs: C:1"]);
    }

    #[test]
    fn what_leads_out_of_the_workspace_is_none() {
        assert_named("use std::fmt::Display; pub use serde::b::B; fn f() { b::make() }", B, &[]);
        assert_named("use serde as b; fn f() { ::b::make() }", B, &[]);
    }

    #[test]
    fn a_crate_below_is_followed_into() {
        let files = [
            ("lib.rs", "pub use below::trace; mod a;"),
            ("a.rs", "use crate::trace::Series; fn f() { below::run() }"),
            ("below.rs", "pub mod trace; pub fn run() {}"),
            ("trace.rs", "pub struct Series;"),
        ];
        assert_arrows(&files, &["a.rs > below.rs: run:1", "a.rs > trace.rs: Series:1"]);
    }

    #[test]
    fn names_that_lead_to_each_other_come_to_an_end() {
        let files = [
            ("lib.rs", "mod a; mod words;"),
            ("a.rs", "pub use crate::words::*; pub use self::no as no;"),
            ("words.rs", "mod words; pub use words::words; pub use crate::a::*;"),
            ("words/words.rs", "pub fn words() { no() }"),
        ];
        assert_arrows(&files, &[]);
    }
}
