/** Properties of what `lint --fix` writes. */
import fc from 'fast-check';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { Document, parseDocument, visit } from 'yaml';
import { checkFile, type SourceContent } from '../src/commands/check-source-file.ts';
import { findInSource } from '../src/commands/lint/find-in-source.ts';
import { fixFindings } from '../src/commands/lint/fix-findings.ts';
import { pageText } from '../src/pipeline.ts';
import { text } from './helpers/arbitraries.ts';
import { numRuns, seed } from './helpers/test-size.ts';

/** Few people, so that some are repeated, and are equal to ids and to parts of other texts. */
const person = fc.oneof(
  fc.constantFrom('ada', 'Ada', 'ada-2', 'b', '@b', 'Ada Lovelace', 'Ada Lovelace (@ada)'),
  fc.constantFrom('Bob, ada', '@ada', 'ADA (@Ada)', 'x (@ada, b)', 'null', 'a: b', 'ada #1', '- b'),
  fc.record(
    {
      name: fc.constantFrom('Ada', 'Ada Lovelace', 'b', 'Zoe & b'),
      handle: fc.constantFrom('ada', 'Ada', 'b'),
      url: fc.constantFrom('https://ada.org', 'https://b.org'),
    },
    { requiredKeys: ['name'] },
  ),
  text,
);

const license = fc.constantFrom('mit', 'Apache 2', 'MIT', 'GPLv3', 'MIT/ISC', 'mit or isc', 'x y');

const credit = fc.oneof(
  fc.record(
    { name: text, license, by: fc.oneof(person, fc.array(person, { maxLength: 3 })) },
    { requiredKeys: ['name'] },
  ),
  fc.record({ person }),
  fc.constantFrom('ada', 'b', 'Everyone'),
);

/** Sources with random formatting and comments. */
const source = fc
  .record({
    content: fc.record(
      {
        title: fc.constant('x'),
        people: fc.dictionary(fc.constantFrom('ada', 'b', 'zoe', 'x-men', 'ada-2'), person, {
          maxKeys: 3,
          noNullPrototype: true,
        }),
        credits: fc.array(credit, { minLength: 1, maxLength: 6 }),
        sections: fc.array(
          fc.record({ title: text, credits: fc.array(credit, { maxLength: 4 }) }),
          { maxLength: 2 },
        ),
      },
      { requiredKeys: ['title', 'credits'] },
    ),
    choices: fc.infiniteStream(fc.nat(11)),
    indentSeq: fc.boolean(),
    lineBreak: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ content, choices, indentSeq, lineBreak }) => {
    const document = new Document(content, { schema: 'failsafe' });
    visit(document, {
      Node(_, node, path) {
        const choice = choices.next().value;
        const isInFlow = path.some((each) => 'flow' in each && each.flow);
        const isCollection = 'items' in node;
        if (isCollection && choice < 2) node.flow = true;
        if ('value' in node && choice === 2) Object.assign(node, { type: 'QUOTE_SINGLE' });
        if (isInFlow || (isCollection && node.flow) || path.length < 2) return;
        if (choice === 4) node.commentBefore = ' above';
        if (choice === 5) node.spaceBefore = true;
        if (choice === 6 && !isCollection) node.comment = ' beside';
      },
    });
    return document.toString({ indentSeq, lineWidth: 0 }).replaceAll('\n', lineBreak);
  })
  .filter((yaml) => parseDocument(yaml, { schema: 'failsafe' }).errors.length === 0);

async function check(yaml: string) {
  const { file, content } = await checkFile(new VFile({ path: 'credits.yaml', value: yaml }));
  return { codes: file.messages.map(({ ruleId }) => ruleId ?? ''), content };
}

const pageOf = ({ checked, places }: SourceContent) => pageText(checked, places[0] as never);
const findingsIn = (content: SourceContent) => findInSource(content, () => undefined);

test('a fix has no findings that can be fixed, and no new ones', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(source, fc.boolean(), async (random, hasLicenses) => {
      const yaml = hasLicenses ? random : `${random}rules: { license-spdx: off }\n`;
      const before = await check(yaml);
      fc.pre(before.content !== undefined);
      const { content } = before;
      const { text: newYaml, fixed } = await fixFindings(yaml, content);
      count += fixed;
      const after = await check(newYaml);
      if (!after.content) throw new Error(`invalid: ${after.codes}`);
      expect(findingsIn(after.content).filter(({ edits }) => edits)).toEqual([]);
      expect(newYaml.split(/\r\n/).length > 1).toBe(yaml.split(/\r\n/).length > 1);
      const isLess = (codes: string[], code: string) =>
        codes.filter((each) => each === code).length <=
        before.codes.filter((each) => each === code).length;
      expect(after.codes.filter((code) => !isLess(after.codes, code))).toEqual([]);
      if (!hasLicenses) expect(pageOf(after.content)).toBe(pageOf(content));
    }),
    { numRuns: 2 * numRuns, seed },
  );
  expect(count).toBeGreaterThan(numRuns / 10);
});
