// TensorFlow.js, written as its users write it: a recurrent layer, a dense head, Adam.

const packages = new URL("node_modules/@tensorflow/", import.meta.url).href;
const CLASSES = 10;

/** Where PyTorch's gates (LSTM i, f, g, o; GRU r, z, n) stand in TensorFlow.js's order. */
const GATES = { rnn: [0], lstm: [0, 1, 2, 3], gru: [1, 0, 2] };

const LAYERS = { rnn: "simpleRNN", lstm: "lstm", gru: "gru" };

let loading;

/** Loads TensorFlow.js once and makes `backend`, "cpu" or "wasm", the one that computes. Gives its version. */
export async function prepare(backend) {
  loading ??= load();
  await loading;
  if (!(await tf.setBackend(backend))) throw new Error(`the backend ${backend} did not start`);
  return tf.version.tfjs;
}

async function load() {
  await script("tfjs/dist/tf.es2017.min.js");
  await script("tfjs-backend-wasm/dist/tf-backend-wasm.es2017.min.js");
  tf.enableProdMode();
  tf.wasm.setWasmPaths(`${packages}tfjs-backend-wasm/dist/`);
  tf.wasm.setThreadsCount(1);
  tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
  if (!(await tf.env().getAsync("WASM_HAS_SIMD_SUPPORT"))) throw new Error("this browser has no WebAssembly SIMD");
}

function script(path) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = packages + path;
    element.onload = resolve;
    element.onerror = () => reject(new Error(`${path} did not load: has npm ci been run?`));
    document.head.append(element);
  });
}

/**
 * A model with these weights (PyTorch's names and layout) and one batch: `x` is [T, B, I], `classes` [B].
 * Both biases become the layer's one.
 */
export function build(cell, { inputs, hidden, steps, batch }, weights, x, classes) {
  const layer = tf.layers[LAYERS[cell]]({
    units: hidden,
    inputShape: [steps, inputs],
    ...(cell !== "rnn" && { recurrentActivation: "sigmoid" }),
    // Replaced below; the default, an orthogonal matrix, takes long to make.
    recurrentInitializer: "zeros",
  });
  const head = tf.layers.dense({ units: CLASSES });
  const model = tf.sequential({ layers: [layer, head] });

  const gates = (values, columns) => {
    const blocks = tf.split(tf.tensor2d(values, [values.length / columns, columns]), GATES[cell].length);
    return tf.concat(GATES[cell].map((gate) => blocks[gate])).transpose();
  };
  const [input, target] = tf.tidy(() => {
    const bias = weights.bias_ih_l0.map((value, index) => value + weights.bias_hh_l0[index]);
    layer.setWeights([
      gates(weights.weight_ih_l0, inputs),
      gates(weights.weight_hh_l0, hidden),
      gates(bias, 1).flatten(),
    ]);
    head.setWeights([
      tf.tensor2d(weights.head_weight, [CLASSES, hidden]).transpose(),
      tf.tensor1d(weights.head_bias),
    ]);
    return [
      tf.tensor3d(x, [steps, batch, inputs]).transpose([1, 0, 2]),
      tf.oneHot(tf.tensor1d(classes, "int32"), CLASSES).toFloat(),
    ];
  });

  const loss = (labels, logits) => tf.losses.softmaxCrossEntropy(labels, logits);
  const optimizer = tf.train.adam(0.001, 0.9, 0.999, 1e-8);
  model.compile({ optimizer, loss });

  return {
    /** One training step; gives the loss before it. */
    step: () => model.trainOnBatch(input, target),
    dispose() {
      model.dispose();
      optimizer.dispose();
      tf.dispose([input, target]);
    },
  };
}
