import type { Locale } from '#app/lib/locale.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Checkbox, SelectField, TextField } from '#app/ui/forms.tsx';
import { FilterBar } from '#app/ui/tables.tsx';
import { ORGANISATION_KINDS } from '../domain/kinds.ts';
import type { RegistryFilter } from '../domain/registry-filter.ts';
import { kindName } from '../kind-name.ts';
import { authoritiesTexts, countryOptions } from '../texts.ts';

/** The search over all organisations with its filters. */
export function RegistrySearch(props: { locale: Locale; filter: RegistryFilter; countries: readonly string[] }) {
  const { locale, filter, countries } = props;
  const t = authoritiesTexts(locale);
  const here = `/${locale}/desk/authorities`;
  return (
    <FilterBar
      action={here}
      label={t('authorities.list.filters')}
      buttons={
        <>
          <Button icon="search">{t('authorities.list.search')}</Button>
          <ButtonLink tone="bare" href={here}>
            {t('authorities.list.clear')}
          </ButtonLink>
        </>
      }
    >
      <TextField
        name="q"
        type="search"
        grow
        label={t('authorities.list.q')}
        hint={t('authorities.list.q-hint')}
        defaultValue={filter.q}
        maxLength={300}
        autoComplete="off"
        spellCheck={false}
      />
      <SelectField
        name="kind"
        label={t('authorities.list.kind')}
        placeholder={t('authorities.list.any-kind')}
        options={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: kindName(kind, locale) }))}
        defaultValue={filter.kind ?? ''}
      />
      <SelectField
        name="country"
        label={t('authorities.list.country')}
        placeholder={t('authorities.list.any-country')}
        options={countryOptions(countries, locale)}
        defaultValue={filter.country}
      />
      <Checkbox name="authorities" label={t('authorities.list.authorities-only')} defaultChecked={filter.authoritiesOnly} />
    </FilterBar>
  );
}
