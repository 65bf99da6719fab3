import type { CountsOnDay } from './count-over-time.ts';

/** The room of the picture, and the margins around the plot. */
const WIDTH = 920;
const HEIGHT = 320;
const MARGIN = { top: 14, right: 170, bottom: 30, left: 40 };
/** Least distance between two labels at the edge. */
const LINE = 17;
const DAY = 86_400_000;

/** A line of the curve: the authorities of a country that have confirmed, or those and the ones that may. `last` is its latest value. */
export type CurveLine = { country: string; what: 'confirmed' | 'coming'; path: string; last: number; y: number };

/** A figure of a past edition of which the curve shows the height; `labelY` is where its words stand. */
export type CurveMarker<M> = { figure: M; y: number; labelY: number };

export type Curve<M> = {
  width: number;
  height: number;
  plot: { left: number; right: number; top: number; bottom: number };
  lines: CurveLine[];
  markers: CurveMarker<M>[];
  /** Values and days with where they stand. */
  heights: { value: number; y: number }[];
  months: { day: string; x: number }[];
};

/**
 * The counts over time as steps, up to a day (`YYYY-MM-DD`), with figures of past editions as heights at the edge; null
 * while there is no day to draw from.
 */
export function drawCurve<M extends { value: number }>(
  days: readonly CountsOnDay[],
  countries: readonly string[],
  today: string,
  figures: readonly M[],
): Curve<M> | null {
  const [first] = days;
  if (!first) return null;
  const plot = { left: MARGIN.left, right: WIDTH - MARGIN.right, top: MARGIN.top, bottom: HEIGHT - MARGIN.bottom };
  const lastDay = days.at(-1)?.day ?? today;
  const [from, until] = [time(first.day), Math.max(time(today), time(lastDay), time(first.day) + DAY)];
  const values = (country: string, what: CurveLine['what']) =>
    days.map(({ byCountry }) => {
      const counts = byCountry.get(country);
      return (counts?.confirmed ?? 0) + (what === 'coming' ? (counts?.considering ?? 0) : 0);
    });
  const all = countries.flatMap((country) => values(country, 'coming'));
  const step = stepOf(Math.max(1, ...all, ...figures.map(({ value }) => value)));
  const top = step * Math.ceil(Math.max(1, ...all, ...figures.map(({ value }) => value)) / step);
  const x = (day: number) => round(plot.left + ((day - from) / (until - from)) * (plot.right - plot.left));
  const y = (value: number) => round(plot.bottom - (value / top) * (plot.bottom - plot.top));
  const line = (country: string, what: CurveLine['what']): CurveLine => {
    const held = values(country, what);
    const steps = held.map((value, index) => `H${x(time(days[index]?.day ?? today))}V${y(value)}`).join('');
    const last = held.at(-1) ?? 0;
    return { country, what, path: `M${plot.left} ${y(0)}${steps}H${plot.right}`, last, y: y(last) };
  };
  return {
    ...{ width: WIDTH, height: HEIGHT, plot },
    lines: countries.flatMap((country) => [line(country, 'coming'), line(country, 'confirmed')]),
    markers: apart(figures.map((figure) => ({ figure, y: y(figure.value), labelY: y(figure.value) }))),
    heights: Array.from({ length: Math.round(top / step) + 1 }, (_, index) => ({ value: index * step, y: y(index * step) })),
    months: monthsBetween(from, until).map((day) => ({ day, x: x(time(day)) })),
  };
}

function time(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The distance between two marks of the scale: 1, 2 or 5 with noughts, so that there are at most six. */
function stepOf(highest: number): number {
  const power = 10 ** Math.floor(Math.log10(highest / 5 || 1));
  const step = [1, 2, 5, 10].find((factor) => factor * power * 5 >= highest) ?? 10;
  return Math.max(1, step * power);
}

/** The first days of months within a stretch, at most six, evenly apart. */
function monthsBetween(from: number, until: number): string[] {
  const start = new Date(from);
  const months: string[] = [];
  for (let month = 0; ; month++) {
    const first = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + month, 1));
    if (first.getTime() > until) break;
    if (first.getTime() >= from) months.push(first.toISOString().slice(0, 10));
  }
  const every = Math.ceil(months.length / 6);
  return months.filter((_, index) => index % every === 0);
}

/** Labels moved down until none covers another, then up again where they would leave the picture. */
function apart<M>(markers: readonly CurveMarker<M>[]): CurveMarker<M>[] {
  const sorted = [...markers].sort((a, b) => a.y - b.y);
  let free = Number.NEGATIVE_INFINITY;
  const placed = sorted.map((marker) => {
    const labelY = Math.max(marker.y, free);
    free = labelY + LINE;
    return { ...marker, labelY };
  });
  let lowest = HEIGHT - MARGIN.bottom;
  for (const marker of placed.toReversed()) {
    marker.labelY = Math.min(marker.labelY, lowest);
    lowest = marker.labelY - LINE;
  }
  return placed;
}
