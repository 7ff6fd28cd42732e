/**
 * Sizes and addresses, set by the host before anything is called.
 *
 * Sizes are rounded up to whole blocks of 8, the width of a micro-kernel. What is
 * added stays 0 throughout: a unit whose weights are 0 gives h = 0, and a weight
 * that only meets zeros has a gradient of 0.
 */

/** Windows that go through the network together: a micro-batch. */
export const LANES: i32 = 8;

/** Windows that are scored together: more of them read each panel once. */
export const SCORE_LANES: i32 = 16;

/** Bytes of an f32. */
export const F32: usize = 4;

/** Steps a window. */
export let window: i32 = 0;
/** Features a step. */
export let features: i32 = 0;
/** Units of each LSTM, rounded up. */
export let units: i32 = 0;
/** Columns of an encoder row that hold `[x | 1]`, rounded up. */
export let inputs: i32 = 0;
/** Columns of a reconstructed step, rounded up. */
export let outputs: i32 = 0;

// Parameters, each a matrix in panels (see matmul.as.ts), one after the other.

/** Encoder, rows `[h | x | 1]`, a column a gate and unit. */
export let encoder: usize = 0;
/** Decoder's kernel and bias, rows `[code | 1]`. */
export let input: usize = 0;
/** Decoder's recurrent kernel, rows `[h]`. */
export let recurrent: usize = 0;
/** Dense layer, rows `[h | 1]`, a column a feature. */
export let output: usize = 0;
/** Bytes from a parameter to its first moment, and from there to its second. */
export let parameterBytes: usize = 0;
/** Bytes from a gradient block to the next one. */
export let gradientBytes: usize = 0;
/** The first gradient block, laid out as the parameters are. */
export let gradients: usize = 0;

// Copies of the same matrices with rows and columns exchanged, for the way back.

export let encoderBack: usize = 0;
export let inputBack: usize = 0;
export let recurrentBack: usize = 0;
export let outputBack: usize = 0;

// From here on each thread has its own.

/** Counts steps through time: the host sees that this thread is alive. */
export let heartbeat: usize = 0;

/** `[window + 1][LANES]` rows `[h | x | 1]`: the state before each step, its input. */
export let encoderRows: usize = 0;
/** `[window][LANES][4 units]`: pre-activations, then gates, then their errors. */
export let encoderGates: usize = 0;
/** `[window + 1][LANES][units]`: cell states before each step. */
export let encoderCells: usize = 0;
/** `[window][LANES][units]`: tanh of the cell state after each step. */
export let encoderTanh: usize = 0;
/** `[LANES]` rows `[h | 1]`: the encoder's last state. */
export let codeRows: usize = 0;
/** `[LANES][4 units]`: what the code adds to every pre-activation of the decoder. */
export let codeGates: usize = 0;
/** `[LANES][4 units]`: the decoder's errors, summed over time. */
export let codeErrors: usize = 0;
/** `[window + 1][LANES]` rows `[h | 1]`. */
export let decoderRows: usize = 0;
export let decoderGates: usize = 0;
export let decoderCells: usize = 0;
export let decoderTanh: usize = 0;
/** `[window][LANES][outputs]`: reconstruction, then its error. */
export let outputErrors: usize = 0;
/** `[window][LANES][units]`: the error of h that comes from the dense layer. */
export let hiddenErrors: usize = 0;
/** `[LANES][units]`: the error of h at one step. */
export let stateErrors: usize = 0;
/** `[LANES][units]`: the error of the cell state, carried back through time. */
export let cellErrors: usize = 0;
/** `[window × LANES][8]`: columns that a product over time is taken of. */
export let panel: usize = 0;

/** `[outputs]`: 1 for a feature, 0 for what rounding up added. */
export let mask: usize = 0;
/** `[4 units]` or `[outputs]`, the longer: for a product that starts from nothing. */
export let zeros: usize = 0;
/** `[steps of a job][4 units]`: what each step's x adds to the pre-activations. */
export let projections: usize = 0;
/** `[LANES][inputs]`: rows `[x | 1]` on their way there. */
export let inputRows: usize = 0;
/** `[SCORE_LANES]` rows `[h | 1]`. */
export let stateRows: usize = 0;
/** `[SCORE_LANES][units]`: cell states. */
export let cells: usize = 0;
/** `[SCORE_LANES][4 units]`: pre-activations without the share of h. */
export let startGates: usize = 0;
/** `[SCORE_LANES][4 units]`: pre-activations. */
export let stepGates: usize = 0;
/** `[SCORE_LANES][outputs]`: one reconstructed step. */
export let stepOutputs: usize = 0;
