import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Form, FormActions, HiddenValues } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { keptValues, meetingField, meetingForm, numberOf, storedMeeting, textOf } from '../forms.ts';
import { fieldDifferences } from '../meeting-words.ts';
import { committeesTexts, refusalText } from '../texts.ts';
import { ChangeTable, Concerned, MeetingWarnings } from '../ui/change-table.tsx';
import { MeetingFields } from '../ui/meeting-fields.tsx';
import { MeetingFrame } from '../ui/meeting-frame.tsx';
import { editMeeting } from '../use-cases/edit-meeting.server.ts';
import { readMeetingForm } from '../use-cases/read-meeting-form.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const { head, meeting, people } = valueOrThrow(await readMeetingForm(ctx, { meetingId: args.params.meetingId ?? '' }), args.request);
  return { locale: ctx.locale, head, people, stored: storedMeeting(meeting), revision: String(meeting.revision) };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const meetingId = args.params.meetingId ?? '';
  const form = await args.request.formData();
  const { act: _, ...kept } = keptValues(form);
  if (textOf(form, 'act') === 'back') return data({ kept, refusal: null, preview: null });
  const confirmed = textOf(form, 'act') === 'confirm';
  const done = await editMeeting(ctx, { meetingId, revision: numberOf(form, 'revision'), input: meetingForm(form), confirmed });
  if (!done.ok) {
    if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
    const refused = refusalData(done.refusal, kept);
    return data({ ...refused.data, preview: null }, refused.init ?? undefined);
  }
  if (done.value.saved) return redirect(`/${ctx.locale}/desk/meetings/${meetingId}?saved=1`);
  return data({ kept, refusal: null, preview: done.value });
}

type Loaded = Awaited<ReturnType<typeof loader>>;

export default function EditMeeting(): ReactNode {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { locale, head } = loaded;
  const t = committeesTexts(locale);
  const page = answer?.preview ? t('committees.change.title') : t('committees.form.edit');
  return (
    <MeetingFrame locale={locale} head={head} current="overview" page={page}>
      {answer?.preview ? (
        <Preview loaded={loaded} kept={answer.kept} preview={answer.preview} />
      ) : (
        <EditForm loaded={loaded} kept={answer?.kept} refusal={answer?.refusal ?? null} />
      )}
    </MeetingFrame>
  );
}

type Answer = NonNullable<ReturnType<typeof useActionData<typeof action>>>;

function EditForm({ loaded, kept, refusal }: { loaded: Loaded; kept: Answer['kept'] | undefined; refusal: Answer['refusal'] }): ReactNode {
  const { locale, head, stored, revision, people } = loaded;
  const t = committeesTexts(locale);
  const message = refusal ? refusalText(t, refusal) : '';
  // What is about the meeting as a whole stands over the form, not at one of its fields.
  const whole = refusal !== null && ['committees.changed-meanwhile', 'committees.is-cancelled', 'not-allowed'].includes(refusal.code);
  const field = refusal && !whole ? meetingField(refusal, locale) : '';
  // After a conflict the form takes the revision that stands now; any other refusal leaves it on the one it was opened on.
  const overtaken = refusal?.code === 'committees.changed-meanwhile';
  const based = overtaken ? revision : (kept?.revision ?? revision);
  return (
    <>
      {whole && <Notice tone="error" live title={message} />}
      <ErrorSummary title={t('committees.form.refused')} errors={field ? [{ name: field, message }] : []} />
      {overtaken && kept && (
        <ChangeTable
          caption={t('committees.change.meanwhile')}
          columns={{ before: t('committees.change.recorded'), after: t('committees.change.yours') }}
          differences={fieldDifferences(stored, kept, people, locale)}
          locale={locale}
        />
      )}
      <Form guardUnsaved hidden={{ revision: based }}>
        <MeetingFields
          {...{ locale, people }}
          kept={kept ?? stored}
          next={head.number}
          error={(name) => (field === name ? message : undefined)}
        />
        <FormActions>
          <Button>{t('committees.form.save-meeting')}</Button>
          <ButtonLink tone="bare" href={`/${locale}/desk/meetings/${head.id}`}>
            {t('committees.form.back')}
          </ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}

function Preview({ loaded, kept, preview }: { loaded: Loaded; kept: Answer['kept']; preview: NonNullable<Answer['preview']> }): ReactNode {
  const { locale, stored, people } = loaded;
  const t = committeesTexts(locale);
  if (preview.saved) return null;
  return (
    <>
      <Notice>{t('committees.change.not-saved')}</Notice>
      <MeetingWarnings warnings={preview.warnings} locale={locale} />
      <ChangeTable
        caption={t('committees.change.caption')}
        columns={{ before: t('committees.change.before'), after: t('committees.change.after') }}
        differences={fieldDifferences(stored, kept, people, locale)}
        locale={locale}
      />
      <Section id="concerned" title={t('committees.concerned.title')} wide>
        <Concerned concerned={preview.concerned} locale={locale} />
      </Section>
      <form method="post">
        <HiddenValues values={kept} />
        <FormActions>
          <Button name="act" value="confirm">
            {t('committees.change.confirm')}
          </Button>
          <Button tone="quiet" name="act" value="back">
            {t('committees.change.back')}
          </Button>
        </FormActions>
      </form>
    </>
  );
}
