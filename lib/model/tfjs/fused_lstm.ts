import {
  int64Scalar,
  type NativeBackend,
  nativeBackend,
  type OpAttribute,
} from "./native_backend.ts";
import type { LayersModel, Tensor, TensorFlow } from "./tensorflow.ts";

/** The parts of tfjs' LSTM layer that it keeps to itself. */
interface LstmLayer {
  call(inputs: Tensor | Tensor[]): Tensor;
  readonly returnSequences: boolean;
  readonly cell: Readonly<
    Record<"kernel" | "recurrentKernel" | "bias", { read(): Tensor }>
  >;
}

/**
 * Makes a network's LSTM layers run TensorFlow's fused kernel, a step of all gates
 * in one op, instead of a dozen ops a step. Weights, topology and results stay as
 * they are: the kernel has Keras' gate order i, f, c, o.
 *
 * @param tf tfjs-node, its backend active.
 * @param network Its LSTMs must have tanh and sigmoid activations and a bias.
 */
export function fuseLstms(tf: TensorFlow, network: LayersModel): void {
  const blockLstm = fusedKernel(tf);
  for (const layer of network.layers) {
    if (layer.getClassName() !== "LSTM") continue;
    const lstm = layer as unknown as LstmLayer;
    lstm.call = (inputs) =>
      tf.tidy(() => {
        const x = Array.isArray(inputs) ? inputs[0] : inputs; // [B, T, I]
        if (x === undefined) {
          throw new TypeError("Cannot run an LSTM on nothing");
        }
        const { kernel, recurrentKernel, bias } = lstm.cell;
        const h = blockLstm(
          tf.transpose(x, [1, 0, 2]),
          tf.concat([kernel.read(), recurrentKernel.read()], 0),
          bias.read(),
        ); // [T, B, H]
        if (lstm.returnSequences) return tf.transpose(h, [1, 0, 2]);
        const [steps = 1, batch = 0, hidden = 0] = h.shape;
        return h.slice([steps - 1, 0, 0], [1, -1, -1]).reshape([batch, hidden]);
      });
  }
}

/**
 * @returns x `[T, B, I]`, kernel `[I + H, 4 H]` and bias `[4 H]` to h `[T, B, H]`.
 */
function fusedKernel(
  tf: TensorFlow,
): (x: Tensor, kernel: Tensor, bias: Tensor) => Tensor {
  const native = nativeBackend(tf);
  const attributes = opAttributes(native);
  const lengthOf = (x: Tensor) => int64Scalar(native, x.shape[0] ?? 0);
  // No initial state, and peephole weights that the op wants but does not use.
  const zeros = (x: Tensor, bias: Tensor) => {
    const hidden = bias.size / 4;
    return {
      state: tf.zeros([x.shape[1] ?? 0, hidden]),
      w: tf.zeros([hidden]),
    };
  };

  return tf.customGrad((...args) => {
    const [x, kernel, bias, save] = args as LstmArguments;
    const { state, w } = zeros(x, bias);
    const outputs = native.executeMultipleOutputs(
      "BlockLSTMV2",
      attributes.forward,
      [lengthOf(x), x, state, state, kernel, w, w, w, bias],
      7, // i, cs, f, o, ci, co, h
    );
    save([x, kernel, bias, ...outputs]);
    const gradFunc = (dh: Tensor, saved: Tensor[]) => {
      const [x, kernel, bias, ...outputs] = saved as SavedTensors;
      const { state, w } = zeros(x, bias);
      const inputs = [x, state, state, kernel, w, w, w, bias, ...outputs];
      const gradients = native.executeMultipleOutputs(
        "BlockLSTMGradV2",
        attributes.backward,
        [lengthOf(x), ...inputs, tf.zerosLike(outputs[1]), dh],
        8, // x, cs_prev, h_prev, w, wci, wcf, wco, b
      ) as GradientTensors;
      return [gradients[0], gradients[3], gradients[7]];
    };
    return { value: (outputs as OutputTensors)[6], gradFunc };
  });
}

// tfjs types the arguments of customGrad and what it saves as plain lists.
type LstmArguments = [Tensor, Tensor, Tensor, (tensors: Tensor[]) => void];
type OutputTensors = [Tensor, Tensor, Tensor, Tensor, Tensor, Tensor, Tensor];
type GradientTensors = [...OutputTensors, Tensor];
type SavedTensors = [Tensor, Tensor, Tensor, ...OutputTensors];

function opAttributes({ binding }: NativeBackend) {
  const type: OpAttribute = {
    name: "T",
    type: binding.TF_ATTR_TYPE,
    value: binding.TF_FLOAT,
  };
  const peephole: OpAttribute = {
    name: "use_peephole",
    type: binding.TF_ATTR_BOOL,
    value: false,
  };
  // 0 clips nothing; the op's own default, 3, would.
  const clip: OpAttribute = {
    name: "cell_clip",
    type: binding.TF_ATTR_FLOAT,
    value: 0,
  };
  return { forward: [type, peephole, clip], backward: [type, peephole] };
}
