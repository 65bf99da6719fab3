import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { editionName } from '#app/features/editions/public.ts';
import type { Intention } from '#app/features/participation/public.server.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink, Tag } from '#app/ui/controls.tsx';
import { Form, FormActions } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { EmptyState, Notice } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import type { PlanChange } from '../domain/plan-changes.ts';
import { textOf } from '../forms.ts';
import { sayerOf } from '../sentences.ts';
import { workshopsTexts } from '../texts.ts';
import { BoardHead, Outcome } from '../ui/board-head.tsx';
import { publishPlan } from '../use-cases/publish-plan.server.ts';
import { readPublication } from '../use-cases/read-publication.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { board, publication, letters } = valueOrThrow(await readPublication(ctx, args.params.edition ?? ''), args.request);
  const { series, edition } = board.intentions.view;
  const say = sayerOf(board.intentions, ctx.locale);
  const place = (id: string | null) => (id === null ? null : say.workshop(id));
  const samples = [...new Map(letters.map((letter) => [letter.lang, letter])).values()];
  return {
    ...{ locale: ctx.locale, slug: edition.slug, revision: board.settings.revision, mails: letters.length },
    name: editionName(series.editionName, edition.title, edition.ordinal, ctx.locale),
    published: board.published?.version ?? null,
    plan: publication && {
      version: publication.version,
      mark: publication.mark,
      faults: publication.faults.map(say.fault),
      withoutSeats: publication.withoutSeats.map((conflict) => say.conflict(conflict, board.problem)),
      changes: inOrder(publication.changes, board.intentions.intentions).map(({ organisationId, kind, from, to }) => ({
        ...{ id: organisationId, kind, authority: say.organisation(organisationId), from: place(from), to: place(to) },
        mails: letters.filter((letter) => letter.organisationId === organisationId).length,
      })),
    },
    // The mailbox stays with the side of the authority: an example shows the words only.
    samples: samples.map(({ lang, subject, text }) => ({ lang, subject, text })),
  };
}

/** The changes of each kind in the order of lists. */
function inOrder(changes: readonly PlanChange[], intentions: readonly Intention[]): PlanChange[] {
  const order = new Map(intentions.map(({ organisation }, index) => [organisation.id, index]));
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  const place = ({ kind, organisationId }: PlanChange) => kinds.indexOf(kind) * order.size + (order.get(organisationId) ?? 0);
  return [...changes].sort((a, b) => place(a) - place(b));
}

type Data = Awaited<ReturnType<typeof loader>>;
type Plan = NonNullable<Data['plan']>;

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const edition = args.params.edition ?? '';
  const form = await args.request.formData();
  const seen = {
    edition,
    revision: Number(textOf(form, 'revision')),
    version: Number(textOf(form, 'version')),
    mark: textOf(form, 'mark'),
  };
  const published = await publishPlan(ctx, seen);
  if (published.ok) return redirect(`/${ctx.locale}/desk/editions/${edition}/board?done=published`);
  if (published.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(published.refusal, {});
}

export default function Publish() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale, slug, name, plan, published } = data;
  const t = workshopsTexts(locale);
  const back = `/${locale}/desk/editions/${slug}/board`;
  const lead = published === null ? t('workshops.publish.first') : t('workshops.publish.against', { version: published });
  return (
    <>
      <BoardHead {...{ locale, slug }} mayPublish edition={name} page="publish" title={t('workshops.publish.title')} lead={lead} />
      <Outcome locale={locale} refusal={refused?.refusal} done={null} />
      {!plan && (
        <EmptyState title={t('workshops.publish.no-draft')} actions={<ButtonLink href={back}>{t('workshops.board.title')}</ButtonLink>}>
          {t('workshops.publish.no-draft-text')}
        </EmptyState>
      )}
      {plan && plan.changes.length === 0 && <Notice>{t('workshops.publish.nothing-new')}</Notice>}
      {plan && <Hindrances plan={plan} locale={locale} />}
      {plan && plan.changes.length > 0 && <Differences plan={plan} locale={locale} />}
      <Samples data={data} />
      {plan && plan.changes.length > 0 && plan.faults.length === 0 && <Confirm data={data} plan={plan} />}
    </>
  );
}

function Hindrances({ plan, locale }: { plan: Plan; locale: Data['locale'] }) {
  const t = workshopsTexts(locale);
  const list = (lines: readonly string[]) => (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return (
    <>
      {plan.faults.length > 0 && (
        <Notice tone="error" title={t('workshops.publish.broken', { count: plan.faults.length })}>
          {list(plan.faults)}
        </Notice>
      )}
      {plan.withoutSeats.length > 0 && (
        <Notice tone="warning" title={t('workshops.publish.without-seats')}>
          {list(plan.withoutSeats)}
        </Notice>
      )}
    </>
  );
}

const TONES = { moved: 'info', placed: 'ok', unplaced: 'late', waiting: 'wait', left: 'plain', partner: 'info', seats: 'plain' } as const;

/** Who is placed otherwise than in the plan in force, and how many mails each gets. */
function Differences({ plan, locale }: { plan: Plan; locale: Data['locale'] }) {
  const t = workshopsTexts(locale);
  const none = t('workshops.publish.nowhere');
  return (
    <Section id="differences" title={t('workshops.publish.differences')} wide>
      <DataTable
        caption={t('workshops.publish.caption', { count: plan.changes.length })}
        rows={plan.changes}
        rowKey={({ id }) => id}
        empty={null}
        dense
        columns={[
          { key: 'authority', header: t('workshops.publish.authority'), rowHeader: true, cell: ({ authority }) => authority },
          {
            key: 'kind',
            header: t('workshops.publish.change'),
            cell: ({ kind }) => <Tag tone={TONES[kind]}>{t(`workshops.publish.kind.${kind}`)}</Tag>,
          },
          { key: 'from', header: t('workshops.publish.from'), cell: ({ from }) => from ?? none },
          { key: 'to', header: t('workshops.publish.to'), cell: ({ to }) => to ?? none },
          {
            key: 'mails',
            header: t('workshops.publish.mails'),
            numeric: true,
            cell: ({ kind, mails }) => (mails === 0 && kind !== 'left' ? t('workshops.publish.nobody') : mails),
          },
        ]}
      />
    </Section>
  );
}

/** One mail in each language in which any leaves, as it would leave. */
function Samples({ data: { locale, samples } }: { data: Data }) {
  const t = workshopsTexts(locale);
  if (samples.length === 0) return null;
  return (
    <Section id="samples" title={t('workshops.publish.samples')} lead={t('workshops.publish.samples-lead')} wide>
      {samples.map(({ lang, subject, text }) => (
        <details key={lang}>
          <summary lang={lang}>{subject}</summary>
          <pre className="letter" lang={lang}>
            {text}
          </pre>
        </details>
      ))}
    </Section>
  );
}

function Confirm({ data: { locale, slug, revision, mails }, plan }: { data: Data; plan: Plan }) {
  const t = workshopsTexts(locale);
  const told = plan.changes.filter((change) => change.mails > 0).length;
  return (
    <Section id="confirm" title={t('workshops.publish.confirm')} wide>
      <p>{t('workshops.publish.consequence', { version: plan.version, mails, told })}</p>
      <Form hidden={{ revision: String(revision), version: String(plan.version), mark: plan.mark }}>
        <FormActions>
          <Button>{t('workshops.publish.publish', { version: plan.version })}</Button>
          <ButtonLink tone="bare" href={`/${locale}/desk/editions/${slug}/board`}>
            {t('workshops.publish.back')}
          </ButtonLink>
        </FormActions>
      </Form>
    </Section>
  );
}
