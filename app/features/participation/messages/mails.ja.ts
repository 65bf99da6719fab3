import type { Messages } from '#app/platform/i18n/messages.ts';
import type { mailsEn } from './mails.en.ts';

export const mailsJa: Messages<typeof mailsEn> = {
  'participation.letter.subject.invitation': '{edition}　参加のご案内',
  'participation.letter.subject.reminder': '{edition}　ご回答のお願い',
  'participation.letter.intro.invitation':
    'さて、下記の会議を開催いたしますので、{organisation}の皆様にぜひご参加いただきたく、ご案内申し上げます。',
  'participation.letter.intro.reminder': 'さて、下記の会議につきまして、{organisation}からのご回答をお待ちしております。',
  'participation.letter.theme': 'テーマ：{theme}',
  'participation.letter.dates': '会期：{dates}',
  'participation.letter.place': '開催地：{place}',
  'participation.letter.asked.invitation':
    '参加のご意向（参加・検討中・不参加など）をお知らせいただき、参加意向調査票にご記入くださいますようお願い申し上げます。現在受付中の項目と締切は次のとおりです。',
  'participation.letter.asked.reminder': 'ご回答をお待ちしている項目と締切は次のとおりです。',
  'participation.letter.asked.nothing-open':
    '参加のご意向（参加・検討中・不参加など）をお知らせくださいますようお願い申し上げます。参加意向調査票の受付はまだ始まっておりません。開始の際に改めてご連絡いたします。',
  'participation.letter.stage.open': '・{stage}：{day}まで',
  'participation.letter.stage.closed': '・{stage}：締切は{day}でした。本メールへのご返信をもって、事務局が代わりに入力いたします。',
  'participation.letter.workshops': 'ご希望の分科会を次の中から{count}つ{ranked, select, yes {、ご希望の順に} other {}}お選びください。',
  'participation.letter.link': 'ご記入は、次の専用リンクからお願いいたします。',
  'participation.letter.link-code': 'リンクを開くと、このメールアドレスに確認コードが届きます。ご本人以外の方が回答することはできません。',
  'participation.letter.plain-link': '参加意向調査票は、ご担当者様がご自身のメールアドレスで確認のうえ、次のページでご記入いただけます。',
  'participation.letter.reply':
    'リンクが表示されない場合や開けない場合は、本メールへのご返信、または{mailbox}までご意向とご希望をお知らせください。事務局が代わりに記入いたします。',
  'participation.letter.secretariat': '事務局',
  'participation.letter.link-placeholder': '［ここに宛先の方専用のリンクが入ります。リンクは送信時に作成されます。］',
};
