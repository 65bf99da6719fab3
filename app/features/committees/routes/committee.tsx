import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { RoleHolders } from '#app/features/accounts/public.ts';
import { plainText, readText } from '#app/lib/localised-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { textOf } from '../forms.ts';
import { committeesTexts } from '../texts.ts';
import { addMember } from '../use-cases/add-member.server.ts';
import { editionTitle } from '../use-cases/read-attendance-sheet.server.ts';
import { readMembers } from '../use-cases/read-members.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { searchParams } = new URL(args.request.url);
  const input = { committeeId: args.params.committeeId ?? '', q: searchParams.get('person') ?? '' };
  const { committee, edition, desk } = valueOrThrow(await readMembers(ctx, input), args.request);
  const { id, name, kind } = committee;
  return {
    locale: ctx.locale,
    committee: { id, name: readText(name, ctx.locale), kind },
    edition: plainText(editionTitle(edition), ctx.locale),
    desk,
    saved: searchParams.has('saved'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const committeeId = args.params.committeeId ?? '';
  const form = await args.request.formData();
  const added = await addMember(ctx, { committeeId, personId: textOf(form, 'person') });
  if (added.ok) return redirect(`/${ctx.locale}/desk/committees/${committeeId}?saved=1#members`);
  return added.refusal.code === 'sign-in-required' ? redirect(signInUrl(args.request)) : refusalData(added.refusal, {});
}

export default function Committee() {
  const { locale, committee, edition, desk, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = committeesTexts(locale);
  const { name } = committee;
  const here = `/${locale}/desk/committees/${committee.id}`;
  return (
    <>
      <title>{name?.text}</title>
      <Breadcrumbs
        label={t('committees.form.back')}
        items={[{ label: t('committees.meetings.title'), href: `/${locale}/desk/meetings` }, { label: name?.text }]}
      />
      <PageHead eyebrow={edition} title={name && <LocalisedRun value={name} />} lead={t(`committees.kind.${committee.kind}`)} />
      {saved && !refused && (
        <Notice tone="success" live>
          {t('committees.members.saved')}
        </Notice>
      )}
      <Section id="members" title={t('committees.members.title')} lead={t('committees.members.lead')} wide>
        <RoleHolders
          locale={locale}
          desk={desk}
          caption={t('committees.members.title')}
          here={`${here}#members`}
          revokeHref={(grant) => `${here}/revoke?grant=${grant}`}
          refusal={refused?.refusal}
        />
      </Section>
    </>
  );
}
