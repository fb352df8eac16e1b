/** Builds of a region, with another program at the same time. */
import { spawn } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { folder } from './cli.ts';
import { bin } from './paths.ts';

const README = `# A

<!-- a:start -->
<!-- a:end -->

<!-- b:start -->
<!-- b:end -->
`;

const source = (region: string, name: string) =>
  `title: x\noutput: { path: README.md, region: ${region} }\ncredits: [${name}]\n`;

/**
 * Builds a region again and again. At a random time during each build, another program adds a line, or
 * replaces the file by a copy with another line, or builds another region.
 *
 * @returns what was lost
 */
export async function race(kind: 'append' | 'replace' | 'build', runs: number): Promise<string[]> {
  const cwd = folder({ 'README.md': README });
  const path = `${cwd}/README.md`;
  const build = (name: string) => {
    const child = spawn(process.execPath, [bin, name, '--quiet'], { cwd, stdio: 'inherit' });
    return new Promise<number | null>((done) => child.on('exit', done));
  };
  const others: Record<typeof kind, (line: string) => unknown> = {
    append: (line) => appendFileSync(path, `${line}\n`),
    replace(line) {
      writeFileSync(`${cwd}/draft`, `${readFileSync(path, 'utf8')}${line}\n`);
      renameSync(`${cwd}/draft`, path);
    },
    build: () => build('b.yaml'),
  };
  const lost: string[] = [];
  let duration = 150;
  for (let run = 0; run < runs; run += 1) {
    writeFileSync(`${cwd}/a.yaml`, source('a', `A${run}.`));
    writeFileSync(`${cwd}/b.yaml`, source('b', `B${run}.`));
    const start = performance.now();
    const built = build('a.yaml').then((code) => {
      duration = performance.now() - start;
      return code;
    });
    await setTimeout(kind === 'build' ? Math.random() * 10 : Math.random() * duration);
    const other = others[kind](`line ${run}.`);
    const codes = [await built, (await other) ?? 0];
    const text = readFileSync(path, 'utf8');
    const expected = [`A${run}.`, kind === 'build' ? `B${run}.` : `line ${run}.`];
    for (const word of expected) if (!text.includes(word)) lost.push(`run ${run}: ${word}`);
    if (codes.join() !== '0,0') lost.push(`run ${run}: exit codes ${codes}`);
  }
  const text = readFileSync(path, 'utf8');
  const lines = kind === 'build' ? 0 : runs;
  if (text.match(/^line \d+\.$/gm)?.length !== (lines || undefined)) lost.push('earlier lines');
  if (readdirSync(cwd).some((name) => name.endsWith('.tmp'))) lost.push('a temporary file is left');
  return lost;
}
