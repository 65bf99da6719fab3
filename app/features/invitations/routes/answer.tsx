import type { ReactNode } from 'react';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData, useParams } from 'react-router';
import type { Locale } from '#app/lib/locale.ts';
import { readText } from '#app/lib/localised-text.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { statusOf } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { Facts } from '#app/ui/figures.tsx';
import { Form, FormActions } from '#app/ui/forms.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { ErrorSummary, Notice } from '#app/ui/states.tsx';
import { LocalisedRun, Ordinals, Run } from '#app/ui/text.tsx';
import { exactDay } from '../domain/answer-window.ts';
import { fieldOfRefusal, revisionOf, typedAnswer } from '../forms.ts';
import { meetingLines } from '../meeting-words.ts';
import { invitationsTexts, refusalText } from '../texts.ts';
import { AnswerFields } from '../ui/answer-fields.tsx';
import { bodyName, personText } from '../ui/words.ts';
import { answerByLink, openAnswerLink } from '../use-cases/open-answer-link.server.ts';

/** The secret stands in the address: no cache keeps the page, and no search engine lists it. */
export const headers = () => ({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });

/** Opening answers nothing, whoever opens: mail gateways follow every link. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const locale = ctx.locale as Locale;
  const opened = await openAnswerLink(ctx, args.params.token ?? '');
  if (!opened.ok) return data({ locale, opened: null, done: false }, { status: 404 });
  return data({ locale, opened: opened.value, done: new URL(args.request.url).searchParams.has('done') });
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const form = await args.request.formData();
  const typed = typedAnswer(form);
  const answered = await answerByLink(ctx, { ...typed, token: args.params.token ?? '', revision: revisionOf(form) });
  if (answered.ok) return redirect(`${new URL(args.request.url).pathname}?done`);
  // The page says by itself that a link is no use, or that the meeting is over.
  const { code } = answered.refusal;
  const status = code === 'invitations.link-invalid' ? 404 : statusOf(answered.refusal);
  return data({ refusal: answered.refusal, kept: typed }, { status });
}

export default function AnswerPage(): ReactNode {
  const { locale, opened, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = invitationsTexts(locale);
  if (!opened) return <InvalidLink locale={locale} />;
  const { facts, name, organisation } = opened;
  const title = readText(facts.title, locale);
  const edition = readText(facts.edition, locale);
  const errors = refused && [{ name: fieldOfRefusal(refused.refusal), message: refusalText(t, refused.refusal) }];
  const body = organisation && bodyName(organisation, locale, t);
  return (
    <>
      <title>{`${t('invitations.page.title')} · ${title?.text}`}</title>
      <PageHead
        eyebrow={edition && <LocalisedRun value={edition} />}
        title={title && <Ordinals text={title.text} lang={title.lang} />}
        titleLang={title?.lang}
        lead={
          <>
            {t('invitations.page.for', { name: personText(name, locale, t) })}
            {body && (
              <>
                {' · '}
                <Run lang={body.lang}>{body.text}</Run>
              </>
            )}
          </>
        }
      />
      <div className="stack stack-l">
        {done && !refused && (
          <Notice tone="success" live>
            {t('invitations.page.done')}
          </Notice>
        )}
        <ErrorSummary title={t('invitations.page.not-recorded')} errors={errors ?? []} />
        {facts.state === 'cancelled' && <Notice tone="warning">{t('invitations.page.cancelled')}</Notice>}
        <MeetingPart locale={locale} />
        <Standing locale={locale} />
        {opened.open && <AnswerForm locale={locale} refused={refused} />}
      </div>
    </>
  );
}

type Opened = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['opened']>;

function useOpened(): Opened {
  const { opened } = useLoaderData<typeof loader>();
  if (!opened) throw new Error('the page of a link that opens nothing');
  return opened;
}

/** When, where, what about. */
function MeetingPart({ locale }: { locale: Locale }): ReactNode {
  const { facts } = useOpened();
  const { token } = useParams();
  const t = invitationsTexts(locale);
  const lines = meetingLines(facts, locale, false);
  return (
    <Section id="meeting" title={t('invitations.page.meeting')} wide>
      <div className="stack">
        <Facts
          items={lines.map(({ key, label, lines: said }) => ({ key, label, value: said[0], note: said.slice(1).join(' · ') || undefined }))}
        />
        {facts.agenda.length > 0 && (
          <>
            <h3>{t('invitations.page.agenda')}</h3>
            <ol>
              {facts.agenda.map((point) => {
                const read = readText(point, locale);
                return (
                  read && (
                    <li key={read.text}>
                      <LocalisedRun value={read} />
                    </li>
                  )
                );
              })}
            </ol>
          </>
        )}
        {exactDay(facts.date) && facts.state === 'planned' && (
          <p>
            <ButtonLink tone="quiet" href={`/${locale}/answer/${token}/calendar`}>
              {t('invitations.page.calendar')}
            </ButtonLink>
          </p>
        )}
      </div>
    </Section>
  );
}

/** What is recorded so far. */
function Standing({ locale }: { locale: Locale }): ReactNode {
  const { answer, representative, outdated, open, facts } = useOpened();
  const t = invitationsTexts(locale);
  if (!answer) return open || facts.state === 'cancelled' ? null : <Notice>{t('invitations.page.closed')}</Notice>;
  const said =
    answer === 'represented' ? t('invitations.page.represented', { name: representative ?? '' }) : t(`invitations.answer.${answer}`);
  return (
    <Notice tone={outdated ? 'warning' : 'info'} title={t('invitations.page.recorded', { answer: said })}>
      {outdated && <p>{t('invitations.page.outdated')}</p>}
      <p>{open ? t('invitations.page.may-change') : t('invitations.page.closed')}</p>
    </Notice>
  );
}

function AnswerForm({ locale, refused }: { locale: Locale; refused: ReturnType<typeof useActionData<typeof action>> }): ReactNode {
  const { answer, representative, revision } = useOpened();
  const t = invitationsTexts(locale);
  const recorded = { answer: answer ?? '', name: representative ?? '', function: '', mailbox: '', note: '' };
  return (
    <Section
      id="answer"
      title={answer ? t('invitations.page.change') : t('invitations.page.answer')}
      lead={t('invitations.page.answer-lead')}
      wide
    >
      <div className="stack">
        <Form guardUnsaved hidden={{ revision: String(revision) }}>
          <AnswerFields
            locale={locale}
            values={refused?.kept ?? recorded}
            refusal={refused?.refusal}
            noteHint={answer ? t('invitations.page.note-kept') : t('invitations.page.note-hint')}
          />
          <FormActions>
            <Button>{t('invitations.page.send')}</Button>
          </FormActions>
        </Form>
        <p className="quiet">{t('invitations.page.forwarded')}</p>
      </div>
    </Section>
  );
}

function InvalidLink({ locale }: { locale: Locale }): ReactNode {
  const t = invitationsTexts(locale);
  return (
    <>
      <title>{t('invitations.page.invalid-title')}</title>
      <PageHead title={t('invitations.page.invalid-title')} lead={t('invitations.page.invalid')} />
    </>
  );
}
