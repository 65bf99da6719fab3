import type { ReactNode } from 'react';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { EXPORT_FORMATS } from '#app/platform/cli/exporter.ts';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { timelineTexts } from '../texts.ts';

const FORMAT_NAMES = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' } as const;

/** Doc 10 in three formats and three languages. */
export function TimelineDownloads({ locale, slug }: { locale: Locale; slug: string }): ReactNode {
  const t = timelineTexts(locale);
  const named = LOCALES.map((lang) => ({ lang, language: new Intl.DisplayNames([locale], { type: 'language' }).of(lang) ?? lang }));
  return (
    <Section id="documents" title={`${t('timeline.doc.short')} – ${t('timeline.doc.title')}`} lead={t('timeline.doc.downloads-lead')} wide>
      <DataTable
        caption={t('timeline.doc.downloads')}
        captionHidden
        rows={named}
        rowKey={({ lang }) => lang}
        empty={null}
        columns={[
          { key: 'language', header: t('timeline.doc.languages'), rowHeader: true, cell: ({ language }) => language },
          {
            key: 'formats',
            header: t('timeline.doc.formats'),
            cell: ({ lang, language }) => (
              <span className="cluster">
                {[...EXPORT_FORMATS].reverse().map((format) => (
                  <a
                    key={format}
                    href={`/${locale}/desk/editions/${slug}/timeline/doc-10/${format}?lang=${lang}`}
                    aria-label={t('timeline.doc.download', { format: FORMAT_NAMES[format], language })}
                  >
                    {FORMAT_NAMES[format]}
                  </a>
                ))}
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}
