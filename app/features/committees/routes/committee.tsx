import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { RoleHolders } from '#app/features/accounts/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { readText } from '#app/lib/localised-text.ts';
import type { Result } from '#app/lib/result.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button } from '#app/ui/controls.tsx';
import { ChoiceGroup, Form, FormActions } from '#app/ui/forms.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { APPROVALS } from '../domain/meeting-input.ts';
import { textOf } from '../forms.ts';
import { committeesTexts, refusalText } from '../texts.ts';
import { AddOrganisation, MemberOrganisations, ProposedOrganisations } from '../ui/member-organisations.tsx';
import { addMember } from '../use-cases/add-member.server.ts';
import { addOrganisations } from '../use-cases/add-organisations.server.ts';
import { editionTitle } from '../use-cases/read-attendance-sheet.server.ts';
import { readMembers } from '../use-cases/read-members.server.ts';
import { removeOrganisation } from '../use-cases/remove-organisation.server.ts';
import { setApproval } from '../use-cases/set-approval.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { searchParams } = new URL(args.request.url);
  const organisation = searchParams.get('organisation-name') ?? '';
  const input = { committeeId: args.params.committeeId ?? '', q: searchParams.get('person') ?? '', organisation };
  const { committee, edition, desk, members, proposed, found } = valueOrThrow(await readMembers(ctx, input), args.request);
  const { id, name, kind, approval } = committee;
  return {
    locale: ctx.locale,
    committee: { id, name: readText(name, ctx.locale), kind, approval },
    edition: readText(editionTitle(edition), ctx.locale),
    ...{ desk, members, proposed, found, organisation },
    saved: searchParams.has('saved'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const committeeId = args.params.committeeId ?? '';
  const form = await args.request.formData();
  const name = textOf(form, 'organisation-name').trim();
  // Words that nothing was picked for: they are looked up, and nobody is added by a guess.
  if (form.get('act') === 'add' && name && !textOf(form, 'organisation'))
    return redirect(`/${ctx.locale}/desk/committees/${committeeId}?organisation-name=${encodeURIComponent(name.slice(0, 200))}#add`);
  const done = await act(ctx, committeeId, form);
  if (done.ok) return redirect(`/${ctx.locale}/desk/committees/${committeeId}?saved=1#${ANCHOR[textOf(form, 'act')] ?? 'members'}`);
  return done.refusal.code === 'sign-in-required'
    ? redirect(signInUrl(args.request))
    : refusalData(done.refusal, { act: textOf(form, 'act') });
}

/** Where the reader is led back to after each act. */
const ANCHOR: Readonly<Record<string, string>> = { add: 'organisations', remove: 'organisations', approval: 'approval' };

function act(ctx: Ctx, committeeId: string, form: FormData): Promise<Result<unknown>> {
  switch (form.get('act')) {
    case 'add': {
      const organisationIds = form.getAll('organisation').flatMap((value) => (typeof value === 'string' ? value : []));
      return addOrganisations(ctx, { committeeId, organisationIds });
    }
    case 'remove':
      return removeOrganisation(ctx, { committeeId, organisationId: textOf(form, 'organisation') });
    case 'approval':
      return setApproval(ctx, { committeeId, approval: textOf(form, 'approval') });
    default:
      return addMember(ctx, { committeeId, personId: textOf(form, 'person') });
  }
}

export default function Committee() {
  const data = useLoaderData<typeof loader>();
  const { locale, committee, edition, desk, saved, members, proposed } = data;
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
      <PageHead
        eyebrow={edition && <LocalisedRun value={edition} />}
        title={name && <LocalisedRun value={name} />}
        lead={t(`committees.kind.${committee.kind}`)}
      />
      {saved && !refused && (
        <Notice tone="success" live>
          {t('committees.members.saved')}
        </Notice>
      )}
      {refused && refused.kept.act !== '' && <Notice tone="error" live title={refusalText(t, refused.refusal)} />}
      <Section id="organisations" title={t('committees.seats.title')} lead={t('committees.seats.lead')} wide>
        <MemberOrganisations members={members} locale={locale} />
      </Section>
      {proposed.length > 0 && (
        <Section id="proposed" title={t('committees.proposed.title')} lead={t('committees.proposed.lead')} wide>
          <ProposedOrganisations proposed={proposed} locale={locale} />
        </Section>
      )}
      <Section id="add" title={t('committees.seats.add-title')} wide>
        <AddOrganisation q={data.organisation} found={data.found} locale={locale} />
      </Section>
      <Section id="members" title={t('committees.members.title')} lead={t('committees.members.lead')} wide>
        <RoleHolders
          locale={locale}
          desk={desk}
          caption={t('committees.members.title')}
          here={`${here}#members`}
          revokeHref={(grant) => `${here}/revoke?grant=${grant}`}
          refusal={refused?.kept.act === '' ? refused.refusal : undefined}
        />
      </Section>
      <Approval locale={locale} approval={committee.approval} />
    </>
  );
}

function Approval({ locale, approval }: { locale: Locale; approval: string }) {
  const t = committeesTexts(locale);
  return (
    <Section id="approval" title={t('committees.approval.title')} wide>
      <Form hidden={{ act: 'approval' }}>
        <ChoiceGroup
          name="approval"
          label={t('committees.approval.label')}
          choices={APPROVALS.map((value) => ({
            value,
            label: t(`committees.approval.${value}`),
            hint: t(`committees.approval.${value}-hint`),
          }))}
          defaultValue={approval}
        />
        <FormActions>
          <Button tone="quiet">{t('committees.approval.save')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}
