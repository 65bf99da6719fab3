import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { FormActions, HiddenValues } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { numberOf, textOf } from '../forms.ts';
import { committeesTexts, refusalText } from '../texts.ts';
import { Concerned } from '../ui/change-table.tsx';
import { MeetingFrame } from '../ui/meeting-frame.tsx';
import { previewState, setMeetingState } from '../use-cases/set-meeting-state.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { head, revision, concerned } = valueOrThrow(await previewState(ctx, { meetingId: args.params.meetingId ?? '' }), args.request);
  return { locale: ctx.locale, head, revision: String(revision), concerned };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const meetingId = args.params.meetingId ?? '';
  const form = await args.request.formData();
  const state = textOf(form, 'state') === 'planned' ? 'planned' : 'cancelled';
  const done = await setMeetingState(ctx, { meetingId, revision: numberOf(form, 'revision'), state });
  if (done.ok) return redirect(`/${ctx.locale}/desk/meetings/${meetingId}?saved=1`);
  return done.refusal.code === 'sign-in-required' ? redirect(signInUrl(args.request)) : refusalData(done.refusal, null);
}

export default function CancelMeeting(): ReactNode {
  const { locale, head, revision, concerned } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = committeesTexts(locale);
  const act = head.state === 'cancelled' ? 'reinstate' : 'cancel';
  return (
    <MeetingFrame locale={locale} head={head} current="overview" page={t(`committees.state.${act}`)}>
      {refused && <Notice tone="error" live title={refusalText(t, refused.refusal)} />}
      <p>{t(`committees.state.${act}-text`)}</p>
      <Section id="concerned" title={t('committees.concerned.title')} wide>
        <Concerned concerned={concerned} locale={locale} />
      </Section>
      <form method="post">
        <HiddenValues values={{ revision, state: act === 'cancel' ? 'cancelled' : 'planned' }} />
        <FormActions>
          <Button tone={act === 'cancel' ? 'danger' : 'main'}>{t(`committees.state.${act}`)}</Button>
          <ButtonLink tone="bare" href={`/${locale}/desk/meetings/${head.id}`}>
            {t('committees.form.back')}
          </ButtonLink>
        </FormActions>
      </form>
    </MeetingFrame>
  );
}
