import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { countryName, editionName } from '#app/features/editions/public.ts';
import { listText } from '#app/lib/list-text.ts';
import { ok, type Result, refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, Tag } from '#app/ui/controls.tsx';
import { Facts } from '#app/ui/figures.tsx';
import { Form } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { runNumber, textOf } from '../forms.ts';
import { workshopsPermissions } from '../permissions.ts';
import { sayerOf } from '../sentences.ts';
import { type WorkshopsKey, workshopsTexts } from '../texts.ts';
import { BoardHead, Outcome } from '../ui/board-head.tsx';
import { RUN_TONES } from '../ui/run-list.tsx';
import { RunProgress } from '../ui/run-progress.tsx';
import { cancelRun } from '../use-cases/cancel-run.server.ts';
import { mayOnBoard } from '../use-cases/open-board.server.ts';
import { readRun } from '../use-cases/read-run.server.ts';
import { replayRun } from '../use-cases/replay-run.server.ts';
import { takeDraft } from '../use-cases/take-draft.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const where = { edition: args.params.edition ?? '', number: runNumber(args.params.number) };
  const { board, run, original, comparison, isDraft, hasDraft, mayArrange } = valueOrThrow(await readRun(ctx, where), args.request);
  const { series, edition } = board.intentions.view;
  const say = sayerOf(board.intentions, ctx.locale);
  const place = (id: string | null) => (id === null ? null : say.workshop(id));
  const { input } = run;
  return {
    ...{ locale: ctx.locale, slug: edition.slug, run, isDraft, hasDraft, mayArrange, revision: board.settings.revision },
    name: editionName(series.editionName, edition.title, edition.ordinal, ctx.locale),
    mayPublish: (await mayOnBoard(ctx, board, workshopsPermissions.publish)).ok,
    conflicts: (run.result?.conflicts ?? []).map((conflict) => say.conflict(conflict, input)),
    minimum: listText(
      Object.entries(input.minPerCountry).map(([country, least]) => `${countryName(country, ctx.locale)} ${least}`),
      ctx.locale,
    ),
    original: original && { number: original.number, seconds: original.result?.solver.seconds ?? 0 },
    comparison: comparison && {
      ...comparison,
      placements: comparison.placements.map(({ authority, first, second }) => ({
        ...{ id: authority, authority: say.organisation(authority), first: place(first), second: place(second) },
      })),
    },
  };
}

type Data = Awaited<ReturnType<typeof loader>>;

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const where = { edition: args.params.edition ?? '', number: runNumber(args.params.number) };
  const done = await act(ctx, where, await args.request.formData());
  if (done.ok) return redirect(`/${ctx.locale}/desk/editions/${where.edition}/board${done.value}`);
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(done.refusal, {});
}

/** Does what a button of the page says; the answer is where to go, below the board. */
async function act(ctx: Ctx, where: { edition: string; number: number }, form: FormData): Promise<Result<string>> {
  switch (textOf(form, 'act')) {
    case 'cancel': {
      const cancelled = await cancelRun(ctx, where);
      return cancelled.ok ? ok(`/runs/${where.number}`) : cancelled;
    }
    case 'replay': {
      const begun = await replayRun(ctx, where);
      return begun.ok ? ok(`/runs/${begun.value.number}`) : begun;
    }
    case 'take': {
      const taken = await takeDraft(ctx, { ...where, revision: Number(textOf(form, 'revision')) });
      return taken.ok ? ok('') : taken;
    }
    default:
      return refuse('workshops.unknown-act');
  }
}

export default function Run() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale, slug, name, run, mayPublish, mayArrange } = data;
  const t = workshopsTexts(locale);
  return (
    <>
      <BoardHead
        {...{ locale, slug, mayPublish }}
        edition={name}
        page="run"
        title={t('workshops.run.title', { number: run.number })}
        tags={<Tag tone={RUN_TONES[run.state]}>{t(`workshops.run.state.${run.state}`)}</Tag>}
        actions={<RunActions data={data} />}
      />
      <Outcome locale={locale} refusal={refused?.refusal} done={null} />
      {run.state === 'running' && (
        <RunProgress
          locale={locale}
          run={run}
          action={`/${locale}/desk/editions/${slug}/board/runs/${run.number}`}
          mayCancel={mayArrange}
        />
      )}
      {run.failure && <Notice tone="error">{t(`workshops.failure.${run.failure}` as WorkshopsKey)}</Notice>}
      {run.state === 'cancelled' && !run.result && <Notice>{t('workshops.run.no-plan-kept')}</Notice>}
      <Replayed data={data} />
      <Found data={data} />
      <Inputs data={data} />
    </>
  );
}

function RunActions({ data: { locale, run, isDraft, hasDraft, mayArrange, revision } }: { data: Data }) {
  const t = workshopsTexts(locale);
  if (!mayArrange) return null;
  const hasPlan = (run.result?.placements.length ?? 0) > 0;
  return (
    <>
      {hasPlan && !isDraft && (
        <Form hidden={{ act: 'take', revision: String(revision) }}>
          <Button>{t(hasDraft ? 'workshops.run.take-instead' : 'workshops.run.take')}</Button>
        </Form>
      )}
      {run.state === 'done' && (
        <Form hidden={{ act: 'replay' }}>
          <Button tone="quiet">{t('workshops.run.replay')}</Button>
        </Form>
      )}
    </>
  );
}

/** Of a replay: whether the same plan came out, else what differs. */
function Replayed({ data: { locale, slug, run, original, comparison } }: { data: Data }) {
  const t = workshopsTexts(locale);
  if (!original) return null;
  const link = (
    <a href={`/${locale}/desk/editions/${slug}/board/runs/${original.number}`}>{t('workshops.run.title', { number: original.number })}</a>
  );
  if (!comparison)
    return (
      <p>
        {t('workshops.run.replay-of', { number: original.number })} · {link}
      </p>
    );
  const title = t(comparison.same ? 'workshops.run.same' : 'workshops.run.differs', { number: original.number });
  return (
    <Notice tone={comparison.same ? 'success' : 'warning'} title={title}>
      <p>
        {t('workshops.run.compared', { first: original.seconds, second: run.result?.solver.seconds ?? 0 })} {link}
      </p>
      {!comparison.sameSolver && <p>{t('workshops.run.other-solver')}</p>}
      <ul>
        {comparison.levels.map(({ name, first, second }) => (
          <li key={name}>
            {t('workshops.run.differs-by', { what: t(`workshops.level.${name}`), first: first ?? '–', second: second ?? '–' })}
          </li>
        ))}
        {comparison.placements.map(({ id, authority, first, second }) => (
          <li key={id}>
            {t('workshops.run.differs-by', {
              what: authority,
              first: first ?? t('workshops.run.nowhere'),
              second: second ?? t('workshops.run.nowhere'),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** What was found: the levels with their bounds, or what contradicts itself. */
function Found({ data: { locale, run, conflicts } }: { data: Data }) {
  const t = workshopsTexts(locale);
  if (!run.result) return null;
  const { status, levels, conflictsProven, solver } = run.result;
  return (
    <Section id="found" title={t('workshops.run.found')} lead={t(`workshops.run.status.${status}`)} wide>
      <div className="stack">
        {levels.length > 0 && (
          <DataTable
            caption={t('workshops.run.levels')}
            rows={levels}
            rowKey={({ name }) => name}
            empty={null}
            columns={[
              { key: 'level', header: t('workshops.run.level'), rowHeader: true, cell: ({ name }) => t(`workshops.level.${name}`) },
              { key: 'value', header: t('workshops.run.value'), numeric: true, cell: ({ value }) => value },
              { key: 'bound', header: t('workshops.run.bound'), numeric: true, cell: ({ bound }) => Math.ceil(bound) },
              {
                key: 'proven',
                header: t('workshops.run.proof'),
                cell: ({ value, bound }) =>
                  bound >= value ? (
                    <Tag tone="ok">{t('workshops.run.proven')}</Tag>
                  ) : (
                    <Tag tone="wait">{t('workshops.run.gap', { most: Math.ceil(value - bound) })}</Tag>
                  ),
              },
            ]}
          />
        )}
        {conflicts.length > 0 && (
          <Notice tone="warning" title={t(status === 'infeasible' ? 'workshops.run.contradiction' : 'workshops.run.without-seats')}>
            <ul>
              {conflicts.map((conflict) => (
                <li key={conflict}>{conflict}</li>
              ))}
            </ul>
            {status === 'infeasible' && <p>{t(conflictsProven ? 'workshops.run.smallest' : 'workshops.run.not-smallest')}</p>}
          </Notice>
        )}
        <p className="quiet">
          {t('workshops.run.solver', { name: solver.name, version: solver.version, seconds: solver.seconds, seed: solver.seed })}
        </p>
      </div>
    </Section>
  );
}

function Inputs({ data: { locale, run, minimum } }: { data: Data }) {
  const t = workshopsTexts(locale);
  const { input, timeLimitSeconds } = run;
  const items = [
    { key: 'workshops', label: t('workshops.run.input.workshops'), value: input.workshops.length },
    { key: 'authorities', label: t('workshops.run.input.authorities'), value: input.authorities.length },
    { key: 'pairs', label: t('workshops.run.input.pairs'), value: input.pairs.length },
    { key: 'chairs', label: t('workshops.run.input.chairs'), value: input.workshops.reduce((sum, { chairs }) => sum + chairs.length, 0) },
    { key: 'pins', label: t('workshops.run.input.pins'), value: input.pinned.length },
    { key: 'minimum', label: t('workshops.run.input.minimum'), value: minimum || '–' },
    { key: 'spread', label: t('workshops.run.input.spread'), value: input.maxSpread ?? '–' },
    { key: 'seed', label: t('workshops.run.input.seed'), value: input.seed },
    { key: 'limit', label: t('workshops.run.input.limit'), value: timeLimitSeconds },
  ];
  return (
    <Section id="inputs" title={t('workshops.run.inputs')} lead={t('workshops.run.inputs-lead')} wide>
      <Facts items={items} />
    </Section>
  );
}
