import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { listText } from '#app/lib/list-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { ConfirmForm, Notice } from '#app/ui/states.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { dayText } from '../day-text.ts';
import { lifeTexts, refusalText } from '../life-texts.ts';
import { sideName } from '../names.ts';
import { numberIn, typedIn } from '../typed-form.ts';
import { approveText } from '../use-cases/approve-text.server.ts';
import { readText } from '../use-cases/read-text.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const page = valueOrThrow(await readText(ctx, { textId: args.params.text ?? '' }), args.request);
  const side = new URL(args.request.url).searchParams.get('side') ?? '';
  const { latest } = page;
  if (!latest || !page.rights.approveFor.includes(side)) notFound();
  const others = latest.sides.filter((one) => one !== side && !page.approvals.some((given) => given.side === one));
  const proposedOn = page.versions.find(({ number }) => number === latest.number)?.proposedOn ?? '';
  return { locale: ctx.locale, id: page.id, title: page.title, side, latest, others, proposedOn };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const form = await args.request.formData();
  const textId = args.params.text ?? '';
  const done = await approveText(ctx, { textId, version: numberIn(form, 'version'), side: typedIn(form, 'side') });
  if (done.ok) return redirect(`/${ctx.locale}/desk/texts/${textId}?done=${done.value.sealed ? 'sealed' : 'approved'}`);
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(done.refusal, null);
}

export default function Approve(): ReactNode {
  const { locale, id, title, side, latest, others, proposedOn } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = lifeTexts(locale);
  const name = sideName(side, locale);
  const { number, until, isOver } = latest;
  const waiting = listText(
    others.map((one) => sideName(one, locale)),
    locale,
  );
  const consequences = [
    { key: 'exactly', content: t('texts.approve.exactly', { number, day: dayText(proposedOn, locale) }) },
    { key: 'last', content: others.length === 0 ? t('texts.approve.last') : t('texts.approve.not-last', { sides: waiting }) },
    ...(isOver || others.length > 0 ? [] : [{ key: 'early', content: t('texts.approve.early', { day: dayText(until, locale) }) }]),
  ];
  const heading = t('texts.approve.title', { number, side: name });
  return (
    <>
      <title>{heading}</title>
      <Breadcrumbs
        label={t('texts.path')}
        items={[
          { label: title && <LocalisedRun value={title} />, href: `/${locale}/desk/texts/${id}` },
          { label: t('texts.approve', { side: name }) },
        ]}
      />
      {refused && (
        <Notice tone="error" live>
          {refusalText(t, refused.refusal)}
        </Notice>
      )}
      <ConfirmForm
        title={heading}
        hidden={{ version: String(number), side }}
        consequences={consequences}
        buttons={
          <>
            <Button>{t('texts.approve.confirm', { side: name })}</Button>
            <ButtonLink tone="bare" href={`/${locale}/desk/texts/${id}`}>
              {t('texts.back-to-text')}
            </ButtonLink>
          </>
        }
      />
    </>
  );
}
