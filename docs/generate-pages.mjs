/**
 * Writes the pages whose text is elsewhere in this repository: a page for each diagnostic, the list of
 * them, the changelog and the documents for contributors. Git ignores these pages.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = fileURLToPath(new URL('src/content/docs', import.meta.url));

export function generatePages() {
  const diagnostics = `${pages}/diagnostics`;
  rmSync(diagnostics, { recursive: true, force: true });
  mkdirSync(diagnostics, { recursive: true });
  const documents = `${root}/src/diagnostics/docs`;
  const list = explain();
  for (const file of readdirSync(documents)) {
    const { severity } = list.find(({ code }) => file === `${code}.md`);
    copy(
      `${documents}/${file}`,
      `${diagnostics}/${file}`,
      'prev: false\nnext: false\n',
      `\nIts severity is \`${severity}\`: see [Diagnostics and rules](../rules.md#change-the-severity).\n`,
    );
  }
  write(
    `${diagnostics}/index.md`,
    'Every diagnostic',
    'description: All errors, warnings and notes of starlight-credits, each with an example and its fix.\n',
    tablesOf(list),
  );
  copy(
    `${root}/CHANGELOG.md`,
    `${pages}/changelog.md`,
    'tableOfContents: { maxHeadingLevel: 2 }\n',
  );
  copy(`${root}/.github/CONTRIBUTING.md`, `${pages}/contributing.md`);
  copy(`${root}/.github/SECURITY.md`, `${pages}/security.md`);
}

/** Writes a document as a page: its heading becomes the title. */
function copy(from, to, frontmatter = '', end = '') {
  const [, title, body] = /^# ([^\n]+)\n\n(.*)$/s.exec(readFileSync(from, 'utf8')) ?? [];
  if (!title) throw new Error(`${from} has no heading.`);
  write(to, title, frontmatter, body + end);
}

function write(path, title, frontmatter, body) {
  const head = `---\ntitle: ${JSON.stringify(title)}\neditUrl: false\n${frontmatter}---\n\n`;
  writeFileSync(path, head + body);
}

/** Returns the diagnostics and topics in the list that the command `explain` prints. */
function explain() {
  const list = execFileSync(process.execPath, ['bin/starlight-credits.cjs', 'explain'], {
    cwd: root,
    encoding: 'utf8',
  });
  return list.split('\n').map((line) => {
    const [, code, severity, summary] =
      /^ {2}(\S+) +(error|warning|info|off) +(.+)$/.exec(line) ?? [];
    return { code, severity, summary, topic: /^\S+$/.exec(line)?.[0] };
  });
}

/** Returns a table for each topic. */
function tablesOf(list) {
  const intro =
    'Search for the code that is in front of a message. `npx starlight-credits explain <code>` prints the same text in the terminal. To change or ignore a diagnostic, see [Diagnostics and rules](../rules.md).\n';
  const lines = list.map(({ code, severity, summary, topic }) => {
    if (code) return `| [\`${code}\`](./${code}.md) | ${severity} | ${summary} |`;
    if (topic) return `\n## ${topic}\n\n| code | severity | meaning |\n| --- | --- | --- |`;
    return undefined;
  });
  return `${intro}${lines.filter((line) => line !== undefined).join('\n')}\n`;
}
