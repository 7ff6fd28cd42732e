import { type Marks, NO_MARKS } from "./page_marks.ts";
import { fromStored, toStored } from "./stored_marks.ts";

/** Where a page's marks are kept while it is closed. */
export interface MarksStore {
  /** Reads what was kept. */
  readonly read: () => Marks;
  /** Keeps marks; tells whether they were. */
  readonly keep: (marks: Marks) => boolean;
  /** Tells whether something else of the browser's storage changed. */
  readonly isOther: (change: StorageEvent) => boolean;
}

/**
 * Keeps the marks of one report in the browser's own storage. Where a browser
 * allows none, or it is full, nothing fails: marks then live as long as the page.
 *
 * @param page The page.
 * @param key The report's key.
 * @returns The store.
 */
export function marksStore(page: Document, key: string): MarksStore {
  const name = `whenwhy marks ${key}`;
  return {
    // The whole storage was cleared where a change names no entry.
    isOther: ({ key }) => key !== null && key !== name,
    read: () => {
      try {
        // To be asked for the storage alone is an error where it is blocked.
        const text = page.defaultView?.localStorage.getItem(name) ?? null;
        return fromStored(text);
      } catch {
        return NO_MARKS;
      }
    },
    keep: (marks) => {
      try {
        const storage = page.defaultView?.localStorage;
        const isEmpty = marks.byIncident.size + marks.others.length === 0;
        if (isEmpty) storage?.removeItem(name);
        else storage?.setItem(name, toStored(marks));
        return storage !== undefined;
      } catch {
        return false;
      }
    },
  };
}
