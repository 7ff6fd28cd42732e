/** Parses no flags: started by `std_cli_test.ts` to see what that needs. */
import { parseArgs } from "@std/cli/parse-args";

parseArgs([]);
