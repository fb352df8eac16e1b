/** Builds a page of 1,273 credits, and compares that with similar work of other programs. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../command.ts';
import { sideBySide, temporary } from '../measure.ts';
import { binOf, cache, pandocVersion } from '../peers.ts';
import { LARGE, source } from '../sources.ts';
import { type Entry, type Row, ratio } from '../table.ts';

export const large: Entry = {
  name: 'large',
  rounds: 9,
  async measure(rounds) {
    const { path: cwd, remove } = temporary('large');
    const put = (name: string, text: string) => writeFileSync(join(cwd, name), text);
    put('credits.yaml', source(LARGE));
    put('empty.md', '');
    put('.all-contributorsrc', JSON.stringify(contributors(LARGE.credits)));

    // The page for remark to format.
    await sideBySide(
      { page: { args: [command, '-o', 'page.md'], cwd, writes: 'page.md' } },
      { rounds: 1, warm: false },
    );
    const runs = await sideBySide(
      {
        ours: { args: [command], cwd, writes: 'credits.md' },
        template: {
          args: [join(cache, 'nunjucks.js'), 'credits.yaml', 'template.md'],
          cwd,
          writes: 'template.md',
        },
        // CommonMark is the fastest of pandoc's Markdown formats, and does not change URLs.
        pandoc: {
          program: 'pandoc',
          args: [
            ...['--from', 'commonmark', '--to', 'commonmark', '--wrap', 'none'],
            ...['--metadata-file', 'credits.yaml', '--template', join(cache, 'page.pandoc')],
            ...['--output', 'pandoc.md', 'empty.md'],
          ],
          cwd,
          writes: 'pandoc.md',
        },
        contributors: {
          args: [binOf('all-contributors-cli'), 'generate'],
          cwd,
          writes: 'README.md',
          before: () => put('README.md', LIST),
        },
        remark: {
          args: [
            ...[binOf('remark-cli'), 'page.md', '--output', 'remark.md', '--no-config', '--quiet'],
            ...['--setting', '"bullet":"-","emphasis":"_"'],
            ...['--use', plugin('remark-gfm'), '--use', plugin('remark-frontmatter')],
          ],
          cwd,
          writes: 'remark.md',
        },
      },
      { rounds },
    );
    remove();

    const row = (against: string, goal: number, theirs: keyof typeof runs): Row => ({
      what: `${LARGE.credits.toLocaleString('en')} credits`,
      against,
      goal,
      unit: 'x',
      measured: ratio(runs.ours, runs[theirs]),
    });
    const withPandoc = row('pandoc with a template', 0.45, 'pandoc');
    if (!pandocVersion()) withPandoc.measured = 'not measured: pandoc is not installed';
    return [
      row('nunjucks and js-yaml, without checks and escapes', 2, 'template'),
      withPandoc,
      row('`all-contributors generate` with as many people', 0.5, 'contributors'),
      row('remark-cli, which formats the page', 0.2, 'remark'),
    ];
  },
};

const plugin = (name: string) => join(cache, 'node_modules', name, 'index.js');

const LIST = '# x\n\n<!-- ALL-CONTRIBUTORS-LIST:START -->\n<!-- ALL-CONTRIBUTORS-LIST:END -->\n';

function contributors(count: number) {
  return {
    projectName: 'credits',
    projectOwner: 'someone',
    repoType: 'github',
    repoHost: 'https://github.com',
    files: ['README.md'],
    imageSize: 100,
    commit: false,
    contributors: Array.from({ length: count }, (_, index) => ({
      login: `person-${index}`,
      name: `Person Number ${index}`,
      avatar_url: `https://avatars.githubusercontent.com/u/${index}?v=4`,
      profile: `https://github.com/person-${index}`,
      contributions: ['code', 'doc'],
    })),
  };
}
