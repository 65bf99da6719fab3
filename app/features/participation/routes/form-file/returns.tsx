import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router';
import { editionName } from '#app/features/editions/public.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { PageHead } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { participationTexts } from '../../texts.ts';
import { FormDownloads, ReturnUpload, WaitingReturns } from '../../ui/form-file/return-upload.tsx';
import { choosable, openReturns } from '../../use-cases/form-file/open-returns.server.ts';
import { readWaitingReturns } from '../../use-cases/form-file/read-waiting-returns.server.ts';
import { takeInFile } from './returned-file.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const opened = valueOrThrow(await openReturns(ctx, args.params.edition ?? ''), args.request);
  const { edition, series } = opened.view;
  return {
    locale: ctx.locale,
    slug: edition.slug,
    edition: editionName(series.editionName, edition.title, edition.ordinal, ctx.locale),
    authorities: choosable(ctx, opened),
    waiting: await readWaitingReturns(ctx, opened),
    discarded: new URL(args.request.url).searchParams.has('discarded'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const edition = args.params.edition ?? '';
  // Whoever may take in nothing has no file read at all.
  valueOrThrow(await openReturns(ctx, edition), args.request);
  return takeInFile(ctx, args.request, { edition });
}

export default function Returns() {
  const { locale, slug, edition, authorities, waiting, discarded } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = participationTexts(locale);
  return (
    <>
      <title>{t('participation.returns.title')}</title>
      <PageHead
        eyebrow={<LocalisedRun value={edition} />}
        title={t('participation.returns.title')}
        lead={t('participation.returns.lead')}
      />
      {discarded && (
        <Notice tone="success" live>
          {t('participation.returns.discarded')}
        </Notice>
      )}
      <ReturnUpload locale={locale} authorities={authorities} refused={refused?.kept ?? null} />
      <WaitingReturns locale={locale} waiting={waiting} />
      <FormDownloads locale={locale} address={`/${locale}/desk/editions/${slug}/form`} lead={t('participation.returns.out-blank')} />
    </>
  );
}
