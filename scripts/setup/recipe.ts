/** What set-up makes: any change here makes it again. */
export const RECIPE = {
  /** The package whose addon is wanted. */
  tfjsNode: "@tensorflow/tfjs-node@4.22.0",
  /** The package of PyPI that holds TensorFlow's libraries and headers. */
  wheel: "tensorflow-cpu==2.21.0",
  /** Size of the wheel, bytes. */
  wheelBytes: 274_000_871,
  /** What pip calls the wheel that is wanted, whichever Python runs it. */
  wheelTags: {
    platform: "manylinux_2_27_x86_64",
    "python-version": "3.12",
    implementation: "cp",
    abi: "cp312",
  },
  /** Of the wheel with these tags, as PyPI lists it. */
  wheelSha256:
    "dcc8afd32930e42d5296b6ee19078b773706830af4ea97fbe503b9f5e0f820cb",
  /** What is taken out of the wheel for good. */
  libraries: ["libtensorflow_cc.so.2", "libtensorflow_framework.so.2"],
  /** What the compiler reads: folders or starts of names in the wheel. */
  headers: [
    "tensorflow/include/tensorflow/c/",
    "tensorflow/include/tensorflow/core/platform/ctstring",
    "tensorflow/include/tsl/platform/ctstring",
    "tensorflow/include/xla/tsl/c/",
  ],
} as const;

/** Where set-up works and what it leaves, from the project's root. */
export const PLACES = {
  /** The package. */
  package: "node_modules/@tensorflow/tfjs-node",
  /** The addon, from the package's root; `v8` is Node-API's version 8. */
  addon: "lib/napi-v8/tfjs_binding.node",
  /** Where the addon looks for its libraries, from the package's root. */
  libraries: "deps/lib",
  /** C headers of Node-API. */
  nodeHeaders: "node_modules/node-api-headers/include",
  /** Downloads and half-made things. */
  cache: ".cache",
  /** What the last set-up came to. */
  stamp: ".cache/setup.json",
} as const;
