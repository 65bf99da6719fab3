import type { ReactNode } from 'react';
import type { CellState } from '../domain/cell-state.ts';

/** A shape for each state, so that colour never tells it alone: drawn once for the page, then referred to. */
const SHAPES: Readonly<Record<CellState, ReactNode>> = {
  late: <path d="M8 1.5 15 14H1Zm0 4v4.5m0 1.6v.9" />,
  owed: <circle cx="8" cy="8" r="5.6" />,
  'in-progress': (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <path d="M8 2.4a5.6 5.6 0 0 0 0 11.2Z" fill="currentColor" stroke="none" />
    </>
  ),
  received: <path d="m2 8.6 4 4.2L14 3.4" />,
  waived: <path d="M3 8h10" />,
};

/** The shapes that {@link StateSign} refers to: once on a page, before the first of them. */
export function StateShapes(): ReactNode {
  return (
    <svg className="state-shapes" aria-hidden="true" focusable="false">
      {Object.entries(SHAPES).map(([state, shape]) => (
        <symbol key={state} id={`state-${state}`} viewBox="0 0 16 16">
          {shape}
        </symbol>
      ))}
    </svg>
  );
}

/** A state in a word with its shape. */
export function StateSign({ state, children }: { state: CellState; children: ReactNode }): ReactNode {
  return (
    <span className={`state state-${state}`}>
      <svg aria-hidden="true">
        <use href={`#state-${state}`} />
      </svg>
      {children}
    </span>
  );
}

/** What the shapes mean. */
export function StateLegend({ label, items }: { label: string; items: readonly { state: CellState; text: string }[] }): ReactNode {
  return (
    <ul className="readiness-legend plain" aria-label={label}>
      {items.map(({ state, text }) => (
        <li key={state}>
          <StateSign state={state}>{text}</StateSign>
        </li>
      ))}
    </ul>
  );
}
