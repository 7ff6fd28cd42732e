import { sameText } from "./same_text.ts";

/** Chart units by which a place may differ. */
const PLACE = 1.5;

/** Or the share of its size. */
const SHARE = 0.02;

/** Shapes of a chart may differ by this share of their number, and by two. */
const SHAPES = 0.05;

/** Places at which shapes of unequal many points are compared. */
const CUTS = 10;

/** In a chart a comma stands between two places. */
const COORDINATE = /-?\d+(?:\.\d+)?/g;

type Places = readonly number[];

/**
 * Tells whether two charts show the same: the same texts, about as many shapes
 * of each kind, nearly all their places within 1.5 units, and shapes that have
 * more points in one of them spread alike.
 *
 * @param one A chart as SVG.
 * @param other Another.
 * @returns Whether they do.
 */
export function sameSvg(one: string, other: string): boolean {
  if (!sameText(textsIn(one), textsIn(other))) return false;
  const [shapes, others] = [shapesIn(one), shapesIn(other)];
  const compared = [...new Set([...shapes.keys(), ...others.keys()])].map(
    (kind) => compare(shapes.get(kind) ?? [], others.get(kind) ?? []),
  );
  const sum = (values: Places) => values.reduce((all, value) => all + value, 0);
  return compared.every(({ isAlike }) => isAlike) &&
    sum(compared.map(({ off }) => off)) <=
      SHAPES * sum(compared.map(({ places }) => places));
}

/** Shapes of one kind: whether they are about as many and alike, and how many places are off. */
function compare(shapes: readonly Places[], others: readonly Places[]) {
  const [few, many] = shapes.length <= others.length
    ? [shapes, others]
    : [others, shapes];
  if (many.length - few.length > 2 + SHAPES * many.length) {
    return { isAlike: false, off: 0, places: 0 };
  }
  if (many.length > few.length) {
    const alone = few.filter((shape) => !many.some((one) => alike(shape, one)));
    const isAlike = alone.length <= SHAPES * few.length;
    return { isAlike, off: 0, places: 0 };
  }
  const pairs = few.map((shape, i) => [shape, many[i] ?? []] as const);
  const [even, uneven] = [true, false].map((isEven) =>
    pairs.filter(([a, b]) => (a.length === b.length) === isEven)
  );
  return {
    isAlike: (uneven ?? []).every(([a, b]) => alike(a, b)),
    off: (even ?? []).reduce((sum, [a, b]) => sum + offs(a, b), 0),
    places: (even ?? []).reduce((sum, [a]) => sum + a.length, 0),
  };
}

function alike(one: Places, other: Places): boolean {
  if (one.length === other.length) {
    return offs(one, other) <= SHAPES * one.length;
  }
  const [a, b] = [spread(one), spread(other)];
  return offs(a, b) <= SHAPES * a.length;
}

function offs(one: Places, other: Places): number {
  return one.filter((place, i) => {
    const distance = Math.abs(place - (other[i] ?? NaN));
    return !(distance <= Math.max(PLACE, SHARE * Math.abs(place)));
  }).length;
}

/** How points lie along the axes and the diagonals, whatever their number. */
function spread(places: Places): Places {
  const points = Array.from(
    { length: Math.ceil(places.length / 2) },
    (_, i) => [places[2 * i] ?? 0, places[2 * i + 1] ?? 0] as const,
  );
  const along = [
    points.map(([x]) => x),
    points.map(([, y]) => y),
    points.map(([x, y]) => x + y),
    points.map(([x, y]) => x - y),
  ];
  return along.flatMap((values) => {
    const sorted = values.toSorted((a, b) => a - b);
    return Array.from(
      { length: CUTS + 1 },
      (_, k) => sorted[Math.round(k / CUTS * (sorted.length - 1))] ?? 0,
    );
  });
}

function textsIn(svg: string): string {
  return [...svg.matchAll(/>([^<]+)</g)].map(([, text]) => text).join("\n");
}

/** The numbers in each attribute, by element and attribute; those of an element without any too. */
function shapesIn(svg: string): Map<string, Places[]> {
  const shapes = new Map<string, Places[]>();
  const add = (kind: string, text: string) => {
    const all = shapes.get(kind) ?? [];
    all.push(text.match(COORDINATE)?.map(Number) ?? []);
    shapes.set(kind, all);
  };
  for (const [, tag = "", attributes = ""] of svg.matchAll(/<(\w+)([^>]*)/g)) {
    add(tag, "");
    for (
      const [, name = "", value = ""] of attributes.matchAll(
        /([\w:-]+)="([^"]*)"/g,
      )
    ) {
      add(`${tag} ${name}`, value);
    }
  }
  return shapes;
}
