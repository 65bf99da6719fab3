import type { ReactNode } from 'react';
import type { Locale } from '#app/lib/locale.ts';
import type { Refusal } from '#app/lib/result.ts';
import { Button, ButtonLink } from '#app/ui/controls.tsx';
import { ConfirmForm, Notice } from '#app/ui/states.tsx';
import { accountsTexts, refusalText } from '../texts.ts';

type ConfirmRevokeProps = {
  locale: Locale;
  name: string;
  /** The role and what it is over, in words. */
  role: ReactNode;
  /** Where not to do it leads. */
  back: string;
  refusal?: Refusal | undefined;
};

/** The page that asks before a role is taken from somebody. */
export function ConfirmRevoke({ locale, name, role, back, refusal }: ConfirmRevokeProps): ReactNode {
  const t = accountsTexts(locale);
  const title = t('accounts.confirm-revoke.title', { name });
  return (
    <>
      <title>{title}</title>
      {refusal ? <Notice tone="error" live title={refusalText(t, refusal)} /> : null}
      <ConfirmForm
        title={title}
        consequences={[
          { key: 'role', content: role },
          { key: 'effect', content: t('accounts.confirm-revoke.effect') },
        ]}
        buttons={
          <>
            <Button tone="danger">{t('accounts.confirm-revoke.submit')}</Button>
            <ButtonLink tone="bare" href={back}>
              {t('accounts.back')}
            </ButtonLink>
          </>
        }
      />
    </>
  );
}
