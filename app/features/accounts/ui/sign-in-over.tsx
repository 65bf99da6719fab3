import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { ButtonLink } from '#app/ui/controls.tsx';
import { PageHead } from '#app/ui/page.tsx';
import { CHALLENGE_MINUTES } from '../domain/sign-in-code.ts';
import { accountsTexts, refusalText } from '../texts.ts';

/** In place of a sign-in that cannot go on: what happened, and how to start again. */
export function SignInOver({ locale, refusal }: { locale: Locale; refusal: Refusal | null }) {
  const t = accountsTexts(locale);
  const known = refusal && refusal.code !== 'accounts.sign-in-invalid';
  const text = known ? refusalText(t, refusal) : t('accounts.invalid.text', { minutes: CHALLENGE_MINUTES });
  return (
    <>
      <title>{t('accounts.invalid.title')}</title>
      <PageHead title={t('accounts.invalid.title')} lead={text} />
      <p>
        <ButtonLink href={`/${locale}/sign-in`}>{t('accounts.code.again')}</ButtonLink>
      </p>
    </>
  );
}
