import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { MeetingFrame } from '#app/features/committees/public.ts';
import type { Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { signInUrl, statusOf, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { ChoiceGroup, DateField, Form, FormActions, TextareaField, TextField } from '#app/ui/forms.tsx';
import { Section } from '#app/ui/page.tsx';
import { EmptyState, ErrorSummary, Notice } from '#app/ui/states.tsx';
import { DataTable } from '#app/ui/tables.tsx';
import { fieldOfRefusal, textOf } from '../forms.ts';
import { invitationsTexts, refusalText } from '../texts.ts';
import { bodyName, invitationsPath, languageText, personText } from '../ui/words.ts';
import { numberLetters, type TypedSender } from '../use-cases/number-letters.server.ts';
import { readFormalLetters } from '../use-cases/read-formal-letters.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const found = valueOrThrow(await readFormalLetters(ctx, args.params.meetingId ?? ''), args.request);
  const written = new URL(args.request.url).searchParams.get('written');
  return { locale: ctx.locale, ...found, written: written && /^\d{1,4}$/.test(written) ? Number(written) : null };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const meetingId = args.params.meetingId ?? '';
  const form = await args.request.formData();
  const typed: TypedSender = {
    ...{ sender: textOf(form, 'sender'), place: textOf(form, 'place'), signatory: textOf(form, 'signatory') },
    ...{ replyTo: textOf(form, 'replyTo'), answerBy: textOf(form, 'answerBy') },
  };
  const all = (name: string) => form.getAll(name).filter((value) => typeof value === 'string');
  const [personIds, organisationIds] = [all('guest'), all('organisation')];
  const done = await numberLetters(ctx, { ...typed, meetingId, personIds, organisationIds });
  if (done.ok) return redirect(`${invitationsPath(ctx.locale, meetingId, '/letters')}?written=${done.value}`);
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return data({ refusal: done.refusal, kept: { typed, personIds, organisationIds } }, { status: statusOf(done.refusal) });
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;
type Refused = ReturnType<typeof useActionData<typeof action>>;

export default function FormalLetters(): ReactNode {
  const found = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { locale, head, written } = found;
  const t = invitationsTexts(locale);
  const errors = refused && [{ name: fieldOfRefusal(refused.refusal), message: refusalText(t, refused.refusal) }];
  return (
    <MeetingFrame locale={locale} head={head} current="invitations" page={t('invitations.action.letters')}>
      {written !== null && (
        <Notice tone="success" live>
          {t('invitations.formal.written', { count: written })}
        </Notice>
      )}
      <ErrorSummary title={t('invitations.formal.errors')} errors={errors ?? []} />
      <Written found={found} />
      {head.state === 'planned' && <Write found={found} refused={refused} />}
    </MeetingFrame>
  );
}

/** The letters under their numbers, and the files for signature. */
function Written({ found: { locale, head, letters } }: { found: Data }): ReactNode {
  const t = invitationsTexts(locale);
  const file = (format: string) => invitationsPath(locale, head.id, `/letters/${format}`);
  const files = (
    <>
      <ButtonLink tone="quiet" href={file('docx')}>
        DOCX
      </ButtonLink>
      <ButtonLink tone="quiet" href={file('pdf')}>
        PDF
      </ButtonLink>
    </>
  );
  return (
    <Section
      id="letters"
      title={t('invitations.action.letters')}
      lead={t('invitations.formal.lead')}
      actions={letters.length > 0 && files}
      wide
    >
      <DataTable
        caption={t('invitations.mailing.letters', { count: letters.length })}
        rows={letters}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('invitations.formal.none')} />}
        columns={[
          {
            key: 'number',
            header: t('invitations.formal.number'),
            rowHeader: true,
            narrow: true,
            cell: ({ number }) => <span className="num">{number}</span>,
          },
          {
            ...{ key: 'to', header: t('invitations.formal.to') },
            cell: ({ content }) => <span lang={content.lang}>{content.addressee.join(' · ') || t('invitations.erased')}</span>,
          },
          { key: 'language', header: t('invitations.column.language'), cell: ({ content }) => languageText(content.lang, locale) },
          {
            key: 'date',
            header: t('invitations.column.when'),
            cell: ({ content }) => <span lang={content.lang}>{content.placeAndDate}</span>,
          },
        ]}
      />
    </Section>
  );
}

function Write({ found: { locale, people, bodies, replyTo }, refused }: { found: Data; refused: Refused }): ReactNode {
  const t = invitationsTexts(locale);
  const kept = refused?.kept;
  const typed = kept?.typed ?? { sender: '', place: '', signatory: '', replyTo, answerBy: '' };
  const error = (name: string) => (refused && fieldOfRefusal(refused.refusal) === name ? refusalText(t, refused.refusal) : undefined);
  const keeps = (number: string | null) => (number ? t('invitations.formal.keeps', { number }) : undefined);
  const nameOf = (names: Parameters<typeof bodyName>[0]) => bodyName(names, locale, t).text;
  return (
    <Section id="write" title={t('invitations.formal.write')} wide>
      <Form guardUnsaved>
        {people.length > 0 && (
          <ChoiceGroup
            name="guest"
            multiple
            label={t('invitations.formal.people')}
            defaultValue={kept?.personIds ?? []}
            error={error('guest')}
            choices={people.map(({ personId, name, organisation, number }) => ({
              value: personId,
              label: `${personText(name, locale, t)} · ${nameOf(organisation?.names ?? null)}`,
              hint: keeps(number),
            }))}
          />
        )}
        {bodies.length > 0 && (
          <ChoiceGroup
            name="organisation"
            multiple
            label={t('invitations.formal.bodies')}
            defaultValue={kept?.organisationIds ?? []}
            choices={bodies.map(({ organisationId, names, number }) => ({
              value: organisationId,
              label: nameOf(names),
              hint: keeps(number),
            }))}
          />
        )}
        <SenderFields locale={locale} typed={typed} error={error} />
        <FormActions>
          <Button>{t('invitations.formal.submit')}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

type Fields = { locale: Locale; typed: TypedSender; error: (name: string) => string | undefined };

/** Who writes, who signs, where and until when to answer. */
function SenderFields({ locale, typed, error }: Fields): ReactNode {
  const t = invitationsTexts(locale);
  return (
    <>
      <TextareaField
        name="sender"
        rows={4}
        label={t('invitations.formal.sender')}
        hint={t('invitations.formal.sender-hint')}
        defaultValue={typed.sender}
        error={error('sender')}
        required
      />
      <TextField name="place" label={t('invitations.formal.place')} hint={t('invitations.formal.place-hint')} defaultValue={typed.place} />
      <TextareaField
        name="signatory"
        rows={3}
        label={t('invitations.formal.signatory')}
        hint={t('invitations.formal.signatory-hint')}
        defaultValue={typed.signatory}
        required
      />
      <TextField
        name="replyTo"
        type="email"
        label={t('invitations.field.reply-to')}
        defaultValue={typed.replyTo}
        error={error('replyTo')}
        required
      />
      <DateField name="answerBy" label={t('invitations.field.answer-by')} defaultValue={typed.answerBy} error={error('answerBy')} />
    </>
  );
}
