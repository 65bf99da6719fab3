import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, Tag } from '#app/ui/controls.tsx';
import { HiddenValues } from '#app/ui/forms.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead, Panel, Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { Ordinals, Run } from '#app/ui/text.tsx';
import { textOf } from '../forms.ts';
import { noticeModel } from '../notices-model.server.ts';
import { refusalText, timelineTexts } from '../texts.ts';
import stylesheet from '../ui/timeline.css?url';
import { markNoticeSent } from '../use-cases/mark-notice-sent.server.ts';
import { readNotice } from '../use-cases/read-notices.server.ts';

export const links = () => [{ rel: 'stylesheet', href: stylesheet }];

/** One notice: every letter as its reader had it; those to elected persons, until an officer has sent them. */
export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const read = valueOrThrow(await readNotice(ctx, args.params.edition ?? '', args.params.notice ?? ''), args.request);
  return { ...noticeModel(read, ctx), marked: new URL(args.request.url).searchParams.has('marked') };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const { edition = '', notice = '' } = args.params;
  const marked = await markNoticeSent(ctx, edition, { noticeId: notice, letterId: textOf(await args.request.formData(), 'letter') });
  if (marked.ok) return redirect(`/${ctx.locale}/desk/editions/${edition}/timeline/notices/${notice}?marked=1`);
  return marked.refusal.code === 'sign-in-required' ? redirect(signInUrl(args.request)) : refusalData(marked.refusal, null);
}

const TONES = { queued: 'ok', 'for-officer': 'wait', 'by-officer': 'ok', 'no-mailbox': 'late' } as const;

export default function NoticePage(): ReactNode {
  const { locale, slug, edition, notice, letters, marked } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = timelineTexts(locale);
  const timeline = `/${locale}/desk/editions/${slug}/timeline`;
  return (
    <>
      <title>{`${notice.title.text} · ${t('timeline.notices')}`}</title>
      <Breadcrumbs
        label={t('timeline.path')}
        items={[
          { label: t('timeline.title'), href: timeline },
          { label: t('timeline.notices'), href: `${timeline}/notices` },
          { label: notice.sentOn },
        ]}
      />
      <PageHead
        eyebrow={<Ordinals text={edition.text} lang={edition.lang} />}
        title={notice.title.text}
        titleLang={notice.title.lang}
        lead={notice.change}
      />
      {refused && (
        <Notice tone="error" live>
          {refusalText(t, refused.refusal)}
        </Notice>
      )}
      {marked && (
        <Notice tone="success" live>
          {t('timeline.notices.marked')}
        </Notice>
      )}
      <Section id="letters" title={t('timeline.notices.letters')} lead={t('timeline.notices.letters-lead')} wide>
        <div className="stack">
          {letters.map((letter) => (
            <Letter key={letter.id} letter={letter} locale={locale} />
          ))}
        </div>
      </Section>
    </>
  );
}

type LetterModel = ReturnType<typeof noticeModel>['letters'][number];

function Letter({ letter, locale }: { letter: LetterModel; locale: ReturnType<typeof noticeModel>['locale'] }): ReactNode {
  const t = timelineTexts(locale);
  const { id, person, organisation, state, toAddress, lang, subject, text, mailto } = letter;
  return (
    <Panel
      title={
        <>
          {person}
          {organisation && (
            <>
              {' · '}
              <Run lang={organisation.lang}>{organisation.text}</Run>
            </>
          )}
        </>
      }
      meta={<Tag tone={TONES[state]}>{t(`timeline.notices.state.${state}`)}</Tag>}
    >
      <div className="stack stack-s">
        {toAddress && (
          <p>
            {t('timeline.notices.to')} <strong>{toAddress}</strong>
          </p>
        )}
        <details className="move-fold" open={state === 'for-officer'}>
          <summary lang={lang}>{subject}</summary>
          <pre className="letter-text" lang={lang}>
            {text}
          </pre>
        </details>
        {state === 'for-officer' && (
          <form method="post" className="cluster">
            <HiddenValues values={{ letter: id }} />
            {mailto && <a href={mailto}>{t('timeline.notices.open-mail')}</a>}
            <Button tone="quiet" small>
              {t('timeline.notices.mark')}
            </Button>
          </form>
        )}
      </div>
    </Panel>
  );
}
