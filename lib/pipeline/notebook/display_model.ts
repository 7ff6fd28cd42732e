import { displayAs } from "../../frame/display_as.ts";
import { tableForms } from "../../frame/table_forms.ts";
import { formatDuration, formatSpan } from "../../frame/units.ts";
import type { StoredModel } from "../store/model_store.ts";
import { grossText } from "../../report/training/gross_words.ts";
import { countText, listText } from "../../report/words.ts";

/**
 * Makes a model show itself in a notebook: what it learned from, what it looks
 * at, how its training went.
 *
 * @param model The model, changed in place.
 * @returns The same model.
 */
export function displayModel(model: StoredModel): StoredModel {
  return displayAs(model, () => {
    const { detector } = model;
    const { training, features, intervalMs, excluded, window } = detector;
    const { start, end, losses, bestEpoch, parts, leftOut, robustPass } =
      training;
    const best = losses[bestEpoch - 1];
    const span = formatSpan(Date.parse(start), Date.parse(end), { intervalMs });
    const rows = [
      ["model", detector.name],
      ["learned from", `${span}, a step every ${formatDuration(intervalMs)}`],
      [
        "its parts",
        `${parts.fit} steps to fit, ${parts.stop} for early stopping, ${parts.calibration} for calibration`,
      ],
      ...leftOut === undefined ? [] : [[
        "not learned from",
        `${countText(leftOut.steps, "step")} of ${
          countText(leftOut.spans.length, "labelled span")
        }`,
      ]],
      ...robustPass?.outcome !== "left out" ? [] : [[
        "not learned from, as gross",
        grossText(robustPass, { intervalMs, steps: training.steps }),
      ]],
      [
        "looks at",
        `${features.length} metrics, ${window} steps (${
          formatDuration(window * intervalMs)
        }) at once`,
      ],
      ["left out", listText(excluded.map(({ name }) => name)) || "nothing"],
      [
        "weights kept",
        `of epoch ${bestEpoch} of ${losses.length}, loss ${
          best?.fit.toPrecision(2)
        } on what it was fitted to, ${best?.stop.toPrecision(2)} held out`,
      ],
      [
        "threshold",
        `${
          detector.threshold.value.toPrecision(3)
        } for ${detector.threshold.budget} alarms`,
      ],
    ];
    return tableForms({
      caption: "",
      columns: [{ title: "", align: "left" }, { title: "", align: "left" }],
      rows,
    });
  });
}
