/**
 * Marks incidents in a report's page as a reader does and prints what is seen, as
 * JSON; a program of its own, as `read_page.ts` is:
 * `deno run -A mark_page.ts PROGRAM PAGE FOLDER NOTE`. What is downloaded goes to
 * `FOLDER/labels.csv`.
 *
 * @module
 */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { openBrowser } from "./open_page.ts";

const [program = "", file = "", folder = "", note = ""] = Deno.args;
const browser = await openBrowser(program);
const complaints: string[] = [];
const requests = new Set<string>();
const downloaded = join(folder, "labels.csv");

async function open(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => {
    complaints.push(`a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("request", (request) => requests.add(request.url()));
  await page.goto(pathToFileURL(file).href);
  return page;
}

const look = (page: Page) =>
  page.evaluate(`({
    count: document.querySelector("#marks strong").textContent,
    said: document.querySelector("#marks [aria-live]").textContent,
    marks: [...document.querySelectorAll("fieldset.marking input:checked")]
      .map((input) => input.value),
    notes: [...document.querySelectorAll("fieldset.marking textarea")]
      .map((note) => note.value),
    signs: [...document.querySelectorAll(".mark-sign")]
      .map((sign) => sign.textContent),
    printed: [...document.querySelectorAll(".marked")].map((text) =>
      getComputedStyle(text).display === "none" ? null : text.textContent),
    controls: [...document.querySelectorAll("fieldset.marking, #marks")]
      .filter((one) => one.offsetParent !== null).length,
    undo: !document.querySelector("#marks button:last-of-type").hidden,
  })`);
const press = (page: Page, name: string) =>
  page.getByRole("button", { name }).click();

try {
  const seen: Record<string, unknown> = {};
  const context = await browser.newContext({ acceptDownloads: true });
  const page = await open(context);
  seen.before = await look(page);
  // By the keyboard alone: the group is reached, an arrow chooses, Tab goes on.
  await page.locator("#incident-1 input[value='']").focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Tab");
  await page.keyboard.insertText(note);
  await page.locator("#incident-2 input[value=maintenance]").check();
  seen.marked = await look(page);
  await page.reload();
  seen.reloaded = await look(page);
  await page.emulateMedia({ media: "print" });
  seen.printed = await look(page);
  await page.emulateMedia({ media: "screen" });
  const download = page.waitForEvent("download");
  await press(page, "Download labels.csv");
  seen.file = (await download).suggestedFilename();
  await (await download).saveAs(downloaded);
  await press(page, "Clear");
  seen.cleared = await look(page);
  await press(page, "Undo");
  seen.undone = await look(page);
  await press(page, "Clear");
  await page.locator("#incident-1 input[value=false]").check();
  seen.anew = await look(page);

  const other = await open(await browser.newContext());
  const told = other.locator("#marks [aria-live]");
  seen.elsewhere = await look(other);
  await other.locator("#marks input").setInputFiles(downloaded);
  await told.filter({ hasText: "Loaded" }).waitFor();
  seen.loaded = await look(other);
  await press(other, "Undo");
  seen.unloaded = await look(other);
  await other.locator("#marks input").setInputFiles(downloaded);
  await told.filter({ hasText: "Loaded" }).waitFor();
  const broken = join(folder, "broken.csv");
  await Deno.writeTextFile(
    broken,
    "start,end,mark\n2026-01-01,2026-01-01,<img>\n",
  );
  await other.locator("#marks input").setInputFiles(broken);
  await told.filter({ hasText: "broken" }).waitFor();
  seen.refused = await look(other);

  const blocked = await browser.newContext();
  await blocked.addInitScript(`Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("denied", "SecurityError"); },
  })`);
  const without = await open(blocked);
  await without.locator("#incident-1 input[value=false]").check();
  seen.blocked = await look(without);

  // Storage is full for this window only: another report's marks still fit.
  const shared = await browser.newContext();
  const full = await open(shared);
  await full.evaluate(`Storage.prototype.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  }`);
  await full.locator("#incident-1 input[value=false]").check();
  const second = await open(shared);
  /** Does something in the second window and waits until the first has heard. */
  const hears = async (act: () => Promise<unknown>) => {
    await full.evaluate(`void (globalThis.heard = new Promise((resolve) =>
      addEventListener("storage", () => setTimeout(resolve), { once: true })))`);
    await act();
    await full.evaluate("heard");
  };
  await hears(() =>
    second.evaluate(`localStorage.setItem("whenwhy marks another", "{}")`)
  );
  seen.full = await look(full);
  await full.reload();
  await hears(() => second.locator("#incident-2 input[value=true]").check());
  seen.followed = await look(full);
  // deno-lint-ignore no-console -- the program's result
  console.log(JSON.stringify({ seen, complaints, requests: [...requests] }));
} finally {
  await browser.close();
}
