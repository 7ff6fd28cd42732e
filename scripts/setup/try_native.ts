/** Ends with 0 if tfjs-node multiplies two matrices. */
import { loadTfjsNode } from "../../lib/model/tfjs/tfjs_node.ts";

const { tf } = await loadTfjsNode();
const product = tf.matMul([[1, 2], [3, 4]], [[0, 1], [1, 0]]).dataSync();
if (product.join() !== "2,1,4,3") {
  throw new Error(`Cannot trust tfjs-node: it must multiply, got ${product}`);
}
