import { spawn } from 'node:child_process';
import process from 'node:process';

/** Runs a Node program of a package; its output is shown when it fails. */
export function runTool(success: string, args: string[]): Promise<{ ok: boolean; summary: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      resolve(code === 0 ? { ok: true, summary: success } : { ok: false, summary: `failed (${code})\n${output}` }),
    );
  });
}
