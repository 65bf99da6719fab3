import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { ButtonLink, Tag } from '#app/ui/controls.tsx';
import { Breadcrumbs } from '#app/ui/nav.tsx';
import { PageHead, Section } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/states.tsx';
import { LocalisedRun } from '#app/ui/text.tsx';
import { dayText } from '../day-text.ts';
import { type LifeKey, lifeTexts, refusalText } from '../life-texts.ts';
import { languageName, sideName } from '../names.ts';
import type { ShownComment, TextPage } from '../use-cases/read-text.server.ts';
import { AnnexOf } from './annex-of.tsx';
import { CommentForm, EMPTY_COMMENT, type KeptComment } from './comment-form.tsx';
import { CommentList } from './comment-list.tsx';
import { Approvals, Errata, LifeSteps, Seal, Trail, Versions } from './text-life.tsx';
import { TextReading } from './text-reading.tsx';

type Props = {
  locale: Locale;
  page: TextPage;
  /** The passage that the reader wants to comment on: the place of a block, or `text` for the whole; null for none. */
  open: string | null;
  done: string | null;
  count: number;
  refused: { refusal: Refusal; kept: KeptComment | null } | null;
};

/** The page of a text: where it stands, its words with what was said beside them, and what can be done. */
export function TextPageBody(props: Props): ReactNode {
  const { page, locale } = props;
  const t = lifeTexts(locale);
  const title = page.title?.text ?? '';
  return (
    <>
      <title>{title}</title>
      <Breadcrumbs
        label={t('texts.path')}
        items={[{ label: t('texts.back'), href: page.subjectHref }, { label: page.title && <LocalisedRun value={page.title} /> }]}
      />
      <PageHead
        eyebrow={
          <>
            {languageName(page.lang, locale)}{' '}
            <Tag tone={page.state === 'draft' ? 'draft' : page.state === 'proposed' ? 'wait' : 'ok'}>{t(`texts.state.${page.state}`)}</Tag>
          </>
        }
        title={page.title && <LocalisedRun value={page.title} />}
        titleLang={page.title?.lang}
        lead={leadOf(page, locale)}
        actions={<Actions page={page} locale={locale} />}
      />
      <div className="stack stack-l">
        <LifeSteps page={page} locale={locale} />
        <Notices {...props} />
        <Errata page={page} locale={locale} />
        <Words {...props} />
        <WholeComments {...props} />
        <Approvals page={page} locale={locale} />
        <Seal page={page} locale={locale} />
        <Versions page={page} locale={locale} />
        <EarlierComments {...props} />
        <Trail page={page} locale={locale} />
      </div>
    </>
  );
}

function leadOf({ shown, latest, state }: TextPage, locale: Locale): string {
  const t = lifeTexts(locale);
  if (shown.number === null) return t('texts.draft-shown');
  if (state === 'proposed' && latest && latest.number === shown.number)
    return t('texts.version-until', { number: shown.number, day: dayText(latest.until, locale) });
  return t('texts.version-of', { number: shown.number, day: dayText(shown.proposedOn ?? '', locale) });
}

function Actions({ page, locale }: Pick<Props, 'page' | 'locale'>): ReactNode {
  const t = lifeTexts(locale);
  const { may, versions } = page;
  const at = (path: string) => `/${locale}/desk/texts/${page.id}/${path}`;
  return (
    <>
      {may.approveFor.map((side) => (
        <ButtonLink key={side} href={at(`approve?side=${side}`)}>
          {t('texts.approve', { side: sideName(side, locale) })}
        </ButtonLink>
      ))}
      {may.publish && <ButtonLink href={at('publish')}>{t('texts.publish')}</ButtonLink>}
      {may.write && (
        <ButtonLink tone="quiet" href={at('edit')}>
          {t('texts.edit')}
        </ButtonLink>
      )}
      {may.propose && (
        <ButtonLink tone={page.state === 'draft' ? 'main' : 'quiet'} href={at('propose')}>
          {t(versions.length === 0 ? 'texts.propose' : 'texts.propose-again')}
        </ButtonLink>
      )}
      {may.withdraw && (
        <ButtonLink tone="quiet" href={at('withdraw')}>
          {t('texts.withdraw')}
        </ButtonLink>
      )}
      {may.addErratum && (
        <ButtonLink tone="quiet" href={at('errata')}>
          {t('texts.add-erratum')}
        </ButtonLink>
      )}
    </>
  );
}

const DONE = [
  'commented',
  'answered',
  'taken-in',
  'withdrawn',
  'proposed',
  'approved',
  'sealed',
  'published',
  'erratum',
  'taken-back',
] as const;

function Notices({ page, locale, done, count, refused }: Props): ReactNode {
  const t = lifeTexts(locale);
  const { shown, latest, state } = page;
  const said = DONE.find((one) => one === done);
  const older = latest && shown.number !== null && shown.number < latest.number;
  return (
    <>
      {said && !refused && (
        <Notice tone="success" live>
          {t(`texts.done.${said}` as LifeKey, { count })}{' '}
          {said === 'taken-in' && page.may.write && <a href={`/${locale}/desk/texts/${page.id}/edit`}>{t('texts.edit')}</a>}
        </Notice>
      )}
      {refused && refused.kept === null && (
        <Notice tone="error" live>
          {refusalText(t, refused.refusal)}
        </Notice>
      )}
      {shown.number === null && <Notice>{t('texts.draft-shown-lead')}</Notice>}
      {older && (
        <Notice tone="warning">
          {t('texts.not-latest', { number: shown.number ?? 0, latest: latest.number })}{' '}
          <a href={`/${locale}/desk/texts/${page.id}?version=${latest.number}`}>{t('texts.see-latest')}</a>
        </Notice>
      )}
      {state === 'draft' && shown.number !== null && !older && <Notice>{t('texts.withdrawn-notice')}</Notice>}
      {state === 'proposed' && page.changedSince && latest && <Notice>{t('texts.changed-since', { number: latest.number })}</Notice>}
      {shown.note && (
        <Notice title={t('texts.note')}>
          <p className="text-said-words">{shown.note}</p>
        </Notice>
      )}
    </>
  );
}

const onShown = (page: TextPage, block: number | null) => (one: ShownComment) => one.version === page.shown.number && one.block === block;

/** What the reader may do with comments: take back, answer. */
const dealings = ({ page, locale }: Pick<Props, 'page' | 'locale'>) => ({
  ...{ locale, textId: page.id, mayAnswer: page.may.write },
  open: page.state === 'draft' || page.state === 'proposed',
});

/** The comment that is being written: as it was refused, or empty for the passage that was chosen. */
function writing({ open, refused, page }: Props): KeptComment | null {
  if (refused?.kept) return refused.kept;
  if (open === null || !page.may.comment || page.shown.number !== page.latest?.number) return null;
  return { ...EMPTY_COMMENT, block: open === 'text' ? '' : open };
}

function Words(props: Props): ReactNode {
  const { page, locale, refused } = props;
  const t = lifeTexts(locale);
  const kept = writing(props);
  const { shown } = page;
  const mayComment = page.may.comment && shown.number === page.latest?.number;
  return (
    <Section id="reading" wide title={t('texts.reading')}>
      <div className={shown.number === null ? undefined : 'text-commented'}>
        <TextReading
          document={shown.document}
          lang={page.lang}
          annex={(kind) => {
            const table = shown.annexes[kind];
            return table ? <AnnexOf table={table} empty={t('texts.annex-empty')} locale={locale} /> : null;
          }}
          after={(block, index) => (
            <div lang={locale} className="text-beside">
              <CommentList comments={page.comments.filter(onShown(page, index))} {...dealings(props)} />
              {kept?.block === String(index) ? (
                <CommentForm page={page} locale={locale} kept={kept} refusal={refused?.refusal} />
              ) : (
                mayComment &&
                block.type !== 'horizontalRule' && (
                  <p className="text-comment-link no-print">
                    <a href={`?comment=${index}#t-${index}`}>{t('texts.comment-here')}</a>
                  </p>
                )
              )}
            </div>
          )}
        />
      </div>
    </Section>
  );
}

/** What was said of the shown version as a whole, and the way to say more. A comment whose passage is gone is written here. */
function WholeComments(props: Props): ReactNode {
  const { page, locale, refused } = props;
  const t = lifeTexts(locale);
  const { shown, latest } = page;
  if (shown.number === null || !latest) return null;
  const kept = writing(props);
  const here = kept && (kept.block === '' || !shown.document.content[Number(kept.block)]);
  const said = page.comments.filter((one) => one.version === shown.number && one.state !== 'withdrawn');
  const open = said.filter(({ state }) => state === 'open').length;
  const until = t(latest.isOver ? 'texts.comments-over' : 'texts.comments-open-until', { day: dayText(latest.until, locale) });
  const now = page.state === 'proposed' && shown.number === latest.number;
  const lead = [t('texts.comments-lead', { count: said.length, open }), now && until].filter(Boolean).join(locale === 'ja' ? '' : ' ');
  const whole = page.comments.filter(onShown(page, null));
  return (
    <Section id="comments" wide title={t('texts.comments')} lead={lead}>
      <div className="stack">
        {whole.length > 0 && <h3>{t('texts.comments-whole')}</h3>}
        <CommentList comments={whole} {...dealings(props)} />
        {here ? (
          <CommentForm page={page} locale={locale} kept={{ ...kept, block: '' }} refusal={refused?.refusal} />
        ) : (
          page.may.comment &&
          shown.number === latest.number && (
            <p>
              <ButtonLink small tone="quiet" href="?comment=text#comment-form">
                {t('texts.comment-whole')}
              </ButtonLink>
            </p>
          )
        )}
      </div>
    </Section>
  );
}

/** What was said of other versions than the one shown: it stays, bound to them. */
function EarlierComments(props: Props): ReactNode {
  const { page, locale } = props;
  const earlier = page.comments.filter(({ version }) => version !== page.shown.number);
  if (earlier.length === 0) return null;
  return (
    <Section id="earlier" wide title={lifeTexts(locale)('texts.comments-earlier')}>
      <CommentList withVersion comments={earlier} {...dealings(props)} />
    </Section>
  );
}
