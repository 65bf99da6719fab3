import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import { Button, ButtonLink, Tag, type TagTone } from '#app/ui/controls.tsx';
import { HiddenValues } from '#app/ui/forms.tsx';
import { Run } from '#app/ui/text.tsx';
import { dayText } from '../day-text.ts';
import type { CommentState } from '../domain/life.ts';
import { lifeTexts } from '../life-texts.ts';
import { sideName } from '../names.ts';
import type { ShownComment } from '../use-cases/read-text.server.ts';

const STATE_TONES: Record<CommentState, TagTone> = { open: 'wait', 'taken-in': 'ok', 'not-taken-in': 'plain', withdrawn: 'plain' };

type Props = {
  comments: readonly ShownComment[];
  locale: Locale;
  /** The text they are about, for the addresses of what can be done. */
  textId: string;
  /** Whether the reader answers comments. */
  mayAnswer: boolean;
  /** Whether authors may still take theirs back. */
  open: boolean;
  withVersion?: boolean;
};

/** What was said, each with who said it, for whom, and what became of it. */
export function CommentList({ comments, ...rest }: Props): ReactNode {
  if (comments.length === 0) return null;
  return (
    <ol className="text-said">
      {comments.map((comment) => (
        <li key={comment.id} id={`c-${comment.id}`}>
          <Comment comment={comment} {...rest} />
        </li>
      ))}
    </ol>
  );
}

function Comment({
  comment,
  locale,
  textId,
  mayAnswer,
  open,
  withVersion,
}: Omit<Props, 'comments'> & { comment: ShownComment }): ReactNode {
  const t = lifeTexts(locale);
  const { kind, state, quote, body, proposed, reply, own } = comment;
  const answers = mayAnswer && open && state !== 'withdrawn';
  return (
    <>
      <CommentHead comment={comment} locale={locale} withVersion={withVersion ?? false} />
      {quote && <p className="text-said-quote">{quote}</p>}
      {comment.erased && <p className="quiet">{t('texts.comment.erased')}</p>}
      {body && <p className="text-said-words">{body}</p>}
      {kind === 'correction' && proposed && (
        <div>
          <p className="quiet">{t('texts.comment.proposes')}</p>
          <p className="text-said-proposed">{proposed}</p>
        </div>
      )}
      {reply && (
        <p className="text-said-words">
          <b>{t('texts.comment.reply')}</b> {reply}
        </p>
      )}
      {(answers || (own && open && state !== 'withdrawn')) && (
        <div className="cluster">
          {answers && (
            <ButtonLink small tone="quiet" href={`/${locale}/desk/texts/${textId}/comments/${comment.id}`}>
              {t(state === 'open' ? 'texts.comment.answer' : 'texts.comment.answer-again')}
            </ButtonLink>
          )}
          {own && open && (
            <form method="post" action={`/${locale}/desk/texts/${textId}`}>
              <HiddenValues values={{ act: 'take-back', comment: comment.id }} />
              <Button small tone="bare">
                {t('texts.comment.take-back')}
              </Button>
            </form>
          )}
        </div>
      )}
    </>
  );
}

/** Who said it, for which organisation and side, when, what it is and what became of it. */
export function CommentHead(props: { comment: ShownComment; locale: Locale; withVersion: boolean }): ReactNode {
  const { comment, locale, withVersion } = props;
  const t = lifeTexts(locale);
  const { name, organisation, side, saidOn, kind, state, version } = comment;
  return (
    <div className="text-said-head">
      <Tag>{t(`texts.comment.kind.${kind}`)}</Tag>
      <b>{name || t('texts.comment.erased-name')}</b>
      {organisation && <Run lang={organisation.lang}>{organisation.text}</Run>}
      {side && <span>{sideName(side, locale)}</span>}
      <span className="num">{dayText(saidOn, locale)}</span>
      {withVersion && <span>{t('texts.comment.of-version', { number: version })}</span>}
      <Tag tone={STATE_TONES[state]}>{t(`texts.comment.state.${state}`)}</Tag>
    </div>
  );
}
