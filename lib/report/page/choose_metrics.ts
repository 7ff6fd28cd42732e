import type { PageData } from "./page_data.ts";
import { toldIncidents } from "./told_incidents.ts";

/** A metric's figure with what chooses it. */
interface Choice {
  readonly name: string;
  readonly figure: HTMLElement;
  readonly row: HTMLLabelElement;
  readonly box: HTMLInputElement;
}

/**
 * Lets a reader choose which metrics the report draws over its whole time: each
 * one, all, none, those that contributed to incidents, or by a part of a name.
 *
 * @param page The page.
 * @param data What it knows of its incidents.
 */
export function chooseMetrics(page: Document, data: PageData): void {
  const figures = [
    ...page.querySelectorAll<HTMLElement>("#trends figure[data-metric]"),
  ];
  const first = figures[0];
  if (!first || figures.length < 2) return;
  const signals = new Set(
    toldIncidents(data).flatMap(({ signals }) => signals),
  );
  const choices = figures.map((figure) => choiceOf(page, figure));

  const panel = page.createElement("details");
  panel.className = "choose";
  const summary = page.createElement("summary");
  const filter = page.createElement("input");
  filter.type = "search";
  filter.placeholder = "Part of a name";
  filter.setAttribute("aria-label", "Find metrics by a part of their name");
  const list = page.createElement("div");
  list.className = "choices";
  list.append(...choices.map(({ row }) => row));

  function update(): void {
    const shown = choices.filter(({ box }) => box.checked).length;
    for (const { figure, box } of choices) figure.hidden = !box.checked;
    summary.textContent = `Metrics shown: ${shown} of ${choices.length}`;
  }

  function choose(isChosen: (choice: Choice) => boolean): void {
    for (const choice of choices) choice.box.checked = isChosen(choice);
    update();
  }

  function button(
    text: string,
    isChosen: (choice: Choice) => boolean,
  ): HTMLButtonElement {
    const made = page.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", () => choose(isChosen));
    return made;
  }

  filter.addEventListener("input", () => {
    const part = filter.value.trim().toLowerCase();
    for (const { name, row } of choices) {
      row.hidden = !name.toLowerCase().includes(part);
    }
  });
  list.addEventListener("change", update);
  const tools = page.createElement("div");
  tools.className = "tools";
  tools.append(
    filter,
    button("Listed only", ({ row }) => !row.hidden),
    ...(signals.size > 0
      ? [button("Signals of incidents", ({ name }) => signals.has(name))]
      : []),
    button("All", () => true),
    button("None", () => false),
  );
  panel.append(summary, tools, list);
  const group = first.closest(".figures") ?? first;
  group.before(panel);
  update();
}

function choiceOf(page: Document, figure: HTMLElement): Choice {
  const name = figure.dataset["metric"] ?? "";
  const row = page.createElement("label");
  const box = page.createElement("input");
  box.type = "checkbox";
  box.checked = true;
  const text = page.createElement("bdi");
  text.textContent = name;
  row.append(box, text);
  return { name, figure, row, box };
}
