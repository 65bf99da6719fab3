import fs from 'node:fs';
import { ROLES } from '../../app/access/actor.ts';
import type { Reach } from '../../app/access/authorize.ts';
import { permissionsByFeature } from '../../app/permissions.ts';

const FILE = 'docs/permissions.md';

/** The words of the table for how far a role carries. */
const WORDS: Record<Reach, string> = {
  any: 'yes',
  'own-side': 'own side',
  'own-edition': 'own edition',
  'own-committee': 'own committee',
  'own-organisation': 'own authority',
  self: 'own',
};

/** The page of rights, from the code. */
function render(): string {
  const lines = [
    '# Who may do what',
    '',
    'Generated from the code by `npm run check -- --write`; do not edit. An empty cell is a refusal.',
    '',
  ];
  for (const [feature, permissions] of Object.entries(permissionsByFeature)) {
    lines.push(`## ${feature}`, '', `| action | ${ROLES.join(' | ')} |`, `|---|${ROLES.map(() => '---|').join('')}`);
    for (const { action, summary, roles } of [...permissions].sort((a, b) => a.action.localeCompare(b.action))) {
      const cells = ROLES.map((role) => (roles[role] ? WORDS[roles[role]] : ''));
      lines.push(`| \`${action}\`<br>${summary} | ${cells.join(' | ')} |`);
    }
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Whether `docs/permissions.md` says what the code does; with `write`, makes it so. */
export async function checkPermissionsPage(write: boolean): Promise<{ ok: boolean; summary: string }> {
  const page = render();
  if (write) fs.writeFileSync(FILE, page);
  const actions = Object.values(permissionsByFeature).flat().length;
  const current = fs.existsSync(FILE) && fs.readFileSync(FILE, 'utf8') === page;
  return current
    ? { ok: true, summary: `${FILE} shows the ${actions} actions of the code` }
    : { ok: false, summary: `${FILE} is behind the code: npm run check -- --write` };
}
