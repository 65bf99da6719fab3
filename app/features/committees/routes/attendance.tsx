import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { ok, type Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Tabs } from '#app/ui/nav.tsx';
import { Section } from '#app/ui/page.tsx';
import { EmptyState, Notice } from '#app/ui/states.tsx';
import type { TypedTick } from '../domain/roll.ts';
import { keptValues, rollForm, textOf } from '../forms.ts';
import { committeesTexts, refusalText } from '../texts.ts';
import stylesheet from '../ui/committees.css?url';
import { MeetingFrame } from '../ui/meeting-frame.tsx';
import { QuotedFigures } from '../ui/quoted-figures.tsx';
import { Represent, RollConflicts, RollForm } from '../ui/roll.tsx';
import { Unannounced } from '../ui/unannounced.tsx';
import { addAttendee } from '../use-cases/add-attendee.server.ts';
import { readRoll } from '../use-cases/read-roll.server.ts';
import { setRepresentative } from '../use-cases/set-representative.server.ts';
import { takeAttendance } from '../use-cases/take-attendance.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { searchParams } = new URL(args.request.url);
  const q = (searchParams.get('person') ?? '').trim().slice(0, 200);
  const roll = valueOrThrow(await readRoll(ctx, { meetingId: args.params.meetingId ?? '', q }), args.request);
  const saved = /^\d{1,5}$/.test(searchParams.get('saved') ?? '') ? Number(searchParams.get('saved')) : null;
  return { locale: ctx.locale, ...roll, q, saved, show: searchParams.get('show') === 'open' ? ('open' as const) : ('all' as const) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const meetingId = args.params.meetingId ?? '';
  const form = await args.request.formData();
  const ticks = rollForm(form);
  const done = await act(ctx, meetingId, form, ticks);
  if (!done.ok) {
    if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
    const refused = refusalData(done.refusal, textOf(form, 'act') === 'new' ? keptValues(form) : {});
    return data({ ...refused.data, conflicts: [], written: 0 }, refused.init ?? undefined);
  }
  const { written, conflicts } = done.value;
  if (conflicts.length > 0) {
    const own = ticks.filter(({ personId }) => conflicts.includes(personId));
    return data({ refusal: null, kept: {} as Record<string, string>, conflicts: own, written });
  }
  const show = new URL(args.request.url).searchParams.get('show') === 'open' ? '&show=open' : '';
  return redirect(`/${ctx.locale}/desk/meetings/${meetingId}/attendance?saved=${written}${show}`);
}

type Done = { written: number; conflicts: string[] };

async function act(ctx: Ctx, meetingId: string, form: FormData, ticks: readonly TypedTick[]): Promise<Result<Done>> {
  const one = async (done: Promise<Result<void>>): Promise<Result<Done>> => {
    const result = await done;
    return result.ok ? ok({ written: 1, conflicts: [] }) : result;
  };
  switch (form.get('act')) {
    case 'represent':
      return one(
        setRepresentative(ctx, { meetingId, personId: textOf(form, 'represented'), representativeId: textOf(form, 'by') || null }),
      );
    case 'add':
      return one(addAttendee(ctx, { meetingId, person: textOf(form, 'attendee') }));
    case 'new': {
      const names = { givenName: textOf(form, 'given'), familyName: textOf(form, 'family'), role: textOf(form, 'role') };
      const organisation = { organisationId: textOf(form, 'organisation') || null, organisationName: textOf(form, 'organisation-name') };
      return one(addAttendee(ctx, { meetingId, person: { ...names, ...organisation, another: form.get('another') === 'yes' } }));
    }
    default:
      return takeAttendance(ctx, { meetingId, ticks });
  }
}

export default function Attendance(): ReactNode {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, head, groups, counts } = loaded;
  const t = committeesTexts(locale);
  const written = answer && answer.written > 0 ? answer.written : answer ? null : loaded.saved;
  return (
    <MeetingFrame locale={locale} head={head} current="attendance" page={t('committees.roll.title')}>
      {answer?.refusal && <Notice tone="error" live title={refusalText(t, answer.refusal)} />}
      {written !== null && (
        <Notice tone="success" live>
          {t('committees.roll.saved', { count: written })}
        </Notice>
      )}
      <RollConflicts conflicts={answer?.conflicts ?? []} groups={groups} locale={locale} />
      <Roll loaded={loaded} />
      {loaded.mayAdd && <Unannounced locale={locale} q={loaded.q} found={loaded.found} kept={answer?.kept ?? {}} />}
      <Represent groups={groups} locale={locale} />
      <Section id="counts" title={t('committees.quoted.title')} wide>
        <QuotedFigures counts={counts} locale={locale} />
      </Section>
    </MeetingFrame>
  );
}

function Roll({ loaded: { locale, groups, show } }: { loaded: Awaited<ReturnType<typeof loader>> }): ReactNode {
  const t = committeesTexts(locale);
  const all = groups.flatMap(({ persons }) => persons);
  if (all.length === 0) return <EmptyState title={t('committees.roll.nobody')}>{t('committees.roll.nobody-text')}</EmptyState>;
  const open = all.filter(({ tick }) => tick === 'open').length;
  const shown = groups
    .map((group) => ({ ...group, persons: group.persons.filter(({ tick }) => show === 'all' || tick === 'open') }))
    .filter(({ persons }) => persons.length > 0);
  return (
    <Section id="roll" title={t('committees.roll.title')} lead={t('committees.roll.lead')} wide>
      <Tabs
        label={t('committees.roll.views')}
        items={[
          { href: '?', label: t('committees.roll.all'), current: show === 'all', note: all.length },
          { href: '?show=open', label: t('committees.roll.open'), current: show === 'open', note: open },
        ]}
      />
      {shown.length === 0 ? <p className="quiet">{t('committees.roll.all-noted')}</p> : <RollForm groups={shown} locale={locale} />}
    </Section>
  );
}
