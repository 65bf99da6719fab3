import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { listText } from '#app/lib/list-text.ts';
import { readText } from '#app/lib/localised-text.ts';
import type { Refusal } from '#app/lib/result.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Tag } from '#app/ui/controls.tsx';
import { HiddenValues } from '#app/ui/forms.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { readImportFilter } from '../domain/filter-import.ts';
import { obviousLinks } from '../domain/plan-import.ts';
import { keptValues, textOf } from '../forms.ts';
import { addressAfter, readDecisions } from '../import-form.ts';
import { committeesTexts, fileNameText, linesText, refusalText } from '../texts.ts';
import { Counts } from '../ui/counts.tsx';
import { Contradictions } from '../ui/import-contradictions.tsx';
import { ImportOrganisations } from '../ui/import-organisations.tsx';
import { ImportRows } from '../ui/import-rows.tsx';
import { ImportVerdict } from '../ui/import-verdict.tsx';
import { applyAttendanceImport } from '../use-cases/apply-attendance-import.server.ts';
import { decideAttendanceImport } from '../use-cases/decide-attendance-import.server.ts';
import { readAttendanceImport } from '../use-cases/read-attendance-import.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const view = valueOrThrow(await readAttendanceImport(ctx, { batchId: args.params.batchId ?? '' }), args.request);
  const params = new URL(args.request.url).searchParams;
  return {
    locale: ctx.locale,
    view,
    filter: readImportFilter(params),
    saved: params.has('saved'),
    again: params.has('again'),
  };
}

export type ImportData = Awaited<ReturnType<typeof loader>>;
/** With what was typed into a form that was refused, by field. */
export type DeskData = ImportData & { kept: Readonly<Record<string, string>> };

/**
 * Whichever button of the desk is pressed, everything chosen on it is filed first: nobody's choice is lost by looking for
 * an organisation, by showing other rows or by a button further up.
 */
export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const batchId = args.params.batchId ?? '';
  const form = await args.request.formData();
  const intent = textOf(form, 'intent');
  const base = `/${ctx.locale}/desk`;
  const view = valueOrThrow(await readAttendanceImport(ctx, { batchId }), args.request);
  const typed = readDecisions(form, Object.keys(view.batch.snapshot.recognitions), view.batch.decisions);
  const rows = intent === 'link' ? { ...obviousLinks(view.open, view.known), ...typed.rows } : typed.rows;
  const changed = Object.keys(typed.organisations).length + Object.keys(rows).length > 0;
  if (changed) {
    const decided = await decideAttendanceImport(ctx, { batchId, revision: Number(textOf(form, 'revision')), ...typed, rows });
    if (!decided.ok) return answer(decided.refusal, args.request, form);
  }
  if (intent !== 'apply') return redirect(addressAfter(form, `${base}/imports/${batchId}`, changed || intent === 'save'));
  const applied = await applyAttendanceImport(ctx, { batchId });
  if (!applied.ok) return answer(applied.refusal, args.request, form);
  return redirect(`${base}/meetings/${applied.value.meetingId}?applied=${applied.value.people}`);
}

function answer(refusal: Refusal, request: Request, form: FormData) {
  return refusal.code === 'sign-in-required' ? redirect(signInUrl(request)) : refusalData(refusal, keptValues(form));
}

const STATE_TONES = { draft: 'draft', applied: 'ok', undone: 'plain', discarded: 'plain' } as const;

export default function ImportDesk() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale, view } = data;
  const { batch, meeting, judgement } = view;
  const kept: DeskData['kept'] = refused?.kept ?? {};
  const t = committeesTexts(locale);
  const title = t('committees.import.desk', { file: fileNameText(batch.fileName, locale) });
  const named = readText(meeting.title, locale);
  const meetingTitle = named && <LocalisedRun value={named} />;
  const { format, encoding, reading } = batch.snapshot;
  return (
    <>
      <title>{title}</title>
      <Breadcrumbs
        label={t('committees.form.back')}
        items={[
          { label: t('committees.meetings.title'), href: `/${locale}/desk/meetings` },
          { label: meetingTitle, href: `/${locale}/desk/meetings/${meeting.id}` },
          { label: fileNameText(batch.fileName, locale) },
        ]}
      />
      <PageHead
        eyebrow={meetingTitle}
        title={title}
        lead={t('committees.import.read-as', {
          format: format.toUpperCase(),
          encoding: encoding?.toUpperCase() ?? 'none',
          rows: reading.rows.length,
        })}
      >
        <p>
          <Tag tone={STATE_TONES[batch.state]}>{t(`committees.import.state.${batch.state}`)}</Tag>
        </p>
      </PageHead>
      <Outcome data={data} refusal={refused?.refusal} />
      <Remarks data={data} />
      <Section id="counts" title={t('committees.attendance.title')} wide>
        <Counts counts={judgement.counts} locale={locale} />
      </Section>
      <Contradictions data={data} />
      <Decisions data={{ ...data, kept }} />
    </>
  );
}

/** Everything to decide, and the end of it: on a draft one form, whichever of its buttons is pressed. */
function Decisions({ data }: { data: DeskData }) {
  const { batch } = data.view;
  const parts = (
    <>
      <ImportOrganisations data={data} />
      <ImportRows data={data} />
      <ImportVerdict data={data} />
    </>
  );
  if (batch.state !== 'draft') return parts;
  const refused = Object.keys(data.kept).length > 0;
  return (
    <form method="post" noValidate data-enhance="unsaved" data-unsaved={refused || undefined}>
      <HiddenValues values={{ revision: String(batch.revision) }} />
      {/* The first button of a form is the one that Enter in a field presses: it must save and show, not lead away. */}
      <button type="submit" className="hidden-text" tabIndex={-1} aria-hidden="true">
        {committeesTexts(data.locale)('committees.import.save')}
      </button>
      {parts}
    </form>
  );
}

/** What has just happened: a refusal, decisions saved, a file that was read before. */
function Outcome({ data: { locale, saved, again }, refusal }: { data: ImportData; refusal: Refusal | undefined }) {
  const t = committeesTexts(locale);
  return (
    <>
      {refusal && (
        <Notice tone="error" live>
          {refusalText(t, refusal)}
        </Notice>
      )}
      {saved && !refusal && (
        <Notice tone="success" live>
          {t('committees.import.saved')}
        </Notice>
      )}
      {again && <Notice>{t('committees.import.again')}</Notice>}
    </>
  );
}

/** What the reading of the file itself calls for: guessed columns, hidden sheets, lines that are no rows. */
function Remarks({ data: { locale, view } }: { data: ImportData }) {
  const t = committeesTexts(locale);
  const { reading, hiddenSheets } = view.batch.snapshot;
  return (
    <>
      {reading.columns.guessed && <Notice tone="warning">{t('committees.import.guessed')}</Notice>}
      {hiddenSheets.length > 0 && <Notice>{t('committees.import.hidden-sheets', { sheets: listText(hiddenSheets, locale) })}</Notice>}
      {reading.unread.length > 0 && (
        <details>
          <summary>{t('committees.import.unread', { count: reading.unread.length })}</summary>
          <ul>
            {reading.unread.map((line) => (
              <li key={`${line.line} ${line.text}`}>
                {linesText([line.line], locale)} · {line.text}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
