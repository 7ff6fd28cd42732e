/**
 * Shows a value as a notebook does.
 *
 * @param value The value.
 * @returns Its forms by MIME type.
 */
export async function formsOf(value: object): Promise<Record<string, string>> {
  return await Reflect.get(value, Symbol.for("Jupyter.display"))();
}
