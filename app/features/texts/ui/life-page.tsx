import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import type { ReadText } from '#app/lib/localised-text.ts';
import type { Refusal } from '#app/lib/result.ts';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary } from '#app/ui/states.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { lifeTexts, refusalText } from '../life-texts.ts';

/** A page about one step of a text's life: where one is, what was refused, the content. */
export function LifePage(props: {
  locale: Locale;
  text: { id: string; title: ReadText | null };
  title: string;
  lead?: ReactNode;
  refusal: Refusal | undefined;
  /** The field that a refusal without one of its own is about. */
  field: string;
  children: ReactNode;
}): ReactNode {
  const { locale, text, title, lead, refusal, field, children } = props;
  const t = lifeTexts(locale);
  const message = refusal ? refusalText(t, refusal) : '';
  return (
    <>
      <title>{`${title} · ${text.title?.text ?? ''}`}</title>
      <Breadcrumbs
        label={t('texts.path')}
        items={[{ label: text.title && <LocalisedRun value={text.title} />, href: `/${locale}/desk/texts/${text.id}` }, { label: title }]}
      />
      <PageHead eyebrow={text.title && <LocalisedRun value={text.title} />} title={title} lead={lead} />
      <div className="stack stack-l">
        <ErrorSummary title={t('texts.form.refused')} errors={refusal ? [{ name: String(refusal.params?.field ?? field), message }] : []} />
        {children}
      </div>
    </>
  );
}
