import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { searchOrganisations } from '#app/features/authorities/public.server.ts';
import { displayName } from '#app/features/authorities/public.ts';
import { newId } from '#app/lib/id.ts';
import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { formPath, historyPath, linksPath } from '../../addresses.ts';
import { authorityName } from '../../authority-name.ts';
import { editionOf } from '../../doc5-texts.ts';
import { keptValues, textOf } from '../../form-values.ts';
import { participationTexts, refusalText } from '../../texts.ts';
import { IntentionsHead } from '../../ui/list/intentions-head.tsx';
import { SheetAnswers, SheetContacts, SheetHead } from '../../ui/list/sheet-answers.tsx';
import { SheetLog, SheetState, SheetTakeBack } from '../../ui/list/sheet-log.tsx';
import { SheetTies } from '../../ui/list/sheet-ties.tsx';
import stylesheet from '../../ui/participation.css?url';
import { changeState } from '../../use-cases/list/change-state.server.ts';
import { readSheet } from '../../use-cases/list/read-sheet.server.ts';
import { recordExchange } from '../../use-cases/list/record-exchange.server.ts';
import { recordTie } from '../../use-cases/list/record-tie.server.ts';
import { removeTie } from '../../use-cases/list/remove-tie.server.ts';
import { takeBackAnswers } from '../../use-cases/list/take-back-answers.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const sheet = valueOrThrow(await readSheet(ctx, args.params.participation ?? ''), args.request);
  const saved = new URL(args.request.url).searchParams.has('saved');
  // A form sent twice bears the same identifier, and is recorded once.
  return { locale: ctx.locale, sheet, saved, exchangeId: newId() };
}

/** An authority to choose, found by the name that was typed. */
export type TieChoice = { value: string; label: string; hint: string };

/** The field that a refusal speaks of. */
const FIELD_OF: Record<string, string> = {
  'participation.bad-exchange-kind': 'kind',
  'participation.bad-exchange-day': 'heldOn',
  'participation.empty-note': 'note',
  'participation.long-note': 'note',
  'participation.person-elsewhere': 'person',
  'participation.tie-with-nobody': 'tieName',
  'participation.tie-within-country': 'tieName',
  'participation.tie-known': 'tieName',
  'participation.no-authority': 'tieName',
  'participation.bad-tie-year': 'since',
  'participation.tie-without-source': 'source',
  'participation.long-tie-source': 'source',
  'participation.no-reason': 'reason',
  'participation.own-answers': 'reason',
  'participation.nothing-to-take-back': 'reason',
  'participation.changed-meanwhile': 'reason',
};

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const participationId = args.params.participation ?? '';
  const form = await args.request.formData();
  const kept = keptValues(form);
  const intent = textOf(form, 'intent');
  const refused = (refusal: Refusal, choices: TieChoice[] | null = null) => {
    if (refusal.code === 'sign-in-required') throw redirect(signInUrl(args.request));
    return data(
      { refusal, kept, choices, field: FIELD_OF[refusal.code] ?? (intent === 'exchange' ? 'newState' : 'state') },
      { status: statusOf(refusal) },
    );
  };
  if (intent === 'tie' && tieIsTyped(form)) {
    const choices = await tieChoices(ctx, participationId, textOf(form, 'tieName'));
    return refused({ code: 'participation.tie-with-nobody' }, choices);
  }
  const done = await perform(ctx, participationId, intent, form);
  if (!done.ok) return refused(done.refusal);
  const anchor = { exchange: 'log', state: 'state', 'take-back': 'state' }[intent] ?? 'ties';
  return redirect(`/${ctx.locale}/desk/participations/${participationId}?saved=1#${anchor}`);
}

/** Whether the tied authority is but a name: without script nothing was picked, and words never decide by themselves. */
function tieIsTyped(form: FormData): boolean {
  return textOf(form, 'tieName') !== '' && (textOf(form, 'tie') === '' || textOf(form, 'tie') === 'none');
}

/** The authorities of other countries that a typed name may mean; the sheet must be the actor's. */
async function tieChoices(ctx: Ctx, participationId: string, name: string): Promise<TieChoice[]> {
  const sheet = await readSheet(ctx, participationId);
  if (!sheet.ok) return [];
  const hits = await searchOrganisations(ctx.db, name, { limit: 20, authoritiesOnly: true });
  return hits
    .filter(({ country }) => country !== sheet.value.organisation.country)
    .slice(0, 8)
    .map((hit) => ({
      value: hit.id,
      label: displayName(hit.names, ctx.locale, 'official').text,
      hint: `${hit.system} ${hit.code} · ${hit.country}`,
    }));
}

function perform(ctx: Ctx, participationId: string, intent: string, form: FormData) {
  const value = (name: string) => textOf(form, name);
  if (intent === 'state') return changeState(ctx, { participationId, state: value('state') });
  if (intent === 'take-back')
    return takeBackAnswers(ctx, { participationId, revision: Number(value('revision')), reason: value('reason') });
  if (intent === 'remove-tie') return removeTie(ctx, { participationId, tieId: value('tieId') });
  if (intent === 'tie')
    return recordTie(ctx, { participationId, otherId: value('tie'), since: value('since'), source: value('source'), lang: ctx.locale });
  return recordExchange(ctx, {
    ...{ participationId, exchangeId: value('exchangeId'), kind: value('kind'), heldOn: value('heldOn') },
    ...{ personId: value('person') || null, note: value('note'), newState: value('newState') },
  });
}

export default function SheetPage(): ReactNode {
  const { locale, sheet, saved, exchangeId } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = participationTexts(locale);
  const { participation, organisation, view } = sheet;
  const { text, lang } = authorityName(organisation, locale);
  const edition = editionOf(sheet, locale);
  // Where a typed name may mean several authorities, the page asks which: nothing is wrong.
  const asks = answered?.choices && answered.choices.length > 0;
  const message = answered && !asks ? (refusalText(t, answered.refusal) ?? t('participation.errors')) : null;
  const kept = answered?.kept ?? {};
  const error = (name: string) => (answered?.field === name ? (message ?? undefined) : undefined);
  const form = { kept, error, choices: answered?.choices ?? null };
  return (
    <>
      <IntentionsHead
        locale={locale}
        slug={view.edition.slug}
        edition={edition}
        title={text}
        titleLang={lang || undefined}
        actions={<SheetLinks participationId={participation.id} edition={view.edition.slug} locale={locale} />}
      />
      {saved && !answered && (
        <Notice tone="success" live>
          {t('participation.sheet.saved')}
        </Notice>
      )}
      <ErrorSummary title={t('participation.errors')} errors={answered && message ? [{ name: answered.field, message }] : []} />
      <SheetHead sheet={sheet} locale={locale} />
      <SheetAnswers sheet={sheet} locale={locale} />
      <SheetContacts sheet={sheet} locale={locale} />
      <SheetTies sheet={sheet} locale={locale} form={form} />
      <SheetState sheet={sheet} locale={locale} form={form} />
      <SheetTakeBack sheet={sheet} locale={locale} form={form} />
      <SheetLog sheet={sheet} locale={locale} form={form} exchangeId={exchangeId} />
    </>
  );
}

/** Where the rest of the work on this authority is done. */
function SheetLinks({ participationId, edition, locale }: { participationId: string; edition: string; locale: Locale }): ReactNode {
  const t = participationTexts(locale);
  const form = formPath(locale, participationId);
  return (
    <>
      <ButtonLink href={form}>{t('participation.sheet.enter')}</ButtonLink>
      <ButtonLink tone="quiet" href={historyPath(locale, participationId)}>
        {t('participation.sheet.history')}
      </ButtonLink>
      <ButtonLink tone="quiet" href={linksPath(locale, participationId)}>
        {t('participation.sheet.links')}
      </ButtonLink>
      <ButtonLink tone="quiet" href={`/${locale}/desk/participations/${participationId}/returns`}>
        {t('participation.sheet.returns')}
      </ButtonLink>
      <ButtonLink tone="quiet" href={`/${locale}/desk/editions/${edition}/mailings`}>
        {t('participation.sheet.letters')}
      </ButtonLink>
      {(['xlsx', 'docx'] as const).map((format) => (
        <ButtonLink key={format} tone="quiet" download href={`${form}/${format}`}>
          {t('participation.sheet.file')} ({format.toUpperCase()})
        </ButtonLink>
      ))}
    </>
  );
}
