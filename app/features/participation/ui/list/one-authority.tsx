import type { ReactNode } from 'react';
import { countryName } from '#app/features/editions/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { Combobox } from '#app/ui/combobox.tsx';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, SelectField, TextareaField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { participationTexts } from '../../texts.ts';

type OneAuthorityProps = {
  locale: Locale;
  kept: Readonly<Record<string, string | undefined>>;
  error: string | undefined;
  /** The countries whose authorities may be added. */
  countries: readonly string[];
};

/** One authority to add, searched by its name: proposed as one types, or chosen from what was found. */
export function OneAuthority({ locale, kept, error, countries }: OneAuthorityProps): ReactNode {
  const t = participationTexts(locale);
  const [country] = countries;
  const only = countries.length === 1 && country ? `&country=${country}` : '';
  return (
    <Section id="one" title={t('participation.add.one')} wide>
      <Form hidden={{ intent: 'one' }}>
        <Combobox
          name="name"
          valueName="authority"
          source={`/${locale}/organisations/search.json?authorities=1${only}`}
          label={t('participation.add.name')}
          submit={t('participation.add.search')}
          defaultText={kept.name}
          error={error}
        />
        <FormActions>
          <Button>{t('participation.add.one-button')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

/** Several at once: names pasted one a line, which are looked up before anything is added. */
export function SeveralAuthorities({ locale, kept, error, countries, back }: OneAuthorityProps & { back: string }): ReactNode {
  const t = participationTexts(locale);
  return (
    <Section id="several" title={t('participation.add.several')} wide>
      <Form hidden={{ intent: 'find' }}>
        <TextareaField
          name="text"
          rows={10}
          label={t('participation.add.paste')}
          hint={t('participation.add.paste-hint')}
          defaultValue={kept.text}
          error={error}
        />
        {countries.length > 1 && (
          <SelectField
            name="country"
            label={t('participation.add.country')}
            placeholder={t('participation.add.any-country')}
            options={countries.map((value) => ({ value, label: countryName(value, locale) }))}
            defaultValue={kept.country ?? ''}
          />
        )}
        <FormActions>
          <Button>{t('participation.add.find')}</Button>
          <ButtonLink tone="bare" href={back}>
            {t('participation.add.back')}
          </ButtonLink>
        </FormActions>
      </Form>
    </Section>
  );
}
