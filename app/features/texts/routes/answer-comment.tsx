import type { ReactNode } from 'react';
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { notFound, refusalData, signInUrl, valueOrThrow } from '#app/platform/http/respond.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { ChoiceGroup, Form, FormActions, TextareaField } from '#app/ui/forms.tsx';
import { lifeTexts, refusalText } from '../life-texts.ts';
import { numberIn, typedIn } from '../typed-form.ts';
import { CommentList } from '../ui/comment-list.tsx';
import { LifePage } from '../ui/life-page.tsx';
import lifeSheet from '../ui/text-life.css?url';
import { answerComment } from '../use-cases/answer-comment.server.ts';
import { readText } from '../use-cases/read-text.server.ts';

export const links = () => [{ rel: 'stylesheet', href: lifeSheet }];

export async function loader(args: LoaderFunctionArgs) {
  const { ctx } = requestOf(args);
  const page = valueOrThrow(await readText(ctx, { textId: args.params.text ?? '' }), args.request);
  const comment = page.comments.find(({ id }) => id === args.params.comment);
  if (!comment || !page.rights.write) notFound();
  return { locale: ctx.locale, text: { id: page.id, title: page.title }, comment };
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const form = await args.request.formData();
  const [textId, commentId] = [args.params.text ?? '', args.params.comment ?? ''];
  const kept = { answer: typedIn(form, 'answer'), reply: typedIn(form, 'reply') };
  const done = await answerComment(ctx, { ...kept, textId, commentId, revision: numberIn(form, 'revision') });
  if (done.ok) {
    // What is taken in is to be written: the page says so, and leads to the editor.
    const told = done.value.state === 'taken-in' ? 'taken-in' : 'answered';
    return redirect(`/${ctx.locale}/desk/texts/${textId}?done=${told}#c-${commentId}`);
  }
  if (done.refusal.code === 'sign-in-required') return redirect(signInUrl(args.request));
  return refusalData(done.refusal, kept);
}

export default function AnswerComment(): ReactNode {
  const { locale, text, comment } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = lifeTexts(locale);
  const field = String(refused?.refusal.params?.field === 'answer' ? 'answer' : 'reply');
  const refusal = refused && { ...refused.refusal, params: { ...refused.refusal.params, field } };
  const error = (name: string) => (refusal && field === name ? refusalText(t, refusal) : undefined);
  const kept = refused?.kept ?? { answer: comment.state === 'open' ? '' : comment.state, reply: comment.reply };
  return (
    <LifePage {...{ locale, text, refusal, field: 'reply', title: t('texts.answer.title') }}>
      <CommentList withVersion comments={[comment]} locale={locale} textId={text.id} mayAnswer={false} open={false} />
      <Form guardUnsaved hidden={{ revision: String(comment.revision) }}>
        <ChoiceGroup
          name="answer"
          label={t('texts.answer.choice')}
          defaultValue={kept.answer}
          error={error('answer')}
          choices={(['taken-in', 'not-taken-in'] as const).map((value) => ({
            value,
            label: t(`texts.answer.${value}`),
            hint: t(`texts.answer.${value}-hint`),
          }))}
        />
        <TextareaField name="reply" rows={4} label={t('texts.answer.reply')} defaultValue={kept.reply} error={error('reply')} />
        <FormActions>
          <Button>{t('texts.answer.save')}</Button>
          <ButtonLink tone="bare" href={`/${locale}/desk/texts/${text.id}#c-${comment.id}`}>
            {t('texts.back-to-text')}
          </ButtonLink>
        </FormActions>
      </Form>
    </LifePage>
  );
}
