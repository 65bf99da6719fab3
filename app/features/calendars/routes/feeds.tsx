import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { LOCALES } from '#app/lib/locale.ts';
import { formatPartialDate, partialDate } from '#app/lib/partial-date.ts';
import type { Refusal } from '#app/lib/result.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button } from '#app/ui/controls.tsx';
import { Form, FormActions, SelectField, TextField } from '#app/ui/forms.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { feedPath } from '../feed-secret.server.ts';
import { feedForm } from '../forms.ts';
import { calendarsTexts, refusalText } from '../texts.ts';
import { FeedTable } from '../ui/feed-table.tsx';
import { renewFeed, revokeFeed } from '../use-cases/keep-feeds.server.ts';
import { readFeeds } from '../use-cases/list-feeds.server.ts';
import { makeFeed } from '../use-cases/make-feed.server.ts';

/** One's private calendar addresses, and what new ones can be made of. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { feeds, choices } = valueOrThrow(await readFeeds(ctx), args.request);
  const day = (at: Date | null) => at && formatPartialDate(partialDate(at.toISOString().slice(0, 10)), ctx.locale);
  return {
    ...{ locale: ctx.locale, choices, closed: new URL(args.request.url).searchParams.has('closed') },
    feeds: feeds.map(({ createdAt, lastUsedAt, ...feed }) => ({ ...feed, made: day(createdAt), used: day(lastUsedAt) })),
  };
}

type Answer = { refusal: Refusal | null; address: string | null };

/** The secret of a new address stands in this answer alone. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, publicUrl } = requestOf(args);
  const form = await args.request.formData();
  const { act, id, ...input } = feedForm(form, ctx.locale);
  const answer = (refusal: Refusal) => {
    if (refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
    const refused: Answer = { refusal, address: null };
    return data(refused, { status: statusOf(refusal) });
  };
  if (act === 'close') {
    const closed = await revokeFeed(ctx, id);
    return closed.ok ? redirect(`/${ctx.locale}/desk/calendar/addresses?closed=1`) : answer(closed.refusal);
  }
  const made = act === 'renew' ? await renewFeed(ctx, id) : await makeFeed(ctx, input);
  if (!made.ok) return answer(made.refusal);
  const shown: Answer = { refusal: null, address: `${publicUrl}${feedPath(made.value.secret, ctx.locale)}` };
  return data(shown, { headers: { 'cache-control': 'no-store' } });
}

export default function Feeds(): ReactNode {
  const { locale, feeds, closed } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = calendarsTexts(locale);
  return (
    <>
      <title>{t('calendars.feeds.title')}</title>
      <Breadcrumbs
        label={t('calendars.path')}
        items={[{ label: t('calendars.title'), href: `/${locale}/desk/calendar` }, { label: t('calendars.feeds.title') }]}
      />
      <PageHead title={t('calendars.feeds.title')} lead={t('calendars.feeds.lead')} />
      <div className="stack">
        {answered?.refusal && (
          <Notice tone="error" live>
            {refusalText(t, answered.refusal)}
          </Notice>
        )}
        {answered?.address && (
          <Notice tone="success" live title={t('calendars.feeds.once')}>
            <TextField name="address" label={t('calendars.feeds.address')} defaultValue={answered.address} readOnly />
          </Notice>
        )}
        {closed && !answered && (
          <Notice tone="success" live>
            {t('calendars.feeds.closed')}
          </Notice>
        )}
        <FeedTable feeds={feeds} locale={locale} />
      </div>
      <NewFeed />
    </>
  );
}

function NewFeed(): ReactNode {
  const { locale, choices } = useLoaderData<typeof loader>();
  const t = calendarsTexts(locale);
  const names = new Intl.DisplayNames([locale], { type: 'language' });
  const options = [
    { value: 'person', label: t('calendars.feeds.choice.person') },
    ...choices.organisations.map(({ id, name }) => ({ value: `organisation ${id}`, label: name.text })),
    ...choices.editions.map(({ slug, name }) => ({ value: `edition ${slug}`, label: name.text })),
  ];
  return (
    <Section id="new" title={t('calendars.feeds.new')}>
      <Form hidden={{ act: 'make' }}>
        <SelectField name="of" label={t('calendars.feeds.choose')} options={options} defaultValue="person" />
        <SelectField
          name="lang"
          width="medium"
          label={t('calendars.feeds.choose-lang')}
          options={LOCALES.map((lang) => ({ value: lang, label: names.of(lang) ?? lang }))}
          defaultValue={locale}
        />
        <FormActions>
          <Button>{t('calendars.feeds.make')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
