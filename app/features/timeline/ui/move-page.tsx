import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { Ordinals } from '#app/ui/text.tsx';
import type { MoveModel } from '../move-model.server.ts';
import { refusalText, timelineTexts } from '../texts.ts';
import { MovePreview } from './move-preview.tsx';

type Props = {
  model: MoveModel;
  slug: string;
  edition: { text: string; lang: Locale };
  kept: Readonly<Record<string, string>>;
  refusal: Refusal | null;
};

/** The page that stands between the change of a date and its being made. */
export function MovePage({ model, slug, edition, kept, refusal }: Props): ReactNode {
  const { locale, kind } = model;
  const t = timelineTexts(locale);
  const title = t(`timeline.move.title-${kind}`);
  return (
    <>
      <title>{`${title} · ${edition.text}`}</title>
      <Breadcrumbs
        label={t('timeline.path')}
        items={[{ label: t('timeline.title'), href: `/${locale}/desk/editions/${slug}/timeline` }, { label: title }]}
      />
      <PageHead eyebrow={<Ordinals text={edition.text} lang={edition.lang} />} title={title} />
      <div className="stack stack-l">
        {refusal && (
          <Notice tone="error" live>
            {refusalText(t, refusal)}
          </Notice>
        )}
        <MovePreview model={model} kept={kept} />
      </div>
    </>
  );
}
