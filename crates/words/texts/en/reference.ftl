### The texts around the pages to look things up in. The pages themselves stand in `course`.

search = Search all pages
hint = Terms, mistakes, answers, symbols and papers.
clear = Clear
contents = Contents
found = Found
none_here = Nothing on this page. The list shows what was found on the others.
