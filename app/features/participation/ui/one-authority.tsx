import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Combobox } from '#app/ui/combobox.tsx';
import { Button } from '#app/ui/controls.tsx';
import { Form, FormActions } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { participationTexts } from '../texts.ts';

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
