import type { Messages } from '#app/platform/i18n/messages.ts';
import type { linksEn } from './links.en.ts';

export const linksJa: Messages<typeof linksEn> = {
  'participation.link.title': '参加意向調査票',
  'participation.link.lead': 'ご参加の意向とご希望について、貴自治体のご回答をお待ちしています。',
  'participation.link.code':
    '調査票を開くためのコードを {mailbox} 宛てにお送りします。コードの有効時間は15分です。このリンクは会議の終了までお使いいただけます。',
  'participation.link.send': 'コードを受け取る',
  'participation.link.not-mine':
    'ご自身のメールアドレスではない場合、このリンクは別の方のためのものです。事務局にご自身用のリンクをお求めください。',
  'participation.link.stranger-title': 'このリンクは別の方に送られたものです',
  'participation.link.stranger':
    '現在ログイン中のアカウントでは、この調査票を開けません。ご自身用のリンクは、貴自治体を招待している事務局にお求めください。別のアカウントをお持ちの場合は、いったんログアウトしてください。',
  'participation.link.own-forms': '自分の調査票を見る',
  'participation.link.sign-out': 'ログアウト',
  'participation.link.invalid-title': 'このリンクはご利用いただけません',
  'participation.link.invalid':
    '有効期限が切れたか、新しいものに替わったか、アドレスの一部が欠けています。ご記入済みの内容は失われていません。招待元の事務局に新しいリンクをお求めになるか、メールアドレスでログインしてください。',
  'participation.link.sign-in': 'ログイン',
  'participation.link.not-sent': 'コードは送信されませんでした',
  'participation.link.too-many': '短時間にコードの請求が重なりました。15分ほどおいて、もう一度お試しください。',
  'refusals.participation.link-without-function':
    'この方の当該自治体での役職が登録されていません。先に役職を登録してから、リンクを作成してください。',
  'refusals.participation.link-without-mailbox': 'この方のメールアドレスが登録されていないため、コードを送れません。',
  'refusals.participation.edition-over': '会議は終了しました。調査票の記入は締め切られています。',
};
