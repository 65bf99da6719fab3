import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { ErrorSummary } from '#app/ui/states.tsx';
import { editionOf } from '../../doc5-texts.ts';
import { keptValues, textOf } from '../../form-values.ts';
import { participationTexts, refusalText } from '../../texts.ts';
import { IntentionsHead } from '../../ui/list/intentions-head.tsx';
import { OneAuthority, SeveralAuthorities } from '../../ui/list/one-authority.tsx';
import { ProposedLines } from '../../ui/list/proposed-lines.tsx';
import { addAuthorities } from '../../use-cases/list/add-authorities.server.ts';
import { openEditionToMobilise } from '../../use-cases/list/open-edition-to-mobilise.server.ts';
import { proposeAuthorities } from '../../use-cases/list/propose-authorities.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { view, countries } = valueOrThrow(await openEditionToMobilise(ctx, args.params.edition ?? ''), args.request);
  return { locale: ctx.locale, slug: view.edition.slug, edition: editionOf({ view }, ctx.locale), countries };
}

/** The authorities chosen on the page: of pasted lines, or the one that was searched. */
function chosenIn(form: FormData): string[] {
  const fields = [...form].filter(([name]) => /^line-\d+$/.test(name) || name === 'authority').map(([, value]) => String(value));
  return fields.filter((value) => value !== '' && value !== 'none');
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const edition = args.params.edition ?? '';
  const form = await args.request.formData();
  const kept = keptValues(form);
  const look = (text: string) => proposeAuthorities(ctx, { edition, text, country: textOf(form, 'country') });
  const name = textOf(form, 'name');
  // A name of which nothing was picked (without script) is looked up as a pasted line is, and chosen from what was found.
  const byName = textOf(form, 'intent') === 'one' && chosenIn(form).length === 0;
  if (textOf(form, 'intent') === 'find' || (byName && name)) {
    const found = await look(byName ? name : String(form.get('text') ?? ''));
    if (!found.ok) return refusalData(found.refusal, { ...kept, field: byName ? 'name' : 'text' });
    return data({ refusal: null, kept, found: found.value }, { status: 422 });
  }
  const added = await addAuthorities(ctx, { edition, organisationIds: chosenIn(form) });
  if (added.ok) return redirect(`/${ctx.locale}/desk/editions/${edition}/intentions?added=${added.value.added.length}`);
  if (added.refusal.code === 'sign-in-required') throw redirect(signInUrl(args.request));
  const again = kept.text ? await look(kept.text) : null;
  if (!again?.ok) return refusalData(added.refusal, { ...kept, field: 'name' });
  return data({ refusal: added.refusal, kept: { ...kept, field: 'line-0' }, found: again.value }, { status: 422 });
}

export default function AddAuthorities(): ReactNode {
  const { locale, slug, edition, countries } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const t = participationTexts(locale);
  const list = `/${locale}/desk/editions/${slug}/intentions`;
  const kept: Readonly<Record<string, string | undefined>> = answered?.kept ?? {};
  const message = answered?.refusal && (refusalText(t, answered.refusal) ?? t('participation.errors'));
  const field = kept.field ?? 'name';
  const found = answered && 'found' in answered ? answered.found : null;
  return (
    <>
      <IntentionsHead
        locale={locale}
        slug={slug}
        edition={edition}
        title={t('participation.add.title')}
        lead={t('participation.add.lead')}
      />
      <ErrorSummary title={t('participation.errors')} errors={message ? [{ name: field, message }] : []} />
      {found ? (
        <ProposedLines lines={found} kept={kept} locale={locale} here={`${list}/add`} />
      ) : (
        <>
          <OneAuthority locale={locale} kept={kept} error={field === 'name' ? (message ?? undefined) : undefined} countries={countries} />
          <SeveralAuthorities
            locale={locale}
            kept={kept}
            error={field === 'text' ? (message ?? undefined) : undefined}
            countries={countries}
            back={list}
          />
        </>
      )}
    </>
  );
}
