import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { MeetingFrame } from '#app/features/committees/public.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink, Tag } from '#app/ui/controls.tsx';
import { Form, FormActions, HiddenValues, SelectField, TextareaField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { ANSWER_SOURCES } from '../domain/answer.ts';
import { fieldOfRefusal, revisionOf, textOf, typedAnswer } from '../forms.ts';
import { invitationsTexts, refusalText } from '../texts.ts';
import { AnswerFields } from '../ui/answer-fields.tsx';
import stylesheet from '../ui/invitations.css?url';
import { LetterText } from '../ui/letter-panel.tsx';
import { bodyName, FATE_TONES, fateOf, invitationsPath, momentText, personText, STANDING_TONES } from '../ui/words.ts';
import { enterAnswer } from '../use-cases/enter-answer.server.ts';
import { readInvitation } from '../use-cases/read-invitation.server.ts';
import { makeLinkForOfficer, voidLinks, withdrawInvitation } from '../use-cases/void-links.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const wanted = { meetingId: args.params.meetingId ?? '', invitationId: args.params.invitationId ?? '' };
  const { searchParams } = new URL(args.request.url);
  return {
    ...{ locale: ctx.locale, saved: searchParams.has('saved'), voided: searchParams.has('voided') },
    ...valueOrThrow(await readInvitation(ctx, wanted), args.request),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, publicUrl } = requestOf(args);
  const form = await args.request.formData();
  const which = { meetingId: args.params.meetingId ?? '', invitationId: args.params.invitationId ?? '' };
  const here = invitationsPath(ctx.locale, which.meetingId, `/of/${which.invitationId}`);
  const intent = textOf(form, 'intent');
  const typed = typedAnswer(form);
  const refused = (refusal: Parameters<typeof statusOf>[0]) =>
    refusal.code === 'sign-in-required'
      ? redirect(signInUrl(args.request))
      : data(
          { refusal, kept: intent === 'answer' ? { ...typed, source: textOf(form, 'source') } : null, link: null },
          { status: statusOf(refusal) },
        );
  if (intent === 'link') {
    const link = await makeLinkForOfficer(ctx, { ...which, publicUrl });
    return link.ok ? data({ refusal: null, kept: null, link: link.value }) : refused(link.refusal);
  }
  if (intent === 'void') {
    const done = await voidLinks(ctx, which);
    return done.ok ? redirect(`${here}?voided`) : refused(done.refusal);
  }
  if (intent === 'withdraw') {
    const done = await withdrawInvitation(ctx, which);
    return done.ok ? redirect(`${invitationsPath(ctx.locale, which.meetingId)}?withdrawn`) : refused(done.refusal);
  }
  const done = await enterAnswer(ctx, { ...typed, ...which, source: textOf(form, 'source'), revision: revisionOf(form) });
  return done.ok ? redirect(`${here}?saved`) : refused(done.refusal);
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type Refused = ReturnType<typeof useActionData<typeof action>>;

export default function Invitation(): ReactNode {
  const found = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale, head, guest, invitation } = found;
  const t = invitationsTexts(locale);
  const errors = refused?.refusal ? [{ name: fieldOfRefusal(refused.refusal), message: refusalText(t, refused.refusal) }] : [];
  const body = bodyName(guest?.organisation?.names ?? null, locale, t);
  const name = personText(guest?.name ?? null, locale, t);
  return (
    <MeetingFrame locale={locale} head={head} current="invitations" page={name}>
      {found.saved && (
        <Notice tone="success" live>
          {t('invitations.one.saved')}
        </Notice>
      )}
      {found.voided && (
        <Notice tone="success" live>
          {t('invitations.one.voided')}
        </Notice>
      )}
      <ErrorSummary title={t('invitations.page.not-recorded')} errors={errors} />
      <Section id="answer" title={name} lead={<span lang={body.lang || undefined}>{body.text}</span>} wide>
        <div className="stack">
          <p>
            <Tag tone={STANDING_TONES[invitation.standing]}>{t(`invitations.standing.${invitation.standing}`)}</Tag>{' '}
            {invitation.answeredAt &&
              invitation.source &&
              `${momentText(invitation.answeredAt, locale)} · ${t(`invitations.source.${invitation.source}`)}`}
          </p>
          {invitation.outdated && <Notice tone="warning">{t('invitations.remark.outdated')}</Notice>}
          <EnterAnswer found={found} refused={refused} />
        </div>
      </Section>
      <Links found={found} refused={refused} />
      <Letters found={found} />
    </MeetingFrame>
  );
}

/** What somebody was told by telephone or by mail. */
function EnterAnswer({ found: { locale, head, invitation }, refused }: { found: Data; refused: Refused }): ReactNode {
  const t = invitationsTexts(locale);
  const { representedBy, answer, note, revision } = invitation;
  const recorded = {
    ...{
      answer: answer ?? '',
      name: representedBy?.name ?? '',
      function: representedBy?.function ?? '',
      mailbox: representedBy?.mailbox ?? '',
      note,
    },
    source: '',
  };
  const values = refused?.kept ?? recorded;
  const refusal = refused?.refusal ?? undefined;
  return (
    <Form guardUnsaved hidden={{ intent: 'answer', revision: String(revision) }}>
      <AnswerFields locale={locale} values={values} refusal={refusal} withNone={answer !== null} />
      <SelectField
        name="source"
        label={t('invitations.field.source')}
        placeholder={t('invitations.field.source-choose')}
        defaultValue={values.source}
        options={ANSWER_SOURCES.filter((source) => source !== 'link').map((value) => ({ value, label: t(`invitations.source.${value}`) }))}
        error={refusal?.code === 'invitations.source-missing' ? refusalText(t, refusal) : undefined}
      />
      <FormActions>
        <Button>{t('invitations.one.save')}</Button>
        <ButtonLink tone="bare" href={invitationsPath(locale, head.id)}>
          {t('invitations.back')}
        </ButtonLink>
      </FormActions>
    </Form>
  );
}

function Links({ found: { locale, links: live, letters, open }, refused }: { found: Data; refused: Refused }): ReactNode {
  const t = invitationsTexts(locale);
  const waits = letters.find(({ state }) => state === 'for-officer');
  return (
    <Section id="link" title={t('invitations.one.links')} lead={t('invitations.one.links-lead', { count: live })} wide>
      <div className="stack">
        {refused?.link && (
          <Notice tone="success" title={t('invitations.one.link-made')} live>
            <TextareaField name="copy-link" label={t('invitations.one.link-copy')} defaultValue={refused.link} rows={2} readOnly />
          </Notice>
        )}
        <div className="cluster">
          {waits && open && <Act intent="link" text={t('invitations.one.make-link')} />}
          {live > 0 && <Act intent="void" text={t('invitations.one.void')} />}
          <Act intent="withdraw" text={t('invitations.one.withdraw')} />
        </div>
        <p className="quiet">{t('invitations.one.withdraw-hint')}</p>
      </div>
    </Section>
  );
}

function Act({ intent, text }: { intent: string; text: string }): ReactNode {
  return (
    <form method="post">
      <HiddenValues values={{ intent }} />
      <Button tone={intent === 'withdraw' ? 'danger' : 'quiet'}>{text}</Button>
    </form>
  );
}

function Letters({ found: { locale, letters } }: { found: Data }): ReactNode {
  const t = invitationsTexts(locale);
  if (letters.length === 0) return null;
  return (
    <Section id="letters" title={t('invitations.one.letters')} wide>
      <div className="stack">
        {letters.map((letter) => {
          const fate = fateOf(letter);
          return (
            <div key={letter.id}>
              <p>
                <Tag tone={FATE_TONES[fate]}>{t(`invitations.fate.${fate}`)}</Tag> {t(`invitations.purpose.${letter.purpose}`)}
                {letter.sentAt && ` · ${momentText(letter.sentAt, locale)}`}
              </p>
              <LetterText locale={locale} text={letter.text} lang={letter.lang} />
            </div>
          );
        })}
      </div>
    </Section>
  );
}
