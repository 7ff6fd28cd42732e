import { element } from "./element.ts";

/** What a reader may do with all marks. */
export interface MarksActions {
  /** Gives the text of the file that is downloaded. */
  readonly csv: () => string;
  /** Takes a file in. */
  readonly load: (name: string, text: string) => LoadedFile;
  /** Takes all marks away; gives what brings them back. */
  readonly clear: () => () => void;
}

/** What came of a file. */
export interface LoadedFile {
  /** A sentence about it. */
  readonly said: string;
  /** Brings back what was marked before; absent where the file changed nothing. */
  readonly bringBack?: () => void;
}

/** The bar of a page with marks. */
export interface MarksBar {
  /** What stands in the page. */
  readonly root: HTMLElement;
  /** Shows how many are marked now; what could be undone no longer can. */
  readonly count: (text: string) => void;
  /** Says something once. */
  readonly say: (text: string) => void;
}

/** The largest file that is taken for labels. */
const MOST_BYTES = 2 ** 22;

/**
 * Makes the bar that counts marks, downloads, loads and clears them. A download
 * is made in the page itself: nothing is asked of anybody.
 *
 * @param page The page.
 * @param actions What its buttons do.
 * @returns The bar, not yet in the page.
 */
export function marksBar(
  page: Document,
  { csv, load, clear }: MarksActions,
): MarksBar {
  const counted = element(page, "strong");
  const told = element(page, "span", { attributes: { "aria-live": "polite" } });
  const button = (text: string) =>
    element(page, "button", { attributes: { type: "button" }, holds: [text] });
  const [download, choose, clearing, undo] = [
    button("Download labels.csv"),
    button("Load labels.csv"),
    button("Clear"),
    button("Undo"),
  ];
  // Its own words are the browser's, in any language, and wide.
  const file = element(page, "input", {
    attributes: { type: "file", accept: ".csv,text/csv", hidden: "" },
  });
  choose.addEventListener("click", () => file.click());
  undo.hidden = true;
  let takeBack = () => {};
  const say = (text: string) => {
    told.textContent = text;
    undo.hidden = true;
  };
  /** Says what a button did; Undo leads back to it. */
  const sayDone = (
    text: string,
    { by, bringBack }: {
      readonly by: HTMLElement;
      readonly bringBack: () => void;
    },
  ) => {
    say(text);
    undo.hidden = false;
    takeBack = () => {
      bringBack();
      say("");
      by.focus();
    };
  };
  download.addEventListener("click", () => {
    offer(page, csv());
    say("Downloaded.");
  });
  clearing.addEventListener("click", () => {
    sayDone("Cleared.", { by: clearing, bringBack: clear() });
  });
  undo.addEventListener("click", () => takeBack());
  file.addEventListener("change", async () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    const text = chosen.size <= MOST_BYTES ? await chosen.text() : "";
    const { said, bringBack }: LoadedFile = text === ""
      ? { said: `Cannot read ${chosen.name}: it must be a labels file` }
      : load(chosen.name, text);
    if (bringBack) sayDone(said, { by: choose, bringBack });
    else say(said);
    file.value = ""; // the same file may be chosen again
  });
  const root = element(page, "div", {
    attributes: {
      class: "marks",
      id: "marks",
      role: "group",
      "aria-label": "Marks",
      tabindex: "-1",
    },
    holds: [
      counted,
      download,
      choose,
      file,
      clearing,
      undo,
      told,
    ],
  });
  return {
    root,
    count: (text) => {
      counted.textContent = text;
      // Else it would take back too what was said since.
      if (!undo.hidden) say("");
    },
    say,
  };
}

function offer(page: Document, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
  const link = element(page, "a", {
    attributes: { href: address, download: "labels.csv" },
  });
  link.click();
  // Not at once: some browsers begin the download after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
