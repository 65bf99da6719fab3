import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, HiddenValues } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { ErrorSummary } from '#app/ui/states.tsx';
import { agendasTexts, refusalText } from '../texts.ts';

type Props = {
  locale: Locale;
  refusal: Refusal | undefined;
  /** Where the way back leads. */
  back: string;
  backLabel?: string | undefined;
  hidden?: Readonly<Record<string, string>> | undefined;
  multipart?: boolean | undefined;
  /** The field that a refusal without one of its own is shown at. */
  first: string;
  children: (error: (field: string) => string | undefined) => ReactNode;
};

/** A form over what was refused of it: its fields are given the words of the refusal that is theirs. */
export function RefusableForm({ locale, refusal, back, backLabel, hidden, multipart, first, children }: Props): ReactNode {
  const t = agendasTexts(locale);
  const message = refusal ? refusalText(t, refusal) : '';
  const field = refusal ? String(refusal.params?.field ?? first) : '';
  return (
    <>
      <ErrorSummary title={t('agendas.refused')} errors={refusal ? [{ name: field, message }] : []} />
      <Form guardUnsaved hidden={hidden} encType={multipart ? 'multipart/form-data' : undefined}>
        {children((name) => (refusal && field === name ? message : undefined))}
        <FormActions>
          <Button>{t('agendas.save')}</Button>
          <ButtonLink tone="bare" href={back}>
            {backLabel ?? t('agendas.back')}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

/** The button that removes what a page is about, apart from its form. */
export function RemoveSection({ locale, lead, revision }: { locale: Locale; lead: string; revision: string }): ReactNode {
  const t = agendasTexts(locale);
  return (
    <Section id="remove" title={t('agendas.remove')} lead={lead}>
      <form method="post" encType="multipart/form-data">
        <HiddenValues values={{ act: 'remove', revision }} />
        <Button tone="danger">{t('agendas.remove')}</Button>
      </form>
    </Section>
  );
}
