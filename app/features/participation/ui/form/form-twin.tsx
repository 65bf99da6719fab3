import type { ReactNode } from 'react';
import { Combobox } from '#app/ui/combobox.tsx';
import { ChoiceGroup } from '#app/ui/forms.tsx';
import { twinOf } from '../../domain/form/form-fields.ts';
import type { FormTools } from './form-tools.ts';

/** An authority to choose as twin. */
export type TwinChoice = { value: string; label: string; lang: string; hint?: string | undefined };

/** What was found for a name that was typed and not chosen from proposals. */
export type TwinSearch = { name: string; choices: TwinChoice[] };

type Props = { tools: FormTools; ties: TwinChoice[]; search: TwinSearch | null; country: string | null };

/**
 * The twin to speak with: those on record, the one chosen before, those found for a typed name; and a field to search another.
 * What was searched for is chosen from the list, with script or without: nobody is made a twin by a guess.
 */
export function TwinFields({ tools, ties, search, country }: Props): ReactNode {
  const { t, locale, organisation } = tools.words;
  const { id, typed } = twinOf(tools.fields);
  const chosen = id ? organisation(id) : null;
  const listed = [...ties, ...(search?.choices ?? [])].filter(
    ({ value }, at, all) => all.findIndex((other) => other.value === value) === at,
  );
  const own = id && !listed.some(({ value }) => value === id) ? [{ value: id, label: chosen?.text ?? id, lang: chosen?.lang ?? '' }] : [];
  const choices = [...own, ...listed].map(({ lang, ...choice }) => ({ ...choice, ...(lang && { lang }) }));
  const query = `authorities=1${country ? `&country=${country}` : ''}`;
  // With what was found, the words are shown again beside it, and have been chosen from.
  const was = search && search.choices.length > 0 ? search.name : '';
  return (
    <>
      <ChoiceGroup
        name="twinId"
        label={t('participation.doc6.label.twinId')}
        choices={[...choices, { value: '', label: t('participation.form.twin-none') }]}
        // While a search waits for its choice nothing is chosen: neither the twin before it nor none.
        defaultValue={was ? undefined : (id ?? '')}
        error={tools.error('twinId')}
      />
      {search && (
        <p className="field-hint" role="status">
          {t(search.choices.length > 0 ? 'participation.form.twin-found' : 'participation.form.twin-not-found', { name: search.name })}
        </p>
      )}
      <input type="hidden" name="twinWas" value={was} />
      <Combobox
        name="twinName"
        valueName="twinFound"
        source={`/${locale}/organisations/search.json?${query}`}
        label={t('participation.form.twin-other')}
        hint={t('participation.form.twin-other-hint')}
        submit={t('participation.form.twin-search')}
        defaultText={typed ?? ''}
        error={tools.error('twinName')}
      />
    </>
  );
}
