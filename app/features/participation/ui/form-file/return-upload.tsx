import type { ReactNode } from 'react';
import { LOCALES, type Locale } from '#app/lib/locale.ts';
import { TABULAR_LIMITS } from '#app/platform/tabular/types.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { FileField, Form, FormActions, SelectField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { EmptyState, ErrorSummary } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { participationTexts } from '../../texts.ts';

/** What was wrong with a file that was given, and the authority that was chosen with it. */
export type RefusedUpload = { field: 'file' | 'authority'; message: string; authority: string };

/** The field for a returned file; with `authorities`, whose form it is where the file does not say. */
export function ReturnUpload(props: {
  locale: Locale;
  authorities?: readonly { value: string; label: string }[] | undefined;
  refused: RefusedUpload | null;
}): ReactNode {
  const { locale, authorities, refused } = props;
  const t = participationTexts(locale);
  const error = (field: RefusedUpload['field']) => (refused?.field === field ? refused.message : undefined);
  return (
    <Section id="upload" title={t('participation.returns.upload')}>
      <div className="stack stack-l">
        <ErrorSummary
          title={t('participation.returns.refused')}
          errors={refused ? [{ name: refused.field, message: refused.message }] : []}
        />
        <Form encType="multipart/form-data">
          <FileField
            name="file"
            label={t('participation.returns.file')}
            hint={t('participation.returns.file-hint', { limit: TABULAR_LIMITS.bytes / 1e6 })}
            error={error('file')}
            accept=".xlsx,.docx"
          />
          {authorities && (
            <SelectField
              name="authority"
              label={t('participation.returns.authority')}
              hint={t('participation.returns.authority-hint')}
              error={error('authority')}
              options={authorities}
              placeholder={t('participation.returns.authority-none')}
              defaultValue={refused?.authority}
            />
          )}
          <FormActions>
            <Button>{t('participation.returns.read')}</Button>
          </FormActions>
        </Form>
      </div>
    </Section>
  );
}

/** A file that was read and waits for somebody. */
export type WaitingReturn = { id: string; file: string; day: string; authority: string };

/** The files that were read and not yet entered. */
export function WaitingReturns({ locale, waiting }: { locale: Locale; waiting: readonly WaitingReturn[] }): ReactNode {
  const t = participationTexts(locale);
  return (
    <Section id="waiting" title={t('participation.returns.waiting')}>
      {waiting.length === 0 ? (
        <p className="quiet">{t('participation.returns.waiting-none')}</p>
      ) : (
        <ul>
          {waiting.map(({ id, file, day, authority }) => (
            <li key={id}>
              <a href={`/${locale}/desk/returns/${id}`}>{authority}</a>{' '}
              <span className="quiet">{t('participation.returns.waiting-line', { file, day })}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const ENDONYMS: Record<Locale, string> = { fr: 'Français', en: 'English', ja: '日本語' };
const FORMATS = [
  { format: 'xlsx', label: 'participation.returns.excel' },
  { format: 'docx', label: 'participation.returns.word' },
  { format: 'pdf', label: 'participation.returns.paper' },
] as const;

/** The form in every language and format, below an address. */
export function FormDownloads({ locale, address, lead }: { locale: Locale; address: string; lead: string }): ReactNode {
  const t = participationTexts(locale);
  const languages = [locale, ...LOCALES.filter((lang) => lang !== locale)];
  return (
    <Section id="out" title={t('participation.returns.out')} lead={lead}>
      <DataTable
        caption={t('participation.returns.out')}
        captionHidden
        rows={languages}
        rowKey={(lang) => lang}
        empty={<EmptyState title={t('participation.returns.out')} />}
        columns={[
          {
            key: 'language',
            header: t('participation.returns.language'),
            rowHeader: true,
            cell: (lang) => <span lang={lang}>{ENDONYMS[lang]}</span>,
          },
          ...FORMATS.map(({ format, label }) => ({
            key: format,
            header: t(label),
            cell: (lang: Locale) => (
              <a href={`${address}/${format}?lang=${lang}`} hrefLang={lang} aria-label={`${format.toUpperCase()} – ${ENDONYMS[lang]}`}>
                {format.toUpperCase()}
              </a>
            ),
          })),
        ]}
      />
    </Section>
  );
}

/** The way back from a returned file. */
export function BackToForm({ locale, participationId }: { locale: Locale; participationId: string }): ReactNode {
  return (
    <ButtonLink tone="quiet" href={`/${locale}/desk/participations/${participationId}/form`}>
      {participationTexts(locale)('participation.return.to-form')}
    </ButtonLink>
  );
}
