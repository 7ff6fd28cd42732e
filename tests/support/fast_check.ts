import fc from "fast-check";

/**
 * The gate must say the same of the same tree, so CI always draws the same
 * cases; elsewhere each run draws new ones, and a failure names its seed.
 */
if (Deno.env.get("CI")) fc.configureGlobal({ seed: 20_261_122 });

export { fc };
