import type { ReactNode } from 'react';
import type { Refusal } from '#app/lib/result.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions } from '#app/ui/forms.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary } from '#app/ui/states.tsx';
import { Ordinals } from '#app/ui/text.tsx';
import type { EntryFormModel } from '../entry-form-model.server.ts';
import { refusalText, timelineTexts } from '../texts.ts';
import { EntryFields } from './entry-fields.tsx';

type Props = {
  model: EntryFormModel;
  title: string;
  kept: Readonly<Record<string, string>>;
  refusal: Refusal | undefined;
  hidden?: Readonly<Record<string, string>>;
  /** Stands over the form: what somebody else has recorded meanwhile. */
  above?: ReactNode;
  children?: ReactNode;
};

/** The page of one date: its form, what was refused over it, and what else can be done below it. */
export function EntryPage({ model, title, kept, refusal, hidden = {}, above, children }: Props): ReactNode {
  const { locale, slug, edition } = model;
  const t = timelineTexts(locale);
  const back = `/${locale}/desk/editions/${slug}/timeline`;
  const message = refusal ? refusalText(t, refusal) : '';
  const field = refusal ? String(refusal.params?.field ?? `title-${locale}`) : '';
  return (
    <>
      <title>{`${title} · ${edition.text}`}</title>
      <Breadcrumbs label={t('timeline.path')} items={[{ label: t('timeline.title'), href: back }, { label: title }]} />
      <PageHead eyebrow={<Ordinals text={edition.text} lang={edition.lang} />} title={title} />
      <div className="stack stack-l">
        <ErrorSummary title={t('timeline.form.refused')} errors={refusal ? [{ name: field, message }] : []} />
        {above}
        <Form guardUnsaved hidden={hidden}>
          <EntryFields model={model} kept={kept} error={(name) => (refusal && field === name ? message : undefined)} />
          <FormActions>
            <Button>{t('timeline.form.save')}</Button>
            <ButtonLink tone="bare" href={back}>
              {t('timeline.form.back')}
            </ButtonLink>
          </FormActions>
        </Form>
        {children}
      </div>
    </>
  );
}
