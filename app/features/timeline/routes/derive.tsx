import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { editionName } from '#app/features/editions/public.ts';
import { plainText } from '#app/lib/localised-text.ts';
import { formatPartialDate } from '#app/lib/partial-date.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button } from '#app/ui/controls.tsx';
import { HiddenValues } from '#app/ui/forms.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { EmptyState, Notice } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { textOf } from '../forms.ts';
import { refusalText, timelineTexts } from '../texts.ts';
import { flagText } from '../timeline-words.ts';
import { deriveTimeline } from '../use-cases/derive-timeline.server.ts';
import { readDerivation } from '../use-cases/read-derivation.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { locale } = ctx;
  const t = timelineTexts(locale);
  const read = await readDerivation(ctx, args.params.edition ?? '');
  // An edition without one before it, or without a month, has a page that says so.
  const reason = read.ok || !read.refusal.code.startsWith('timeline.') ? null : refusalText(t, read.refusal);
  const slug = args.params.edition ?? '';
  if (reason !== null) return { locale, slug, reason, source: '', already: 0, fingerprint: '', lines: [] };
  const { source, lines, already, fingerprint } = valueOrThrow(read, args.request);
  const { series, edition } = source;
  return {
    ...{ locale, slug, reason, already, fingerprint },
    source: editionName(series.editionName, edition.title, edition.ordinal, locale).text,
    lines: lines.map(({ entry, was, date, shifted, flags }) => ({
      ...{ key: entry.id, title: plainText(entry.title, locale), shifted, rule: entry.timing.kind === 'relative' },
      ...{ was: formatPartialDate(was, locale), date: formatPartialDate(date, locale, { weekday: true }) },
      flags: flags.map((flag) => flagText(flag, { t, locale })),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const edition = args.params.edition ?? '';
  const derived = await deriveTimeline(ctx, edition, textOf(await args.request.formData(), 'fingerprint'));
  if (derived.ok) return redirect(`/${ctx.locale}/desk/editions/${edition}/timeline?saved=1`);
  if (derived.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(derived.refusal, null);
}

export default function Derive(): ReactNode {
  const { locale, slug, reason, source, already, fingerprint, lines } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = timelineTexts(locale);
  const title = t('timeline.derive.title');
  const timeline = `/${locale}/desk/editions/${slug}/timeline`;
  return (
    <>
      <title>{title}</title>
      <Breadcrumbs label={t('timeline.path')} items={[{ label: t('timeline.title'), href: timeline }, { label: title }]} />
      <PageHead title={title} lead={reason === null ? t('timeline.derive.lead', { edition: source }) : undefined} />
      {refused && (
        <Notice tone="error" live>
          {refusalText(t, refused.refusal)}
        </Notice>
      )}
      {reason !== null && <EmptyState title={reason} />}
      {already > 0 && <p>{t('timeline.derive.already', { count: already })}</p>}
      {reason === null && <Lines locale={locale} lines={lines} />}
      {lines.length > 0 && (
        <form method="post" className="form-actions">
          <HiddenValues values={{ fingerprint }} />
          <Button>{t('timeline.derive.write', { count: lines.length })}</Button>
        </form>
      )}
    </>
  );
}

type Data = Awaited<ReturnType<typeof loader>>;

function Lines({ locale, lines }: Pick<Data, 'locale' | 'lines'>): ReactNode {
  const t = timelineTexts(locale);
  const how = (line: Data['lines'][number]) => (line.rule ? 'by-rule' : line.shifted ? 'shifted' : 'still-open');
  return (
    <DataTable
      caption={t('timeline.derive.title')}
      captionHidden
      rows={lines}
      rowKey={({ key }) => key}
      rowTone={({ shifted }) => (shifted ? 'attention' : undefined)}
      empty={<EmptyState title={t('timeline.derive.nothing')} />}
      columns={[
        { key: 'what', header: t('timeline.what'), rowHeader: true, cell: ({ title }) => title },
        { key: 'was', header: t('timeline.derive.was'), cell: ({ was }) => was },
        { key: 'date', header: t('timeline.derive.becomes'), cell: ({ date }) => date },
        { key: 'how', header: t('timeline.derive.how'), cell: (line) => t(`timeline.derive.${how(line)}`) },
        { key: 'check', header: t('timeline.check'), cell: ({ flags }) => flags.join(' · ') },
      ]}
    />
  );
}
