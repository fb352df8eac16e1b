/** Audits direct dependencies of npm, and a long history. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GIT_LOG } from '../../../src/manifests/read-git-log.ts';
import { command } from '../command.ts';
import { sideBySide, temporary } from '../measure.ts';
import { shell } from '../peers.ts';
import { type Entry, type Row, ratio } from '../table.ts';

export const audit: Entry = {
  name: 'audit',
  rounds: 11,
  async measure(rounds) {
    const few = packages(60);
    const many = packages(1500);
    const history = longHistory(20_000);
    const audited = (cwd: string) => ({ args: [command, 'audit'], cwd });
    const small = await sideBySide(
      { audit: audited(few.path), bare: { args: ['-e', '0'], cwd: few.path } },
      { rounds },
    );
    const large = await sideBySide(
      {
        audit: audited(many.path),
        npm: { program: 'npm', args: ['ls', '--all'], cwd: many.path, shell },
      },
      { rounds },
    );
    const commits = await sideBySide(
      {
        audit: audited(history.path),
        log: { program: 'git', args: GIT_LOG, cwd: history.path },
      },
      { rounds },
    );
    for (const { remove } of [few, many, history]) remove();
    const row = (what: string, against: string, goal: number, measured: Row['measured']): Row => ({
      what,
      against,
      goal,
      unit: 'x',
      measured,
    });
    return [
      row('`audit` of 60 dependencies', '`node -e 0`', 3, ratio(small.audit, small.bare)),
      row('`audit` of 1,500 dependencies', '`npm ls --all`', 0.5, ratio(large.audit, large.npm)),
      row('`audit` of 20,000 commits', '`git log`', 2, ratio(commits.audit, commits.log)),
    ];
  },
};

/** A folder with a number of packages that are installed and credited. */
function packages(count: number) {
  const folder = temporary('audit');
  const names = Array.from({ length: count }, (_, index) => `package-${index}`);
  const dependencies = Object.fromEntries(names.map((name) => [name, '1.0.0']));
  writeFileSync(
    join(folder.path, 'package.json'),
    JSON.stringify({ name: 'own', version: '1.0.0', dependencies }),
  );
  for (const name of names) {
    const installed = join(folder.path, 'node_modules', name);
    mkdirSync(installed, { recursive: true });
    const repository = `https://github.com/ada/${name}`;
    const content = { name, version: '1.0.0', license: 'MIT', repository };
    writeFileSync(join(installed, 'package.json'), JSON.stringify(content));
  }
  writeSource(folder.path, 'package.json', names);
  return folder;
}

/** A folder with a number of commits of 300 people, who are credited. */
function longHistory(count: number) {
  const folder = temporary('history');
  const names = Array.from({ length: 300 }, (_, index) => `Ada Lovelace ${index}`);
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: folder.path });
  const commits = Array.from({ length: count }, (_, index) => {
    const [name, other] = [names[index % 300], names[(index * 7) % 300]];
    const message = `Fix the engine ${index}\n\nIt turns.\n\nCo-authored-by: ${other} <${(index * 7) % 300}@example.org>\n`;
    const by = `${name} <${index % 300}@example.org> ${1_600_000_000 + index} +0000`;
    return `commit refs/heads/main\nauthor ${by}\ncommitter ${by}\ndata ${message.length}\n${message}`;
  });
  const { status } = spawnSync('git', ['fast-import', '--quiet'], {
    cwd: folder.path,
    input: commits.join('\n'),
  });
  if (status !== 0) throw new Error('git fast-import failed');
  writeSource(folder.path, 'git', names);
  return folder;
}

function writeSource(folder: string, covers: string, names: readonly string[]): void {
  const credits = names.map((name) => `  - name: ${name}\n`).join('');
  writeFileSync(
    join(folder, 'credits.yaml'),
    `title: Credits\ncovers: ${covers}\ncredits:\n${credits}`,
  );
}
