import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { plainText } from '#app/lib/localised-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, SelectField } from '#app/ui/forms.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { ErrorSummary } from '#app/ui/states.tsx';
import { keptValues, meetingField, meetingForm } from '../forms.ts';
import { committeesTexts, refusalText } from '../texts.ts';
import { MeetingFields } from '../ui/meeting-fields.tsx';
import { createMeeting } from '../use-cases/create-meeting.server.ts';
import { listMeetings } from '../use-cases/list-meetings.server.ts';
import { editionTitle } from '../use-cases/read-attendance-sheet.server.ts';
import { peopleOfCommittee } from '../use-cases/read-meeting-form.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { committees } = valueOrThrow(await listMeetings(ctx), args.request);
  const own = committees.filter((found) => found.mayCall);
  const chosen = new URL(args.request.url).searchParams.get('committee') ?? own[0]?.committee.id ?? '';
  // Whoever is named belongs to the committee chosen: without one there is nobody to name yet.
  const people = await peopleOfCommittee(ctx, { committeeId: chosen });
  return {
    ...{ locale: ctx.locale, chosen, people: people.ok ? people.value : [] },
    committees: own.map(({ committee, edition, meetings }) => ({
      value: committee.id,
      label: `${plainText(committee.name, ctx.locale)} · ${plainText(editionTitle(edition), ctx.locale)}`,
      next: Math.max(0, ...meetings.map(({ meeting }) => meeting.number)) + 1,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const form = await args.request.formData();
  const created = await createMeeting(ctx, meetingForm(form));
  if (created.ok) return redirect(`/${ctx.locale}/desk/meetings/${created.value.id}?saved=1`);
  if (created.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(created.refusal, keptValues(form));
}

export default function NewMeeting() {
  const { locale, committees, chosen, people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = committeesTexts(locale);
  const kept: Record<string, string> = refused?.kept ?? { committee: chosen };
  const next = committees.find((committee) => committee.value === kept.committee)?.next ?? 1;
  const message = refused ? refusalText(t, refused.refusal) : '';
  const field = refused ? meetingField(refused.refusal, locale) : '';
  const error = (name: string) => (field === name ? message : undefined);
  return (
    <>
      <title>{t('committees.meetings.new')}</title>
      <PageHead title={t('committees.meetings.new')} />
      <div className="stack stack-l">
        <ErrorSummary title={t('committees.form.refused')} errors={refused ? [{ name: field, message }] : []} />
        <Form guardUnsaved>
          <SelectField name="committee" label={t('committees.form.committee')} options={committees} defaultValue={kept.committee} />
          <MeetingFields locale={locale} kept={kept} next={next} people={people} error={error} />
          <FormActions>
            <Button>{t('committees.form.save-meeting')}</Button>
            <ButtonLink tone="bare" href={`/${locale}/desk/meetings`}>
              {t('committees.form.back')}
            </ButtonLink>
          </FormActions>
        </Form>
      </div>
    </>
  );
}
