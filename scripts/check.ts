// `npm run check`: everything that can be told about the project without running it. Each check says what it looked at.
import process from 'node:process';
import { checkCatalogues } from './checks/catalogues.ts';
import { checkImportLaw } from './checks/import-law.ts';
import { checkPermissionsPage } from './checks/permissions-page.ts';
import { runTool } from './checks/run-tool.ts';
import { checkSizes } from './checks/sizes.ts';

/** One check: what it found well, or the faults that it prints. */
type Check = { name: string; run: () => Promise<{ ok: boolean; summary: string }> };

const checks: Check[] = [
  { name: 'types', run: () => runTool('types hold', ['node_modules/typescript-7/bin/tsc', '-p', '.', '--noEmit']) },
  {
    name: 'lint and format',
    run: () => runTool('lint and format hold', ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '--max-diagnostics=50']),
  },
  { name: 'import law', run: checkImportLaw },
  { name: 'sizes', run: checkSizes },
  { name: 'unused code and dependencies', run: () => runTool('nothing is unused', ['node_modules/knip/bin/knip.js', '--no-progress']) },
  { name: 'catalogues', run: checkCatalogues },
  { name: 'permissions page', run: () => checkPermissionsPage(process.argv.includes('--write')) },
];

const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith('-'));
let failed = 0;
let passed = 0;
for (const check of checks) {
  if (wanted.length > 0 && !wanted.some((word) => check.name.includes(word))) continue;
  const { ok, summary } = await check.run();
  process.stdout.write(`${ok ? '✓' : '✗'} ${check.name}: ${summary}\n`);
  if (ok) passed++;
  else failed++;
}
process.stdout.write(`check: ${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
