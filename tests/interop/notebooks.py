"""Executes the notebooks of the networks in 64 bits, each in a folder of its own: python notebooks.py FOLDER.

One that carries its weights finds nothing beside it; one that does not finds the file. What it prints goes to notebook.out in the
folder of its network.
"""

import pathlib
import shutil
import sys
import tempfile

import nbformat
from nbclient import NotebookClient

for path in sorted(pathlib.Path(sys.argv[1]).resolve().glob("*-f64/*.ipynb")):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    with tempfile.TemporaryDirectory() as apart:
        if "b64decode" not in path.read_text(encoding="utf-8"):
            shutil.copy(path.with_suffix(".safetensors"), apart)
        NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": apart}}).execute()
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    assert any("image/png" in output.get("data", {}) for output in outputs), f"{path}: nothing is drawn"
    printed = "".join(output["text"] for output in outputs if output["output_type"] == "stream" and output["name"] == "stdout")
    (path.parent / "notebook.out").write_text(printed, encoding="utf-8")
