export const en = {
  'committees.warning.duplicate-person': '{name} ({organisation}) stands in {count} rows: one person, or several with one name?',
  'committees.warning.shared-mailbox': 'The mailbox {mailbox} is used by {count} people: {names}.',
  'committees.warning.missing-mailbox': '{name} ({organisation}) has no mailbox.',
  'committees.warning.organisation-spellings': 'One organisation is printed in {count} ways: {spellings}.',
  'committees.warning.present-and-excused':
    '{organisation} stands both among the present ({present, plural, one {# person} other {# people}}) and among the excused ({excused, plural, one {# person} other {# people}}). It counts as present.',
  'committees.warning.count-differs':
    'The text states {stated, number} {thing, select, present {people present} presentAuthorities {authorities present} excused {people excused} excusedAuthorities {authorities excused} other {people in all}}; the rows give {counted, number}{others, plural, =0 {} one {, besides # other organisation} other {, besides # other organisations}}.',
  'committees.warning.organisation-unknown': '“{organisation}” is not recognised.',
  'committees.warning.missing-organisation': '{name} has no organisation.',

  'committees.cli.unread': 'line {line, number}, inside the table but no row of it: {text}',

  'committees.count.present-persons': 'People present',
  'committees.count.present-authorities': 'Authorities present',
  'committees.count.present-others': 'Other organisations present',
  'committees.count.present-unrecognised': 'Organisations present, not recognised',
  'committees.count.excused-persons': 'People excused',
  'committees.count.excused-authorities': 'Authorities excused',
  'committees.count.excused-others': 'Other organisations excused',
  'committees.count.excused-unrecognised': 'Organisations excused, not recognised',
  'committees.definition.persons': 'A person counts once, even when printed twice.',
  'committees.definition.authorities':
    'An authority counts once, however many people it sends; ministries, embassies and networks are no authorities.',
  'committees.definition.excused': 'An authority with somebody present is not counted as excused.',

  'committees.flag.stray-mark': 'stray mark',
  'committees.flag.mixed-case': 'mixed capitals',
  'committees.flag.truncated': 'probably cut off',
  'committees.flag.formula': 'formula, taken as text',
  'committees.flag.markup': 'markup, taken as text',
  'committees.flag.merged': 'merged cell',
  'committees.flag.name-split': 'check where the name divides',
  'committees.flag.no-name': 'no name',
  'committees.flag.no-organisation': 'no organisation',
  'committees.flag.not-a-mailbox': 'not a mailbox',
  'committees.flag.status-unclear': 'present or excused?',

  'refusals.committees.no-file': 'There is no file {path}.',
  'refusals.committees.organisation-refused':
    'The organisation “{name}” cannot be recorded{known, select, yes {: the registry knows it already, choose it there} other {: check its name, kind and country, and whether it is of your side}}. Nothing was written.',
  'refusals.attendance.no-table':
    'No participants’ table was found: a header such as “First name, Last name, Organisation” or rows that look like people are needed. Nothing was written.',
  'refusals.attendance.too-many-rows': 'The table has more than {limit, number} rows, which no attendance list has. Nothing was written.',
  'refusals.tabular.empty': 'The file is empty. Nothing was written.',
  'refusals.tabular.too-large': 'The file has {size, number} MB; at most {limit, number} MB are read. Nothing was written.',
  'refusals.tabular.unsupported-type':
    'This is a {type} file. Text, CSV, XLSX and DOCX are read; save it as one of them. Nothing was written.',
  'refusals.tabular.encrypted': 'The file is protected by a password. Save it without one. Nothing was written.',
  'refusals.tabular.not-text': 'This is neither text nor a file type that is read (text, CSV, XLSX, DOCX). Nothing was written.',
  'refusals.tabular.damaged': 'The file is damaged and cannot be opened. Nothing was written.',
  'refusals.tabular.expands-too-much': 'Unpacked, the file is far larger than any list. Nothing was written.',
  'refusals.tabular.too-many-rows': 'The file has more than {limit, number} lines. Nothing was written.',
  'refusals.tabular.too-many-cells': 'The file has more than {limit, number} cells. Nothing was written.',
} as const;
