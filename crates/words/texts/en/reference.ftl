### The texts around the pages to look things up in. The pages themselves stand in `course`.

search = Search all pages
hint = Terms, mistakes, answers, symbols and papers.
clear = Clear
contents = Contents
found = Found
none_here = Nothing on this page. The list shows what was found on the others.

## With numbers or names in them.

found_here =
    { $n ->
        [one] { $n } entry
       *[other] { $n } entries
    } found, { $here } on this page
nothing = Nothing found for “{ $query }”. Type fewer words, or the beginning of one.
of_page = { $name } ({ $n })
