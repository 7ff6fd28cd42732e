/** Prints which of the permissions given as arguments this process has. */
const asked: readonly Deno.PermissionDescriptor[] = JSON.parse(
  Deno.args[0] ?? "[]",
);
// deno-lint-ignore no-console -- the test reads it
console.log(
  JSON.stringify(
    asked.map((each) => Deno.permissions.querySync(each).state === "granted"),
  ),
);
