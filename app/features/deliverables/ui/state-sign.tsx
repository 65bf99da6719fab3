import type { ReactNode } from 'react';
import type { CellState } from '../domain/cell-state.ts';

/**
 * A state in a word with a shape of its own, so that colour never tells it alone. The shapes are drawn by the style sheet
 * (`readiness.css`): a matrix holds thousands of them.
 */
export function StateSign({ state, children }: { state: CellState; children: ReactNode }): ReactNode {
  return <span className={`state state-${state}`}>{children}</span>;
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
