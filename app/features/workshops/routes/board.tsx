import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { editionName } from '#app/features/editions/public.ts';
import type { Result } from '#app/lib/result.ts';
import { refuse } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink, SideLegend } from '#app/ui/controls.tsx';
import { Form, HiddenValues } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { EmptyState, Notice } from '#app/ui/states.tsx';
import { boardModel } from '../board-model.ts';
import { runNumber, textOf } from '../forms.ts';
import { notesIn } from '../notes.ts';
import { sayerOf } from '../sentences.ts';
import { workshopsTexts } from '../texts.ts';
import { BOARD_FORM, BoardGrid } from '../ui/board-grid.tsx';
import { BoardHead, Outcome } from '../ui/board-head.tsx';
import { Levels } from '../ui/levels.tsx';
import { RunList } from '../ui/run-list.tsx';
import { RunProgress } from '../ui/run-progress.tsx';
import { cancelRun } from '../use-cases/cancel-run.server.ts';
import { moveAuthority } from '../use-cases/move-authority.server.ts';
import { readBoard } from '../use-cases/read-board.server.ts';
import { setPin } from '../use-cases/set-pin.server.ts';
import { startRun } from '../use-cases/start-run.server.ts';

const DONE = ['moved', 'pinned', 'published', 'cancelled'] as const;

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const board = valueOrThrow(await readBoard(ctx, args.params.edition ?? ''), args.request);
  const { series, edition } = board.intentions.view;
  const done = new URL(args.request.url).searchParams.get('done');
  const { shown, levels, standing, running, runs, source, settings, mayArrange, mayPublish, published } = board;
  return {
    ...{
      locale: ctx.locale,
      slug: edition.slug,
      timeZone: edition.timeZone,
      shown,
      levels,
      standing,
      running,
      runs,
      settings,
      mayArrange,
      mayPublish,
    },
    name: editionName(series.editionName, edition.title, edition.ordinal, ctx.locale),
    model: boardModel(board, ctx.locale),
    notes: notesIn(board.notes, sayerOf(board.intentions, ctx.locale)),
    sourceNumber: source?.number ?? null,
    version: published?.version ?? null,
    done: DONE.find((known) => known === done) ?? null,
  };
}

type Data = Awaited<ReturnType<typeof loader>>;

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const edition = args.params.edition ?? '';
  const form = await args.request.formData();
  const base = `/${ctx.locale}/desk/editions/${edition}/board`;
  const { result, next } = await act(ctx, edition, form);
  if (result.ok) return redirect(`${base}${next(result.value)}`);
  if (result.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(result.refusal, {});
}

type Acted = { result: Result<unknown>; next(value: unknown): string };

/** Does what a button of the board says: `run`, `cancel`, `pin:WHO:WHERE`, `unpin:WHO`, `move:WHO:WHERE` (nowhere when empty). */
async function act(ctx: Ctx, edition: string, form: FormData): Promise<Acted> {
  const at = { edition, revision: Number(textOf(form, 'revision')) };
  const [verb = '', organisationId = '', where = ''] = textOf(form, 'act').split(':');
  const stay = (done: string) => () => `?done=${done}#card-${organisationId}`;
  const workshopId = where || null;
  switch (verb) {
    case 'run':
      return { result: await startRun(ctx, { edition }), next: () => '' };
    case 'cancel':
      return { result: await cancelRun(ctx, { edition, number: runNumber(textOf(form, 'number')) }), next: () => '?done=cancelled' };
    case 'pin':
    case 'unpin':
      return { result: await setPin(ctx, { ...at, organisationId, workshopId: verb === 'pin' ? workshopId : null }), next: stay('pinned') };
    case 'move':
      return { result: await moveAuthority(ctx, { ...at, organisationId, workshopId }), next: stay('moved') };
    default:
      return { result: refuse('workshops.unknown-act'), next: () => '' };
  }
}

export default function Board() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale, slug, name, model, mayPublish, mayArrange, settings, done } = data;
  const t = workshopsTexts(locale);
  return (
    <>
      <BoardHead
        {...{ locale, slug, mayPublish }}
        edition={name}
        page="board"
        title={t('workshops.board.title')}
        lead={
          data.shown === 'published'
            ? t('workshops.board.shown.published', { version: data.version ?? 0 })
            : t(`workshops.board.shown.${data.shown}`)
        }
        actions={<HeadActions data={data} />}
      />
      <Outcome locale={locale} refusal={refused?.refusal} done={done && t(`workshops.board.done.${done}`)} />
      {!mayArrange && <Notice>{t('workshops.board.read-only')}</Notice>}
      {model.columns.length === 0 ? (
        <EmptyState title={t('workshops.board.no-workshops')}>{t('workshops.board.no-workshops-text')}</EmptyState>
      ) : (
        <div className="stack">
          <RunNow data={data} />
          <Levels locale={locale} levels={data.levels} standing={data.standing} />
          <Broken broken={model.broken} locale={locale} />
          <SideLegend items={(model.columns[0]?.speakers ?? []).map(({ side, country }) => ({ side, label: country }))} />
          {mayArrange && (
            <form id={BOARD_FORM} method="post" action={`/${locale}/desk/editions/${slug}/board`}>
              <HiddenValues values={{ revision: String(settings.revision) }} />
            </form>
          )}
          <BoardGrid locale={locale} model={model} mayArrange={mayArrange} />
        </div>
      )}
      <Notes data={data} />
      <RunList locale={locale} slug={slug} timeZone={data.timeZone} runs={data.runs} />
    </>
  );
}

function HeadActions({ data: { locale, slug, mayArrange, mayPublish, running, shown, model } }: { data: Data }) {
  const t = workshopsTexts(locale);
  const base = `/${locale}/desk/editions/${slug}/board`;
  return (
    <>
      {mayArrange && !running && model.columns.length > 0 && (
        <Form action={base} hidden={{ act: 'run' }}>
          <Button>{t('workshops.board.run')}</Button>
        </Form>
      )}
      {mayPublish && shown !== 'nothing' && (
        <ButtonLink tone="quiet" href={`${base}/publish`}>
          {t('workshops.board.compare')}
        </ButtonLink>
      )}
    </>
  );
}

/** The run under way, and which run the plan came from. */
function RunNow({ data: { locale, slug, running, runs, sourceNumber, mayArrange } }: { data: Data }) {
  const t = workshopsTexts(locale);
  const base = `/${locale}/desk/editions/${slug}/board`;
  if (running) {
    return (
      <div>
        <RunProgress locale={locale} run={running} action={base} mayCancel={mayArrange} />
      </div>
    );
  }
  // The plan of a run never takes the place of a draft by itself: whoever waits for it must be told where it is.
  const newest = runs.find(({ replayOf }) => replayOf === null);
  const waits = newest?.state === 'done' && newest.number > (sourceNumber ?? 0) ? newest.number : null;
  return (
    <>
      {waits !== null && (
        <Notice title={t('workshops.board.run-waits', { number: waits })}>
          <p>
            {t('workshops.board.run-waits-text')}{' '}
            <a href={`${base}/runs/${waits}`}>{t('workshops.board.run-waits-link', { number: waits })}</a>
          </p>
        </Notice>
      )}
      {sourceNumber !== null && (
        <p>
          <a href={`${base}/runs/${sourceNumber}`}>{t('workshops.board.from-run', { number: sourceNumber })}</a>
        </p>
      )}
    </>
  );
}

function Broken({ broken, locale }: { broken: readonly string[]; locale: Data['locale'] }) {
  if (broken.length === 0) return null;
  return (
    <Notice tone="warning" title={workshopsTexts(locale)('workshops.board.broken', { count: broken.length })}>
      <ul>
        {broken.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </Notice>
  );
}

function Notes({ data: { locale, notes } }: { data: Data }) {
  const t = workshopsTexts(locale);
  if (notes.length === 0) return null;
  return (
    <Section id="notes" title={t('workshops.board.notes')} lead={t('workshops.board.notes-lead')} wide>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Section>
  );
}
