import type { ReactNode } from 'react';
import { type LoaderFunctionArgs, useLoaderData } from 'react-router';
import { plainText, readText } from '#app/lib/localised-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { HiddenText, LocalisedRun } from '#app/ui/text.tsx';
import { shownNote } from '../agenda-model.server.ts';
import { agendasTexts } from '../texts.ts';
import { VoicedNotes } from '../ui/voiced-notes.tsx';
import { readVoiced } from '../use-cases/read-voiced.server.ts';

/** What was voiced over an edition, committee by committee. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { committees, notes } = valueOrThrow(await readVoiced(ctx, args.params.edition ?? ''), args.request);
  return {
    locale: ctx.locale,
    saved: new URL(args.request.url).searchParams.has('saved'),
    committees: committees.map(({ committee, mayRecord }) => ({
      ...{ id: committee.id, name: readText(committee.name, ctx.locale), plain: plainText(committee.name, ctx.locale), mayRecord },
      notes: notes.filter(({ committeeId }) => committeeId === committee.id).map((note) => shownNote(note, mayRecord, ctx.locale)),
    })),
  };
}

export default function VoicedListPage(): ReactNode {
  const { locale, saved, committees } = useLoaderData<typeof loader>();
  const t = agendasTexts(locale);
  return (
    <>
      <title>{t('agendas.voiced.title')}</title>
      <PageHead title={t('agendas.voiced.title')} lead={t('agendas.voiced.lead')} />
      {saved && (
        <Notice tone="success" live>
          {t('agendas.saved')}
        </Notice>
      )}
      {committees.map(({ id, name, plain, mayRecord, notes }) => (
        <Section
          key={id}
          id={`committee-${id}`}
          title={name && <LocalisedRun value={name} />}
          wide
          actions={
            mayRecord && (
              <ButtonLink tone="quiet" href={`/${locale}/desk/committees/${id}/voiced/new`}>
                <span aria-hidden="true">{t('agendas.voiced.add')}</span>
                <HiddenText>{t('agendas.voiced.add-in', { committee: plain })}</HiddenText>
              </ButtonLink>
            )
          }
        >
          <VoicedNotes notes={notes} locale={locale} />
        </Section>
      ))}
    </>
  );
}
