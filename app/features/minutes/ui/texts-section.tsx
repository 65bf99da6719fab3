import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import { ButtonLink, Tag } from '#app/ui/controls.tsx';
import { Section } from '#app/ui/page.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { minutesTexts } from '../texts.ts';
import type { TextView } from '../use-cases/read-minutes.server.ts';
import { languageName } from './language-name.ts';

const TONES = { draft: 'draft', proposed: 'plain', approved: 'ok', published: 'ok' } as const;
const FORMAT_NAMES = { pdf: 'PDF', docx: 'Word' } as const;

type Props = { locale: Locale; meetingId: string; texts: readonly TextView[]; mayWrite: boolean };

/** The texts of a meeting's minutes, side by side: state, reading, writing, files. */
export function TextsSection({ locale, meetingId, texts, mayWrite }: Props): ReactNode {
  const t = minutesTexts(locale);
  if (texts.length === 0)
    return (
      <EmptyState title={t(mayWrite ? 'minutes.no-text' : 'minutes.nothing-to-read')}>
        {t(mayWrite ? 'minutes.no-text-lead' : 'minutes.nothing-to-read-lead')}
      </EmptyState>
    );
  return (
    <Section id="texts" title={t('minutes.texts')} lead={t('minutes.texts-lead')} wide>
      <DataTable
        caption={t('minutes.texts')}
        captionHidden
        rows={texts}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          { key: 'language', header: t('minutes.language'), rowHeader: true, cell: ({ lang }) => languageName(lang, locale) },
          { key: 'state', header: t('minutes.state'), cell: (text) => <State text={text} locale={locale} /> },
          { key: 'work', header: t('minutes.work'), cell: (text) => <Work text={text} locale={locale} /> },
          {
            key: 'download',
            header: t('minutes.download'),
            cell: ({ lang }) => (
              <span className="cluster">
                {(['pdf', 'docx'] as const).map((format) => (
                  <a
                    key={format}
                    href={`/${locale}/desk/meetings/${meetingId}/minutes/text/${lang}/${format}`}
                    aria-label={t('minutes.download-as', { language: languageName(lang, locale), format: FORMAT_NAMES[format] })}
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

function State({ text, locale }: { text: TextView; locale: Locale }): ReactNode {
  const t = minutesTexts(locale);
  const day = (date: string) => formatPartialDate(partialDate(date), locale);
  const notes = [
    text.version === null ? '' : t('minutes.version', { number: text.version }),
    text.commentsUntil === null ? '' : t('minutes.comments-until', { date: day(text.commentsUntil) }),
    text.sealedOn === null ? '' : t('minutes.sealed-on', { date: day(text.sealedOn) }),
  ];
  return (
    <span className="cluster">
      <Tag tone={TONES[text.state]}>{t(`minutes.state.${text.state}`)}</Tag>
      <span className="quiet">{notes.filter(Boolean).join(' · ')}</span>
    </span>
  );
}

function Work({ text, locale }: { text: TextView; locale: Locale }): ReactNode {
  const t = minutesTexts(locale);
  const here = `/${locale}/desk/texts/${text.id}`;
  return (
    <span className="cluster">
      {text.mayWrite && (
        <ButtonLink small href={`${here}/edit`}>
          {t('minutes.write')}
        </ButtonLink>
      )}
      <ButtonLink small tone="quiet" href={here}>
        {t('minutes.read')}
      </ButtonLink>
    </span>
  );
}
