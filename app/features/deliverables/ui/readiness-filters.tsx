import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { type Option, SelectField } from '#app/ui/forms.tsx';
import { FilterBar } from '#app/ui/tables.tsx';
import { type ReadinessFilter, STATE_FILTERS } from '../domain/readiness-filter.ts';
import { deliverablesTexts } from '../texts.ts';

type FilterProps = {
  locale: Locale;
  filter: ReadinessFilter;
  choices: { sides: readonly Option[]; deliverables: readonly Option[] };
  /** The page itself, without its filters. */
  here: string;
};

/** What narrows the matrix and the list; all of it stands in the address. */
export function ReadinessFilters({ locale, filter, choices, here }: FilterProps): ReactNode {
  const t = deliverablesTexts(locale);
  const any = t('deliverables.any');
  const states = STATE_FILTERS.map((value) => ({ value, label: t(`deliverables.state.${value}`) }));
  return (
    <FilterBar
      label={t('deliverables.filters')}
      hidden={filter.organisation ? { organisation: filter.organisation } : {}}
      buttons={
        <>
          <Button>{t('deliverables.filter')}</Button>
          <ButtonLink tone="bare" href={here}>
            {t('deliverables.clear')}
          </ButtonLink>
        </>
      }
    >
      {choices.sides.length > 1 && (
        <SelectField name="side" label={t('deliverables.side')} placeholder={any} options={choices.sides} defaultValue={filter.side} />
      )}
      <SelectField
        name="deliverable"
        label={t('deliverables.deliverable')}
        placeholder={any}
        options={choices.deliverables}
        defaultValue={filter.deliverable ?? ''}
      />
      <SelectField name="state" label={t('deliverables.state')} placeholder={any} options={states} defaultValue={filter.state ?? ''} />
    </FilterBar>
  );
}
