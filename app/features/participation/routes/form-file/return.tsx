import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { displayName } from '#app/features/authorities/public.ts';
import { editionName } from '#app/features/editions/public.ts';
import { listText } from '#app/lib/list-text.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, Tag } from '#app/ui/controls.tsx';
import { Form, FormActions } from '#app/ui/forms.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { EmptyState, ErrorSummary, Notice } from '#app/ui/states.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { labelText } from '../../documents/form-words.ts';
import { answerText, dayOf, faultText, returnRefusalText } from '../../return-texts.ts';
import { participationTexts } from '../../texts.ts';
import { DifferenceChoice, decisionName, type ShownDifference } from '../../ui/form-file/difference-choice.tsx';
import { BackToForm } from '../../ui/form-file/return-upload.tsx';
import { applyReturn } from '../../use-cases/form-file/apply-return.server.ts';
import { discardReturn } from '../../use-cases/form-file/discard-return.server.ts';
import {
  judgeReturn,
  type OpenDifference,
  type ReturnDecisions,
  type ReturnView,
  readReturn,
} from '../../use-cases/form-file/read-return.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const view = valueOrThrow(await readReturn(ctx, args.params.return ?? ''), args.request);
  const { row, participation, organisation, view: of } = view;
  const { locale } = ctx;
  const { unread, hiddenSheets, format } = row.reading;
  return {
    locale,
    participationId: participation.id,
    revision: participation.revision,
    base: row.baseRevision,
    state: row.state,
    file: row.fileName,
    format: format.toUpperCase(),
    day: dayOf(row.createdAt, of.edition.timeZone, locale),
    authority: displayName(organisation.names, locale, 'official'),
    edition: editionName(of.series.editionName, of.edition.title, of.edition.ordinal, locale),
    same: view.same,
    unread,
    hiddenSheets,
    differences: row.state === 'draft' ? view.differences.map((difference) => shownDifference(difference, view, ctx)) : [],
    again: new URL(args.request.url).searchParams.has('again'),
  };
}

function shownDifference(difference: OpenDifference, { view, names }: ReturnView, { locale }: Ctx): ShownDifference {
  const { path, kind, standing, said, text, notes, guess, faults, changedMeanwhile, closed, mayTake, takenByDefault } = difference;
  const answers = { workshops: view.workshops, names };
  const marks = [
    ...(kind === 'emptied' || kind === 'older' ? [kind] : []),
    ...(changedMeanwhile ? (['changedMeanwhile'] as const) : []),
    ...(guess ? (['guess'] as const) : []),
    ...notes,
    ...(closed ? (['closed'] as const) : []),
  ];
  return {
    ...{ path, kind, text, marks, mayTake, takenByDefault },
    label: labelText(path, locale),
    standing: answerText(path, standing, answers, locale),
    said: said === undefined ? text || null : answerText(path, said, answers, locale),
    faults: faults.map((fault) => faultText(fault, text, locale)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const returnId = args.params.return ?? '';
  const view = valueOrThrow(await readReturn(ctx, returnId), args.request);
  const form = await args.request.formData();
  const desk = `/${ctx.locale}/desk`;
  if (form.get('intent') === 'discard') {
    const discarded = await discardReturn(ctx, returnId);
    if (discarded.ok) return redirect(`${desk}/participations/${discarded.value}/returns?discarded`);
    return refusalData(discarded.refusal, { decisions: {}, faults: [] });
  }
  const decisions = decisionsOf(form, view);
  const applied = await applyReturn(ctx, { returnId, revision: Number(form.get('revision')), decisions });
  if (applied.ok) return redirect(`${desk}/returns/${returnId}`);
  if (applied.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  const faulty = applied.refusal.code === 'participation.answers-faulty' ? await judgeReturn(ctx, view, decisions) : [];
  const faults = faulty.map((fault) => ({ path: fault.path, message: faultText(fault, '', ctx.locale) }));
  return refusalData(applied.refusal, { decisions, faults });
}

function decisionsOf(form: FormData, { differences }: ReturnView): ReturnDecisions {
  return Object.fromEntries(
    differences.flatMap(({ path }) => {
      const value = form.get(decisionName(path));
      return value === 'take' || value === 'keep' ? [[path, value]] : [];
    }),
  );
}

const STATE_TONES = { draft: 'draft', applied: 'ok', discarded: 'plain' } as const;

export default function Return() {
  const data = useLoaderData<typeof loader>();
  const { locale, authority, edition, state } = data;
  const t = participationTexts(locale);
  const title = t('participation.return.title', { file: data.file || t('participation.return.forgotten') });
  return (
    <>
      <title>{title}</title>
      <Breadcrumbs
        label={t('participation.returns.title')}
        items={[
          { label: t('participation.returns.title'), href: `/${locale}/desk/participations/${data.participationId}/returns` },
          { label: data.file || t('participation.return.forgotten') },
        ]}
      />
      <PageHead
        eyebrow={
          <>
            <span lang={authority.lang || undefined}>{authority.text}</span> · <LocalisedRun value={edition} />
          </>
        }
        title={title}
        lead={t('participation.return.lead', { format: data.format, day: data.day, same: state === 'draft' ? data.same : 0 })}
      >
        <p>
          <Tag tone={STATE_TONES[state]}>{t(`participation.return.state.${state}`)}</Tag>
        </p>
      </PageHead>
      {state === 'draft' ? <Draft data={data} /> : <Ended data={data} />}
    </>
  );
}

type Data = Awaited<ReturnType<typeof loader>>;

function Ended({ data: { locale, state, participationId } }: { data: Data }) {
  const t = participationTexts(locale);
  return (
    <div className="stack">
      {state === 'applied' ? (
        <Notice tone="success">{t('participation.return.applied')}</Notice>
      ) : (
        <Notice>{t('participation.return.put-aside')}</Notice>
      )}
      <p>
        <BackToForm locale={locale} participationId={participationId} />
      </p>
    </div>
  );
}

function Draft({ data }: { data: Data }) {
  const refused = useActionData<typeof action>();
  const { locale, differences, revision, participationId } = data;
  const t = participationTexts(locale);
  const chosen: ReturnDecisions = refused?.kept.decisions ?? {};
  const faults = refused?.kept.faults ?? [];
  const faultOf = (path: string) => faults.find((fault) => fault.path === path)?.message;
  const paths = new Set(differences.map(({ path }) => path));
  return (
    <div className="stack">
      <Refused data={data} />
      <Remarks data={data} />
      <Form hidden={{ revision: String(revision) }}>
        {differences.length === 0 ? (
          <EmptyState title={t('participation.return.none')}>{t('participation.return.none-text')}</EmptyState>
        ) : (
          <Section
            id="differences"
            title={t('participation.return.differences', { count: differences.length })}
            lead={t('participation.return.differences-lead')}
          >
            <div className="stack stack-l">
              {differences.map((difference) => (
                <DifferenceChoice
                  key={difference.path}
                  difference={difference}
                  chosen={chosen[difference.path]}
                  error={paths.has(difference.path) ? faultOf(difference.path) : undefined}
                  locale={locale}
                />
              ))}
            </div>
          </Section>
        )}
        <FormActions>
          {differences.some(({ mayTake }) => mayTake) && (
            <Button name="intent" value="apply">
              {t('participation.return.apply')}
            </Button>
          )}
          <Button tone="quiet" name="intent" value="discard">
            {t('participation.return.discard')}
          </Button>
          <BackToForm locale={locale} participationId={participationId} />
        </FormActions>
        <p className="quiet">{t('participation.return.kept')}</p>
      </Form>
    </div>
  );
}

/** Why nothing was recorded, with a link to each answer that is at fault. */
function Refused({ data: { locale, differences } }: { data: Data }) {
  const refused = useActionData<typeof action>();
  if (!refused) return null;
  const text = returnRefusalText(refused.refusal, locale);
  const shown = new Set(differences.map(({ path }) => path));
  const errors = refused.kept.faults.map(({ path, message }) => ({
    name: decisionName(shown.has(path) ? path : (differences[0]?.path ?? path)),
    message: `${labelText(path, locale)} – ${message}`,
  }));
  if (errors.length > 0) return <ErrorSummary title={text} errors={errors} />;
  return (
    <Notice tone="error" live title={participationTexts(locale)('participation.return.refused')}>
      {text}
    </Notice>
  );
}

/** What the file itself calls for: its age, hidden sheets, rows that are no questions. */
function Remarks({ data }: { data: Data }) {
  const { locale, base, revision, unread, hiddenSheets, again } = data;
  const t = participationTexts(locale);
  return (
    <>
      {again && <Notice>{t('participation.return.again')}</Notice>}
      {base === null && <Notice tone="warning">{t('participation.return.no-reference')}</Notice>}
      {base !== null && base !== revision && base > 0 && (
        <Notice tone="warning">{t('participation.return.older', { base, now: revision })}</Notice>
      )}
      {hiddenSheets.length > 0 && <Notice>{t('participation.return.hidden-sheets', { sheets: listText(hiddenSheets, locale) })}</Notice>}
      {unread.length > 0 && (
        <details>
          <summary>{t('participation.return.unread', { count: unread.length })}</summary>
          <ul>
            {unread.map(({ line, text }) => (
              <li key={`${line} ${text}`}>{t('participation.return.unread-line', { line, text })}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
