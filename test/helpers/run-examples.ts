/** Runs the examples of a page. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { parse } from 'yaml';
import { creditsParse, creditsStringify } from '../../src/index.ts';
import { jsonSchema } from '../../src/schema/json-schema.ts';
import { cli, folder } from './cli.ts';
import type { Block, Document } from './documentation.ts';
import { packageJson } from './package-json.ts';
import { png } from './pictures.ts';

/** What a block shows, and what its example really does. */
export interface Outcome {
  block: Block;
  shown: string;
  actual: string;
}

/**
 * Runs the blocks of a page in their order, in one folder.
 *
 * - A block with a title is a file. With `result`, a command before it has written the file.
 * - Each line of `sh` is a command that succeeds; other tests know those of npm. `init` and `import` have a
 *   folder of their own there. In `console`, the output of a command follows.
 * - A block of `yaml` without a title is a source, or a part of one, and the `md` or `mdx` after it is its
 *   page without front matter. With `each`, each line is a value of a credit.
 * - Other tests run the blocks of code, of `text`, and with `steps`.
 */
export async function runExamples({ blocks }: Document): Promise<Outcome[]> {
  const cwd = folder();
  mkdirSync(join(cwd, '.git'));
  const outcomes: Outcome[] = [];
  let source = '';
  for (const block of blocks) {
    const { language, title, flags, code } = block;
    const compare = (actual: string) => outcomes.push({ block, shown: code, actual });
    if (title !== undefined && flags.includes('result')) {
      compare(readFileSync(join(cwd, title), 'utf8'));
    } else if (title !== undefined) {
      write(join(cwd, title), code);
      if (/\bcredits\.yaml$/.test(title)) {
        writePictures(join(cwd, dirname(title)), code);
        await build(code, 'md');
      }
    } else if (language === 'sh') {
      for (const command of code.trim().split(/\n| && /)) {
        if (command.startsWith('npm ')) continue;
        const isNew = /^npx starlight-credits (?:init|import) /.test(`${command} `);
        const { code: exitCode, ...output } = await runCommand(command, isNew ? folder() : cwd);
        if (exitCode !== 0) throw new Error(`${command}: ${exitCode}\n${JSON.stringify(output)}`);
      }
    } else if (language === 'console') {
      const commands = code.match(/^\$ .*$/gm) ?? [];
      const ran = [];
      for (const line of commands) {
        const { stdout, stderr } = await runCommand(line.slice(2), cwd);
        ran.push(`${line}\n${stdout}${stderr}`);
      }
      compare(ran.join(''));
    } else if (language === 'yaml' && flags.includes('each')) {
      for (const line of code.trim().split('\n')) {
        const people = / an id /.test(line) ? 'people: { ada: Ada Lovelace }\n' : '';
        await build(`title: x\n${people}credits:\n  - name: n\n    ${line}\n`, 'md');
      }
    } else if (language === 'yaml' && !flags.includes('steps')) {
      source = sourceOf(code);
      await build(source, 'md');
    } else if (language === 'md' || language === 'mdx') {
      compare((await build(source, language)).replace(/^---.*?---\n\n/s, ''));
    } else if (!flags.includes('steps') && !['astro', 'js', 'text', 'ts'].includes(language)) {
      throw new Error(`no example may be ${language} without a title`);
    }
  }
  return outcomes;
}

/** The keys of a page. */
const pageKeys = Object.keys((jsonSchema() as { properties: object }).properties);

/** Completes a part of a source. */
function sourceOf(yaml: string): string {
  const keys = Object.keys(parse(yaml) ?? {});
  const unknown = keys.filter((key) => !pageKeys.includes(key));
  if (unknown.length > 0) throw new Error(`unknown keys of a page: ${unknown}`);
  return keys.includes('title') ? yaml : `title: x\n${yaml}`;
}

/** @throws {Error} if the source has an error or a warning */
async function build(yaml: string, format: 'md' | 'mdx'): Promise<string> {
  const file = new VFile({ path: 'credits.yaml', value: yaml });
  await unified()
    .use(creditsParse, { format })
    .use(creditsStringify, { format })
    .process(file)
    .catch(() => {});
  if (file.messages.length > 0) throw new Error(`${yaml}\n${file.messages.join('\n')}`);
  return String(file);
}

/** Runs a command in this process, in the current version. */
async function runCommand(line: string, cwd: string) {
  const command = line
    .replace(/^nix shell nixpkgs#nodejs --command /, '')
    .replace(/ \| lychee .*$/, '');
  if (/--links report\.json/.test(command) && !existsSync(join(cwd, 'report.json'))) {
    writeFileSync(join(cwd, 'report.json'), '{"error_map":{}}');
  }
  const [, version = packageJson.version, rest] =
    /^npx (?:--yes )?starlight-credits(?:@(\S+))?( .*)?$/.exec(command) ?? [];
  if (version !== packageJson.version) throw new Error(`${line}: not the current version`);
  if (!/^npx /.test(command)) throw new Error(`${line}: not a command of starlight-credits`);
  const args = [...(rest ?? '').matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, word]) => double ?? single ?? word ?? '',
  );
  const source = join(cwd, 'credits.yaml');
  if (!existsSync(source) && !/^(?:init|import)$/.test(args[0] ?? '')) {
    writeFileSync(source, 'title: x\ncredits: [{ name: n }]\n');
  }
  const [, file = ''] = args;
  if (args[0] === 'import' && !existsSync(join(cwd, file))) {
    write(join(cwd, file), file.endsWith('rc') ? '{"contributors":[]}' : '---\ntitle: x\n---\n');
  }
  if (args[0] === '--check') await cli(args.slice(1), { cwd });
  return cli(args, { cwd });
}

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Writes the pictures that a source names. */
function writePictures(cwd: string, yaml: string): void {
  for (const [path] of yaml.matchAll(/\b[\w-]+\/[\w-]+\.png/g)) {
    write(join(cwd, path), png(1, 1, [0, 0, 0]));
  }
}
