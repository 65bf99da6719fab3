import type { ReactNode } from 'react';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { EXPORT_FORMATS, type ExportFormat } from '#app/platform/cli/exporter.ts';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { PLAN_DOCUMENTS, type PlanDocument } from '../documents/plan-frame.ts';
import type { PlanModel } from '../plan-model.ts';
import { workshopsTexts } from '../texts.ts';

const FORMAT_NAMES: Readonly<Record<ExportFormat, string>> = { pdf: 'PDF', docx: 'Word', xlsx: 'Excel' };

type Row = { key: string; document: PlanDocument; organisers: boolean };

/** Docs 7 and 8 in three formats and three languages; for organisers those with the authorities that have no place as well. */
export function PlanDownloads({ model: { locale, slug, placeless } }: { model: PlanModel }): ReactNode {
  const t = workshopsTexts(locale);
  const language = (lang: Locale) => t(`workshops.plan.language.${lang}`);
  const rows = PLAN_DOCUMENTS.flatMap((document): Row[] => [
    { key: document, document, organisers: false },
    ...(placeless ? [{ key: `${document}-organisers`, document, organisers: true }] : []),
  ]);
  return (
    <Section id="documents" title={t('workshops.plan.downloads')} lead={t('workshops.plan.downloads-lead')} wide>
      <DataTable
        caption={t('workshops.plan.downloads-caption')}
        captionHidden
        rows={rows}
        rowKey={({ key }) => key}
        empty={null}
        columns={[
          {
            key: 'document',
            header: t('workshops.plan.document'),
            rowHeader: true,
            cell: ({ document, organisers }) => (
              <>
                {t(`workshops.plan.${document}.short`)} – {t(`workshops.plan.${document}.title`)}
                <br />
                <span className="quiet">{t(organisers ? 'workshops.plan.to-organisers' : 'workshops.plan.to-all')}</span>
              </>
            ),
          },
          ...LOCALES.map((lang) => ({ key: lang, header: language(lang), cell: (row: Row) => <Links {...{ row, lang, locale, slug }} /> })),
        ]}
      />
    </Section>
  );
}

/** A document in a language, once in each format. */
function Links({ row: { document, organisers }, lang, locale, slug }: { row: Row; lang: Locale; locale: Locale; slug: string }) {
  const t = workshopsTexts(locale);
  const name = t(`workshops.plan.${document}.short`);
  const href = (format: ExportFormat) =>
    `/${locale}/desk/editions/${slug}/plan/${document}/${format}?lang=${lang}${organisers ? '&for=organisers' : ''}`;
  const language = t(`workshops.plan.language.${lang}`);
  return (
    <span className="cluster">
      {[...EXPORT_FORMATS].reverse().map((format) => (
        <a
          key={format}
          href={href(format)}
          aria-label={t('workshops.plan.download', { document: name, format: FORMAT_NAMES[format], language })}
        >
          {FORMAT_NAMES[format]}
        </a>
      ))}
    </span>
  );
}
