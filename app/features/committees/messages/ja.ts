import type { Messages } from '#app/platform/i18n/messages.ts';
import type { en } from './en.ts';

export const ja: Messages<typeof en> = {
  'committees.warning.duplicate-person': '{name}（{organisation}）が{count}行にあります。同一人物ですか、同姓同名の別人ですか。',
  'committees.warning.shared-mailbox': 'メールアドレス {mailbox} を{count}名が使用しています：{names}',
  'committees.warning.missing-mailbox': '{name}（{organisation}）のメールアドレスがありません。',
  'committees.warning.organisation-spellings': '同じ団体が{count}通りに表記されています：{spellings}',
  'committees.warning.present-and-excused':
    '{organisation}は出席者（{present}名）と欠席者（{excused}名）の両方にあります。出席として数えます。',
  'committees.warning.count-differs':
    '本文では{thing, select, present {出席者数} presentAuthorities {出席自治体数} excused {欠席者数} excusedAuthorities {欠席自治体数} other {合計人数}}が{stated, number}とありますが、表では{counted, number}です{others, plural, =0 {} other {（ほかに自治体以外の団体が{others, number}）}}。',
  'committees.warning.organisation-unknown': '「{organisation}」を特定できません。',
  'committees.warning.missing-organisation': '{name}の団体が記載されていません。',

  'committees.cli.unread': '{line, number}行目は表の中にありますが、人物の行ではありません：{text}',

  'committees.count.present-persons': '出席者数',
  'committees.count.present-authorities': '出席自治体数',
  'committees.count.present-others': '出席したその他の団体',
  'committees.count.present-unrecognised': '出席した未特定の団体',
  'committees.count.excused-persons': '欠席者数',
  'committees.count.excused-authorities': '欠席自治体数',
  'committees.count.excused-others': '欠席したその他の団体',
  'committees.count.excused-unrecognised': '欠席した未特定の団体',
  'committees.definition.persons': '同一人物は、二度記載されていても1名と数えます。',
  'committees.definition.authorities': '自治体は出席者数にかかわらず1と数えます。省庁・大使館・ネットワーク組織は自治体に含みません。',
  'committees.definition.excused': '出席者のいる自治体は、欠席自治体に数えません。',

  'committees.flag.stray-mark': '余分な記号',
  'committees.flag.mixed-case': '大文字と小文字の混在',
  'committees.flag.truncated': '途中で切れている可能性',
  'committees.flag.formula': '数式（文字として取り込み）',
  'committees.flag.markup': 'タグ（文字として取り込み）',
  'committees.flag.merged': '結合セル',
  'committees.flag.name-split': '姓名の区切りを要確認',
  'committees.flag.no-name': '氏名なし',
  'committees.flag.no-organisation': '所属なし',
  'committees.flag.not-a-mailbox': 'メールアドレスではない',
  'committees.flag.status-unclear': '出欠不明',

  'refusals.committees.no-file': '{path}というファイルはありません。',
  'refusals.committees.organisation-refused':
    '団体「{name}」を登録できません。{known, select, yes {すでに登録されていますので、検索して選択してください} other {名称、種類、国、担当国を確認してください}}。何も保存されていません。',
  'refusals.attendance.no-table':
    '参加者の表が見つかりませんでした。「氏名・所属・役職」などの見出し、または人物と分かる行が必要です。何も保存されていません。',
  'refusals.attendance.too-many-rows': '表の行数が{limit, number}を超えています。出席者名簿とは考えられません。何も保存されていません。',
  'refusals.tabular.empty': 'ファイルが空です。何も保存されていません。',
  'refusals.tabular.too-large':
    'ファイルの大きさは{size, number} MBです。読み込めるのは{limit, number} MBまでです。何も保存されていません。',
  'refusals.tabular.unsupported-type':
    '{type}形式のファイルです。テキスト、CSV、XLSX、DOCXのいずれかで保存し直してください。何も保存されていません。',
  'refusals.tabular.encrypted': 'ファイルがパスワードで保護されています。解除してから保存し直してください。何も保存されていません。',
  'refusals.tabular.not-text': 'テキストでも、対応する形式（CSV、XLSX、DOCX）でもありません。何も保存されていません。',
  'refusals.tabular.damaged': 'ファイルが壊れていて開けません。何も保存されていません。',
  'refusals.tabular.expands-too-much': '展開後のファイルが大きすぎます。何も保存されていません。',
  'refusals.tabular.too-many-rows': 'ファイルの行数が{limit, number}を超えています。何も保存されていません。',
  'refusals.tabular.too-many-cells': 'ファイルのセル数が{limit, number}を超えています。何も保存されていません。',
};
