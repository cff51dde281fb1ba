import base64
from safetensors.torch import load

# The weights, as the file __FILE__ has them.
WEIGHTS = """
__WEIGHTS__
"""
tensors = load(base64.b64decode(WEIGHTS))
