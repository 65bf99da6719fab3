import { describe, expect, it } from 'vitest';
import type { FigureLine } from '../edition-model.server.ts';
import { authoritiesFact } from './figures.ts';

const figure = (kind: FigureLine['kind'], value: number, asOf: string, country: string | null = null): FigureLine => ({
  ...{ id: `${kind}-${value}`, kind, value, asOf, country, qualifier: 'exact' },
  source: { text: 'Minutes', lang: 'en', fallback: false },
  note: null,
});

describe('the figures in the head of a page', () => {
  it('share a date only when they were printed for the same one', () => {
    const both = [figure('authorities-confirmed', 23, '3 March 2026'), figure('authorities-considering', 11, '3 March 2026')];
    expect(authoritiesFact(both, 'en')).toEqual({ value: '23 confirmed', note: '11 considering, as of 3 March 2026' });
  });

  it('each keep their own date otherwise', () => {
    const apart = [figure('authorities-confirmed', 23, '3 March 2026'), figure('authorities-considering', 11, '9 June 2025')];
    expect(authoritiesFact(apart, 'en')?.note).toBe('as of 3 March 2026, 11 considering (as of 9 June 2025)');
    expect(authoritiesFact(apart, 'ja')?.note).toContain('（9 June 2025時点）');
    const sides = [
      figure('authorities-confirmed', 23, '3 March 2026', 'France'),
      figure('authorities-confirmed', 9, '1 May 2026', 'Japan'),
    ];
    expect(authoritiesFact(sides, 'en')).toEqual({ value: '23 + 9 confirmed', note: 'as of 3 March 2026 + 1 May 2026' });
  });
});
