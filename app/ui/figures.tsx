import type { ReactNode } from 'react';

import type { Side } from './controls.tsx';

/** A figure and what it counts; `note` is a smaller line under it (a source, a comparison). */
export type Fact = { label: ReactNode; value: ReactNode; note?: ReactNode };

/** A few figures between two rules: the facts of an edition, the state of a desk. */
export function Facts({ items }: { items: readonly (Fact & { key: string })[] }): ReactNode {
  return (
    <dl className="facts">
      {items.map(({ key, label, value, note }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{value}</dd>
          {note && <dd>{note}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** A part of a bar; without a side it is plain. */
export type BarPart = {
  value: number;
  side?: Exclude<Side, 'both'> | undefined;
};

export type MinutesBarProps = {
  /** Names the bar: the workshop, “minutes used”. Must be unique on the page as `id`. */
  id: string;
  label: ReactNode;
  /** The same in words: “77 of 84 min”. */
  text: string;
  parts: readonly BarPart[];
  max: number;
};

/** A bar of what is used of what there is, parted by side. It is drawn in SVG, for a strict content policy forbids inline widths. */
export function MinutesBar({ id, label, text, parts, max }: MinutesBarProps): ReactNode {
  const used = parts.reduce((sum, part) => sum + part.value, 0);
  const scale = 100 / Math.max(max, used, 1);
  let x = 0;
  return (
    <div className="minutes">
      <p className="minutes-head">
        <span id={`${id}-label`}>{label}</span>
        <span className="num">{text}</span>
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: the meter element cannot part its bar by side */}
      <div
        role="meter"
        aria-labelledby={`${id}-label`}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(used, max)}
        aria-valuetext={text}
      >
        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <rect className="minutes-free" width="100" height="8" />
          {parts.map((part, index) => {
            const start = x;
            x += part.value * scale;
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a bar have no other identity than their order
            return <BarSegment key={index} start={start} end={x} side={part.side} />;
          })}
          {used > max && <rect className="minutes-over" x={max * scale} width={100 - max * scale} height="8" />}
          {used > max && <path className="minutes-limit" d={`M${max * scale} 0V8`} vectorEffect="non-scaling-stroke" />}
        </svg>
      </div>
    </div>
  );
}

function BarSegment({ start, end, side }: { start: number; end: number; side: BarPart['side'] }): ReactNode {
  if (side !== 'b') return <rect className={side ? 'minutes-a' : 'minutes-plain'} x={start} width={end - start} height="8" />;
  return (
    <>
      <rect className="minutes-b" x={start} width={end - start} height="8" />
      <path className="minutes-b-hatch" d={`M${start} 4H${end}`} vectorEffect="non-scaling-stroke" />
    </>
  );
}

/** A line of a board: the sign of its side, a name, a state. */
export type RowItem = {
  key: string;
  sign: ReactNode;
  content: ReactNode;
  end?: ReactNode;
};

/** Lines of a board or of a checklist. */
export function Rows({ items }: { items: readonly RowItem[] }): ReactNode {
  return (
    <ul className="rows">
      {items.map(({ key, sign, content, end }) => (
        <li key={key}>
          <span>{sign}</span>
          <div>{content}</div>
          <div>{end}</div>
        </li>
      ))}
    </ul>
  );
}
