import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { displayName } from '#app/features/authorities/public.ts';
import { editionName } from '#app/features/editions/public.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { PageHead } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { returnRefusalText } from '../../return-texts.ts';
import { participationTexts } from '../../texts.ts';
import { BackToForm, FormDownloads, ReturnUpload, WaitingReturns } from '../../ui/form-file/return-upload.tsx';
import { openForAnswer } from '../../use-cases/form/open-for-answer.server.ts';
import { readWaitingReturns } from '../../use-cases/form-file/read-waiting-returns.server.ts';
import { takeInFile } from './returned-file.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const opened = valueOrThrow(await openForAnswer(ctx, args.params.participation ?? ''), args.request);
  const { participation, organisation, view, open } = opened;
  const { edition, series } = view;
  return {
    locale: ctx.locale,
    id: participation.id,
    authority: displayName(organisation.names, ctx.locale, 'official'),
    edition: editionName(series.editionName, edition.title, edition.ordinal, ctx.locale),
    closed: open.length === 0 ? returnRefusalText({ code: 'participation.return-closed' }, ctx.locale) : null,
    waiting: await readWaitingReturns(ctx, { mine: [{ participation, organisation }], view }),
    discarded: new URL(args.request.url).searchParams.has('discarded'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const participationId = args.params.participation ?? '';
  // Whoever may take in nothing has no file read at all.
  valueOrThrow(await openForAnswer(ctx, participationId), args.request);
  return takeInFile(ctx, args.request, { participationId });
}

export default function ParticipationReturns() {
  const { locale, id, authority, edition, closed, waiting, discarded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = participationTexts(locale);
  return (
    <>
      <title>{`${t('participation.returns.title')} – ${authority.text}`}</title>
      <PageHead
        eyebrow={
          <>
            <span lang={authority.lang || undefined}>{authority.text}</span> · <LocalisedRun value={edition} />
          </>
        }
        title={t('participation.returns.title')}
        lead={t('participation.returns.lead')}
        actions={<BackToForm locale={locale} participationId={id} />}
      />
      {discarded && (
        <Notice tone="success" live>
          {t('participation.returns.discarded')}
        </Notice>
      )}
      {closed ? <Notice tone="warning">{closed}</Notice> : <ReturnUpload locale={locale} refused={refused?.kept ?? null} />}
      <WaitingReturns locale={locale} waiting={waiting} />
      <FormDownloads locale={locale} address={`/${locale}/desk/participations/${id}/form`} lead={t('participation.returns.out-filled')} />
    </>
  );
}
