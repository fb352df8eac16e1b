/**
 * Prints the notes of a release: the section of its version in CHANGELOG.md.
 *
 *     node .github/release-notes.js v1.2.3
 *
 * Fails if the tag does not match the version in package.json, or if the section is missing, empty
 * or not dated.
 */
import { readFileSync } from 'node:fs';
import prettier from 'prettier';

/** @returns {never} */
function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}

const tag = process.argv[2];
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
if (tag !== `v${version}`) fail(`the tag is "${tag}", but package.json has version ${version}`);

const [, ...sections] = readFileSync('CHANGELOG.md', 'utf8').split(/^## /m);
const section = sections.find((text) => text.startsWith(`${version} - `));
if (!section) fail(`CHANGELOG.md has no section "## ${version} - <date>"`);

const [heading, ...lines] = section.split('\n');
if (!/ - \d{4}-\d\d-\d\d$/.test(heading)) {
  fail(`CHANGELOG.md: "## ${heading}" has no date; write the day of the release as YYYY-MM-DD`);
}

const notes = lines.join('\n').trim();
if (!notes) fail(`CHANGELOG.md: the section "## ${heading}" is empty`);

// GitHub renders each line break in release notes, so lines must not be wrapped.
process.stdout.write(await prettier.format(notes, { parser: 'markdown', proseWrap: 'never' }));
