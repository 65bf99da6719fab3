import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Tag } from '#app/ui/controls.tsx';
import { Facts } from '#app/ui/figures.tsx';
import type { AllocationLevelName } from '../domain/allocation/problem.ts';
import type { Standing } from '../domain/standing.ts';
import { workshopsTexts } from '../texts.ts';

const TONES = { proven: 'ok', gap: 'wait', moved: 'info', broken: 'late', outdated: 'wait', none: 'plain' } as const;

/** The levels of a plan in their order, and what may be said of it: proven only when every one is. */
export function Levels(props: {
  locale: Locale;
  levels: readonly { name: AllocationLevelName; value: number }[];
  standing: Standing | null;
}): ReactNode {
  const { locale, levels, standing } = props;
  const t = workshopsTexts(locale);
  return (
    <>
      <Facts items={levels.map(({ name, value }) => ({ key: name, label: t(`workshops.level.${name}`), value }))} />
      {standing && (
        <p>
          <Tag tone={TONES[standing.kind]}>
            {standing.kind === 'gap'
              ? t('workshops.standing.gap', { level: t(`workshops.level.${standing.level}`), most: standing.most })
              : t(`workshops.standing.${standing.kind}`)}
          </Tag>
        </p>
      )}
    </>
  );
}
