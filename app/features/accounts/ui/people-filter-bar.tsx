import type { Locale } from '#app/lib/locale.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Checkbox, SelectField, TextField } from '#app/ui/forms.tsx';
import { FilterBar } from '#app/ui/tables.tsx';
import { CONTACT_KINDS } from '../domain/function-term.ts';
import type { PeopleFilter } from '../domain/people-filter.ts';
import { accountsTexts, countryText } from '../texts.ts';

type PeopleFilterBarProps = { locale: Locale; filter: PeopleFilter; countries: readonly string[] };

/** What narrows the list of people; the order stays. The countries are those of the people whom the reader may see, by their names. */
export function PeopleFilterBar({ locale, filter, countries }: PeopleFilterBarProps) {
  const t = accountsTexts(locale);
  const kinds = CONTACT_KINDS.map((kind) => ({ value: kind, label: t(`accounts.person.contact.${kind}`) }));
  // A country of the address stays chosen, though nobody whom the reader may see is there.
  const offered = [...new Set([...countries, ...(filter.country ? [filter.country] : [])])]
    .map((value) => ({ value, label: countryText(value, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <FilterBar
      label={t('accounts.people.filters')}
      hidden={filter.sort === 'name' ? {} : { sort: filter.sort }}
      buttons={
        <>
          <Button>{t('accounts.people.filter')}</Button>
          <ButtonLink tone="bare" href={`/${locale}/desk/people`}>
            {t('accounts.people.clear')}
          </ButtonLink>
        </>
      }
    >
      <TextField
        name="q"
        type="search"
        grow
        label={t('accounts.people.search')}
        hint={t('accounts.people.search-hint')}
        defaultValue={filter.q}
      />
      <SelectField
        name="contact"
        label={t('accounts.people.kind')}
        placeholder={t('accounts.people.any')}
        options={kinds}
        defaultValue={filter.contactKind ?? ''}
      />
      <SelectField
        name="country"
        label={t('accounts.people.country')}
        placeholder={t('accounts.people.any')}
        options={offered}
        defaultValue={filter.country}
      />
      <Checkbox name="role" label={t('accounts.people.with-role')} defaultChecked={filter.withRole} />
    </FilterBar>
  );
}
