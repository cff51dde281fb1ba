"""Runs the programs of one library on the networks of one width: python programs.py pytorch f64 FOLDER.

Each runs in the folder of its network as it stands there, and once more with the .npz in place of the .safetensors. What it prints goes
to pytorch-safetensors.out and pytorch-npz.out beside it. One process runs them all, so that the library is imported once.
"""

import contextlib
import os
import pathlib
import sys

library, width, folder = sys.argv[1:]
programs = sorted(pathlib.Path(folder).resolve().glob(f"*-{width}/unrolled-*-{library}.py"))
assert programs, folder
for program in programs:
    os.chdir(program.parent)
    text = program.read_text(encoding="utf-8")
    for kind in ("safetensors", "npz"):
        own = text.replace(".safetensors\"", f".{kind}\"")
        assert (own != text) == (kind == "npz"), program
        with open(f"{library}-{kind}.out", "w", encoding="utf-8") as out, contextlib.redirect_stdout(out):
            exec(compile(own, str(program), "exec"), {"__name__": "__main__"})
