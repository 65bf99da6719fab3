import fs from 'node:fs';
import path from 'node:path';

/** Every TypeScript source file below a folder of the project, sorted. */
export function sourcesUnder(...folders: string[]): string[] {
  return folders
    .flatMap((folder) => (fs.existsSync(folder) ? fs.readdirSync(folder, { recursive: true, withFileTypes: true }) : []))
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules'))
    .sort();
}
