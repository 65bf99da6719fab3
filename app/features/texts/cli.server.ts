import { parseArgs } from 'node:util';
import { type Command, EXIT, Misuse } from '#app/platform/cli/command.ts';
import { textRow } from './queries.server.ts';
import { verifySeal } from './seal.server.ts';

/**
 * `verify-text TEXT`: computes the seal of an approved text again from what is stored, and answers one JSON object. Refused for a text that
 * does not exist or has no seal, and for one whose seal does not hold any more.
 */
export const verifyTextCommand: Command = {
  name: 'verify-text',
  usage: 'verify-text TEXT',
  summary: 'Check that an approved text is still what was sealed',
  async run(io) {
    const { positionals } = parseArgs({ args: io.args, allowPositionals: true, options: { json: { type: 'boolean' } } });
    const [textId, ...rest] = positionals;
    if (textId === undefined || rest.length > 0) throw new Misuse('give the identifier of one text');
    const ctx = await io.open();
    const text = await textRow(ctx.db, textId);
    const check = text && (await verifySeal(ctx.db, text));
    if (!text || !check) {
      io.err(text ? 'this text is not sealed' : 'no such text');
      return EXIT.refused;
    }
    io.out(JSON.stringify({ text: text.id, kind: text.kind, lang: text.lang, ...check }));
    if (check.holds) return EXIT.done;
    io.err('the seal does not match: what is stored is not what was sealed');
    return EXIT.refused;
  },
};
