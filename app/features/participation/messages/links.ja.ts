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
  'participation.links.title': '個人用リンク：{authority}',
  'participation.links.lead':
    '個人用リンクは、特定の方を調査票に案内するものです。リンクだけでは開けず、まず本人宛てにコードが送られます。案内状にはそれぞれ専用のリンクが付きます。',
  'participation.links.make': 'リンクを作成',
  'participation.links.person': '対象者',
  'participation.links.person-hint':
    'この自治体に役職があり、メールアドレスが登録されている方です。リンクを作成すると、調査票の編集権限が付きます。',
  'participation.links.person-none': 'お選びください',
  'participation.links.nobody': 'この自治体には連絡できる方が登録されていません。先に、役職とメールアドレスのある方を登録してください。',
  'participation.links.made': 'リンクを作成しました',
  'participation.links.made-text': 'この画面でしか表示されませんので、今すぐコピーしてください。使えるのは{name}様だけです。',
  'participation.links.address': 'コピーするアドレス',
  'participation.links.list': '作成済みのリンク',
  'participation.links.to': '対象者',
  'participation.links.on': '作成日',
  'participation.links.until': '有効期限',
  'participation.links.state': '状態',
  'participation.links.good': '有効',
  'participation.links.over': '期限切れ',
  'participation.links.revoked': '取消済み',
  'participation.links.revoke': '取り消す',
  'participation.links.action': '操作',
  'participation.links.none': 'リンクはまだありません。',
  'participation.links.revoke-of': '{name}様のリンクを取り消す',
  'participation.links.gone': '削除済みの方',
  'refusals.participation.link-without-function':
    'この方の当該自治体での役職が登録されていません。先に役職を登録してから、リンクを作成してください。',
  'refusals.participation.link-without-mailbox': 'この方のメールアドレスが登録されていないため、コードを送れません。',
  'refusals.participation.edition-over': '会議は終了しました。調査票の記入は締め切られています。',
};
