/** What is wrong with a file's bytes, told by who finds it, without the file. */
export class Damage extends Error {
  /** Tells it from other errors. */
  override readonly name = "Damage";

  /** @param found What is wrong: "its footer is cut short". */
  constructor(readonly found: string) {
    super(`Cannot read the bytes: ${found}`);
  }
}
