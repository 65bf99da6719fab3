import type { ReactNode } from 'react';
import { countryName } from '#app/features/editions/public.ts';
import { readText } from '#app/lib/localised-text.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Checkbox, SelectField, TextField } from '#app/ui/forms.tsx';
import { FilterBar } from '#app/ui/tables.tsx';
import type { Doc5Words } from '../../doc5-texts.ts';
import { INTENTION_SORTS } from '../../domain/list/intention-filter.ts';
import { PARTICIPATION_STATES } from '../../domain/states.ts';
import { stateText } from '../../texts.ts';
import type { CrossedList } from '../../use-cases/list/read-crossed-list.server.ts';

/** What narrows and sorts the crossed list; all of it stands in the address. */
export function IntentionFilters({ list, words, here }: { list: CrossedList; words: Doc5Words; here: string }): ReactNode {
  const { t, locale } = words;
  const { filter, view } = list;
  const any = t('participation.doc5.any');
  const workshops = view.workshops.map(({ number, title }) => ({
    value: String(number),
    label: `${number}. ${readText(title, locale)?.text ?? ''}`,
  }));
  const countries = view.series.countries.map((value) => ({ value, label: countryName(value, locale) }));
  const states = PARTICIPATION_STATES.map((value) => ({ value, label: stateText(t, value) }));
  const sorts = INTENTION_SORTS.map((value) => ({ value, label: t(`participation.doc5.sort.${value}`) }));
  const twins = (['yes', 'no'] as const).map((value) => ({ value, label: t(`participation.doc5.twin-${value}`) }));
  const twin = filter.twin === null ? '' : filter.twin ? 'yes' : 'no';
  const select = (name: string, label: string, options: typeof states | { value: string; label: string }[], chosen: string) => (
    <SelectField name={name} label={label} placeholder={any} options={options} defaultValue={chosen} />
  );
  return (
    <FilterBar
      label={t('participation.doc5.filters')}
      buttons={
        <>
          <Button>{t('participation.doc5.filter')}</Button>
          <ButtonLink tone="bare" href={`${here}#list`}>
            {t('participation.doc5.clear')}
          </ButtonLink>
        </>
      }
    >
      <TextField name="q" type="search" grow label={t('participation.doc5.search')} defaultValue={filter.q} />
      {select('country', t('participation.doc5.country'), countries, filter.country)}
      {select('state', t('participation.doc5.state'), states, filter.state ?? '')}
      {select('workshop', t('participation.doc5.workshop'), workshops, filter.workshop === null ? '' : String(filter.workshop))}
      {select('twin', t('participation.doc5.twin'), twins, twin)}
      <SelectField name="sort" label={t('participation.doc5.sort')} options={sorts} defaultValue={filter.sort} />
      <Checkbox name="owing" label={t('participation.doc5.owing')} defaultChecked={filter.owing} />
    </FilterBar>
  );
}
