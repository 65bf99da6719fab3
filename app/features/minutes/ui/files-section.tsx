import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import { Button } from '#app/ui/controls.tsx';
import { FileField, Form, FormActions, HiddenValues } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { minutesTexts } from '../texts.ts';
import type { MinutesView } from '../use-cases/read-minutes.server.ts';

type Props = { locale: Locale; meetingId: string; files: MinutesView['files']; mayWrite: boolean; limit: number };

/** Minutes written elsewhere: kept as they are, their table taken to the import desk. */
export function FilesSection(props: Props): ReactNode {
  const { locale, files, mayWrite, limit } = props;
  const t = minutesTexts(locale);
  return (
    <Section id="files" title={t('minutes.files')} lead={t('minutes.files-lead')} wide>
      <div className="stack">
        {files.length === 0 ? <p className="quiet">{t('minutes.files-none')}</p> : <FilesTable {...props} />}
        {mayWrite && (
          <Form encType="multipart/form-data">
            <HiddenValues values={{ intent: 'attach' }} />
            <FileField name="file" label={t('minutes.file')} hint={t('minutes.files-empty-lead', { limit })} accept=".pdf,.docx,.xlsx" />
            <FormActions>
              <Button tone="quiet">{t('minutes.file.attach')}</Button>
            </FormActions>
          </Form>
        )}
      </div>
    </Section>
  );
}

function FilesTable({ locale, meetingId, files, mayWrite }: Props): ReactNode {
  const t = minutesTexts(locale);
  const buttons = {
    key: 'work',
    header: t('minutes.work'),
    cell: ({ id, name }: Props['files'][number]) => <FileButtons locale={locale} id={id} name={name} />,
  };
  return (
    <DataTable
      caption={t('minutes.files')}
      captionHidden
      rows={files}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: 'file',
          header: t('minutes.file'),
          rowHeader: true,
          cell: ({ id, name }) => <a href={`/${locale}/desk/meetings/${meetingId}/minutes/files/${id}`}>{name}</a>,
        },
        {
          key: 'added',
          header: t('minutes.state'),
          cell: ({ addedOn }) => t('minutes.file.added', { date: formatPartialDate(partialDate(addedOn), locale) }),
        },
        ...(mayWrite ? [buttons] : []),
      ]}
    />
  );
}

function FileButtons({ locale, id, name }: { locale: Locale; id: string; name: string }): ReactNode {
  const t = minutesTexts(locale);
  return (
    <Form>
      <HiddenValues values={{ id }} />
      <FormActions>
        <Button small tone="quiet" name="intent" value="import" aria-label={t('minutes.file.import-of', { name })}>
          {t('minutes.file.import')}
        </Button>
        <Button small tone="bare" name="intent" value="detach" aria-label={t('minutes.file.detach-of', { name })}>
          {t('minutes.file.detach')}
        </Button>
      </FormActions>
    </Form>
  );
}
